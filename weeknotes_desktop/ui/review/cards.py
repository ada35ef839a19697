"""A column of cards that keeps those it has shown, so that typing and the keyboard stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from weeknotes_desktop.ui.theme import Theme

Thing = TypeVar("Thing")
Card = TypeVar("Card", bound=QWidget)


class Cards(QWidget, Generic[Thing, Card]):
    """One card for each thing, in their order.

    Args:
        key: What a thing is known by.
        make: Makes the card of a thing.
        show: Shows a thing in its card.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        key: Callable[[Thing], str],
        make: Callable[[Thing], Card],
        show: Callable[[Card, Thing], None],
    ) -> None:
        super().__init__()
        self._theme, self._key, self._make, self._show = theme, key, make, show
        self._cards: dict[str, Card] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, things: Sequence[Thing]) -> None:
        """Show ``things`` and no others."""
        wanted = {self._key(thing) for thing in things}
        for gone in [known for known in self._cards if known not in wanted]:
            self._take_away(self._cards.pop(gone))
        for place, thing in enumerate(things):
            card = self._cards.get(self._key(thing))
            if card is None:
                card = self._cards[self._key(thing)] = self._make(thing)
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
            self._show(card, thing)
            card.show()
        self.setVisible(bool(things))

    def cards(self) -> list[Card]:
        """The cards in their order."""
        return sorted(self._cards.values(), key=self._column.indexOf)

    def _take_away(self, card: Card) -> None:
        if any(part.hasFocus() for part in card.findChildren(QWidget)):
            # Or the keyboard would land on whatever is near.
            self.window().setFocus()
        self._column.removeWidget(card)
        card.hide()
        QTimer.singleShot(0, card, card.deleteLater)

    def _measure(self) -> None:
        self._column.setSpacing(self._theme.dots(8))
