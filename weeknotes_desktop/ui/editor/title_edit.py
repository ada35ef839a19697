"""The title, large and quiet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TitleEdit(QLineEdit):
    """One line; Return and the down key go on to the text."""

    left = Signal()
    done = Signal()  # the writer wants to go on to the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteTitle")
        self.setProperty("look", "quiet")
        self.setAccessibleName(self.tr("Title"))
        self.setPlaceholderText(self.tr("Title (optional)"))

    def show_title(self, title: str) -> None:
        """Show ``title`` from its beginning."""
        self.setText(title)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and the down key go on to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the writer left the title; a menu over it is not leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
