"""A field that looks like an offer until one writes in it, as “+ Add a goal…”."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class EntryLine(QLineEdit):
    """Enter hands the line over and leaves the field empty for the next one.

    Args:
        offer: What it offers while empty.
        name: What is entered, for screen readers.
    """

    entered = Signal(str)
    turned_back = Signal()  # by Escape, or by the up key

    def __init__(self, offer: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "quiet")
        self.setPlaceholderText(offer)
        self.setAccessibleName(name)
        self.setMaxLength(1_000)

    def enter(self) -> None:
        """Hand over what stands there, if anything does."""
        line = " ".join(self.text().split())
        if line:
            self.clear()
            self.entered.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands over; Escape empties and turns back, as the up key does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.turned_back.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.turned_back.emit()
        else:
            super().keyPressEvent(event)
