"""What is private and was about to leave: both places, and the way to let it pass."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.last_gate import Leak
from weeknotes_desktop.presenters.publishing_state import PublishingState
from weeknotes_desktop.ui.publishing.labels import heading, words
from weeknotes_desktop.ui.review.cards import Cards
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow
from weeknotes_desktop.ui.words import breakable


class LeaksPage(QWidget):
    """A card for each private sentence that stopped it."""

    allowed = Signal(str)  # the id of a leak
    shown = Signal(object)  # the Leak

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("publishPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._what = words(
            self.tr("Something private was about to leave, so nothing has left."), "publishMessage"
        )
        self._remedy = words(name="publishDetail")
        self._cards: Cards[Leak, _LeakCard] = Cards(
            theme, key=lambda leak: leak.id, make=self._made, show=_LeakCard.show_leak
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(heading(self.tr("Stopped")))
        self._column.addWidget(self._what)
        self._column.addWidget(self._remedy)
        self._column.addWidget(self._cards)
        self._column.addStretch(1)
        theme.changed.connect(self._measure)
        self._measure()

    def draw(self, state: PublishingState) -> None:
        """Show what was found."""
        self._remedy.setText(breakable(state.remedy))
        self._cards.draw(state.leaks)

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops."""
        return [stop for card in self._cards.cards() for stop in card.stops()]

    def height_at(self, width: int) -> int:
        """How tall it is when it is that wide."""
        return self._column.totalHeightForWidth(width)

    def _made(self, leak: Leak) -> _LeakCard:
        card = _LeakCard(self._theme)
        card.show_it.clicked.connect(lambda: self.shown.emit(leak))
        card.allow.clicked.connect(lambda: self.allowed.emit(leak.id))
        return card

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(23), dots(18), dots(23), dots(20))
        self._column.setSpacing(dots(9))


class _LeakCard(QFrame):
    """One private sentence: its words, where it stands, and where it would."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("publishCard")
        self._words = words(name="publishMessage")
        self._stands, self._would = words(name="publishDetail"), words(name="publishDetail")
        self._around = words(name="publishAround")
        self.show_it = QPushButton(self.tr("Show"))
        self.show_it.setAutoDefault(False)
        self.allow = QPushButton(self.tr("This may be public"))
        self.allow.setAutoDefault(False)
        foot = Flow(theme.dots(8), theme.dots(8))
        foot.add(self.show_it)
        foot.add(self.allow)
        column = QVBoxLayout(self)
        dots = theme.dots
        column.setContentsMargins(dots(14), dots(12), dots(14), dots(12))
        column.setSpacing(dots(6))
        for part in (self._words, self._stands, self._would, self._around):
            column.addWidget(part)
        column.addWidget(foot)

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in it."""
        return [stop for stop in (self.show_it, self.allow) if not stop.isHidden()]

    def show_leak(self, leak: Leak) -> None:
        """Show both places."""
        self._words.setText(breakable(f"“{leak.words}”"))
        self._stands.setText(breakable(self.tr("It stands in {place}.").format(place=leak.place)))
        would = self.tr("It would stand in {file}:").format(file=leak.file)
        self._would.setText(breakable(would))
        self._around.setText(breakable(f"…{leak.around}…"))
        self.show_it.setVisible(leak.note_id is not None)
        self.show_it.setAccessibleName(f"{self.show_it.text()}: {leak.words}")
        self.allow.setAccessibleName(f"{self.allow.text()}: {leak.words}")
        self.setAccessibleName(f"{leak.words}. {self._stands.text()} {would} {leak.around}")
