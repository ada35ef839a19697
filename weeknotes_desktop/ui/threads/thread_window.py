"""The window with the thread of a goal, week by week."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from weeknotes_desktop.presenters.thread import ThreadState
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.threads.week_card import WeekCard
from weeknotes_desktop.ui.widgets.side_window import SideWindow
from weeknotes_desktop.ui.widgets.tall_scroll import TallScroll

_SIZE = QSize(440, 520)


class ThreadWindow(SideWindow):
    """Draws a ``ThreadState`` and says which week the user wants to see."""

    week_chosen = Signal(object)  # the Week

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self.setWindowTitle(self.tr("Thread – WeekNotes"))
        self._state: ThreadState | None = None
        self._cards: list[WeekCard] = []
        inside = QWidget()
        inside.setObjectName("threadInside")
        self._column = QVBoxLayout(inside)
        self._column.addStretch(1)
        self._scroll = TallScroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._measure()
        theme.changed.connect(self._draw_again)

    def draw(self, state: ThreadState) -> None:
        """Draw the whole window."""
        if state == self._state:
            return
        same = self._state is not None and self._state.goal_id == state.goal_id
        on = next((place for place, card in enumerate(self._cards) if card.hasFocus()), None)
        self._state = state
        self._make_cards(state)
        places = [place for place, week in enumerate(state.weeks) if week.goal.id == state.goal_id]
        if same and on is not None and on < len(self._cards):
            self._go_to(on)
        elif not same and places:
            self._go_to(places[0])

    def _make_cards(self, state: ThreadState) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        for place, week in enumerate(state.weeks):
            card = WeekCard(week, state.this_week, self._theme)
            card.setProperty("asked", week.goal.id == state.goal_id)
            card.chosen.connect(partial(self.week_chosen.emit, week.goal.week))
            card.stepped.connect(lambda by, place=place: self._go_to(place + by))
            self._column.insertWidget(place, card)
            card.show()
            self._cards.append(card)

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self._cards):
            card = self._cards[place]
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.activate()
            self._scroll.ensureWidgetVisible(card)

    def _draw_again(self) -> None:
        """Text has another size or other colours now."""
        self._measure()
        if self._state is not None:
            self._make_cards(self._state)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(14), dots(14), dots(14), dots(14))
        self._column.setSpacing(dots(8))
