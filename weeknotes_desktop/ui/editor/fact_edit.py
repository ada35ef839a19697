"""A word or two that look like text and can be changed where they stand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

_SHORTEST = 6
_LONGEST = 48


class FactEdit(QLineEdit):
    """As wide as its words; Return or leaving it says them, Escape takes them back."""

    entered = Signal(str)
    left = Signal()  # with or without new words

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setProperty("look", "quiet")
        self.setAccessibleName(name)
        self.returnPressed.connect(self._leave)
        self.textEdited.connect(self.updateGeometry)

    def show_words(self, words: str) -> None:
        """Show ``words``, unless the writer is just changing them."""
        changing = self.hasFocus() and self.text() != self._shown
        self._shown = words
        if not changing:
            self.setText(words)
            self.setCursorPosition(0)
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.updateGeometry()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is as good as Return; a menu over it is not leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def sizeHint(self) -> QSize:
        """As wide as the words, within reason."""
        words = self.text() or self.placeholderText()
        letter = self.fontMetrics().averageCharWidth()
        width = self.fontMetrics().horizontalAdvance(words) + letter
        width = min(max(width, _SHORTEST * letter), _LONGEST * letter)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        content = QSize(width, self.fontMetrics().height())
        size = self.style().sizeFromContents(QStyle.ContentsType.CT_LineEdit, option, content, self)
        return size.expandedTo(QSize(size.width(), super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """It may be squeezed to a few letters."""
        letter = self.fontMetrics().averageCharWidth()
        return QSize(_SHORTEST * letter, self.sizeHint().height())

    def _leave(self) -> None:
        self.setCursorPosition(0)
        if self.text().strip() != self._shown.strip():
            self._shown = self.text().strip()
            self.setText(self._shown)
            self.updateGeometry()
            self.entered.emit(self._shown)
        self.left.emit()
