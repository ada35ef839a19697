"""The third page: which jots go into the draft."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.presenters.review_state import ReviewState
from weeknotes_desktop.ui import words as weeks
from weeknotes_desktop.ui.review.cards import Cards
from weeknotes_desktop.ui.review.labels import heading, hint, words
from weeknotes_desktop.ui.review.page import Page
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.tick_box import TickBox


class JotCard(QWidget):
    """One jot with a tick for the draft."""

    picked = Signal(str, bool)

    def __init__(self, jot: Jot, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("jotToPick")
        self._jot = jot
        self.tick = TickBox(jot.text, theme)
        self.tick.clicked.connect(lambda on: self.picked.emit(self._jot.id, on))
        self._when = words(name="reviewQuiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.dots(2), 0, theme.dots(2))
        row.setSpacing(theme.dots(10))
        row.addWidget(self.tick, 3)
        row.addWidget(self._when, 1)

    def show_jot(self, jot: Jot, *, picked: bool, read_only: bool) -> None:
        """Show the jot."""
        self._jot = jot
        when = f"{jot.day} {weeks.clock_time(jot.at)}"
        used = jot.used_in is not None
        self._when.setText(self.tr("{when} · used").format(when=when) if used else when)
        self.tick.setChecked(picked)
        self.tick.setEnabled(not read_only)
        self.tick.setAccessibleName(f"{jot.text}, {self._when.text()}")


class JotsPage(Page):
    """The jots of the week; those that are ticked go into the draft."""

    picked = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, side=False)
        self._state: ReviewState | None = None
        self._nothing = hint(
            self.tr("Nothing was jotted down this week. Ctrl+J catches a line while you think it.")
        )
        self._cards: Cards[Jot, JotCard] = Cards(
            theme, key=lambda jot: f"{jot.id} {jot.text}", make=self._new_card, show=self._show
        )
        self.column.addWidget(heading(self.tr("Which of these go into the draft?")))
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._cards)
        self._theme = theme

    def draw(self, state: ReviewState) -> None:
        """Show the jots of the week."""
        self._state = state
        self._nothing.setVisible(not state.jots)
        self._cards.draw(state.jots)

    def first_stop(self) -> QWidget | None:
        """The first jot."""
        cards = self._cards.cards()
        return cards[0].tick if cards else None

    def _new_card(self, jot: Jot) -> JotCard:
        card = JotCard(jot, self._theme)
        card.picked.connect(self.picked)
        return card

    def _show(self, card: JotCard, jot: Jot) -> None:
        if self._state is not None:
            picked, read_only = jot.id in self._state.picked, self._state.read_only
            card.show_jot(jot, picked=picked, read_only=read_only)
