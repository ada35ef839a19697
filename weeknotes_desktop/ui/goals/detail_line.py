"""One line that is kept when one leaves it, or by Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from weeknotes_desktop.ui.widgets.line_limit import LineLimit


class DetailLine(QLineEdit):
    """Enter keeps and lets whoever is around it have the key; Escape drops what was typed.

    Args:
        name: What is said in it.
    """

    entered = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = ""
        self.setAccessibleName(name)
        LineLimit(self)

    def draw(self, text: str) -> None:
        """Show what is said; what is being typed stays."""
        typing = self.text() != self._drawn
        if text != self._drawn and not (typing and self.hasFocus()):
            self.setText(text)
        self._drawn = text

    def finish(self) -> None:
        """Hand over what stands there, if it says something else."""
        line = self.unsaid()
        if line is not None:
            self._drawn = line
            self.entered.emit(line)

    def unsaid(self) -> str | None:
        """What stands there and was not handed over; None where nothing is."""
        line = " ".join(self.text().split())
        return line if line != self._drawn else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape drops."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.setText(self._drawn)
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps what was typed."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()
