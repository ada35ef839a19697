"""The title, large and quiet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from weeknotes_desktop.ui.theme import Theme

# Around the words, within the field.
_AROUND = 18


class TitleEdit(QLineEdit):
    """One line, smaller where it would be cut; Return and the down key go on to the text.

    Args:
        theme: Knows how wide a title is at its full size.
    """

    left = Signal()
    done = Signal()  # the writer wants to go on to the text

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.above: list[Callable[[], None]] = []
        """Who paints over the title, once they are there."""
        self.setObjectName("noteTitle")
        self.setProperty("look", "quiet")
        self.setAccessibleName(self.tr("Title"))
        self.setPlaceholderText(self.tr("Title (optional)"))

    def show_title(self, title: str) -> None:
        """Show ``title`` from its beginning."""
        self.setText(title)
        self.setCursorPosition(0)
        self._fit()

    def rename(self, title: str) -> None:
        """Have another title, as the note was given one elsewhere; the caret stays."""
        if title != self.text():
            place, told = self.cursorPosition(), self.blockSignals(True)
            self.selectAll()
            self.insert(title)
            self.setCursorPosition(place)
            self.blockSignals(told)
            self._fit()

    def replace_title(self, title: str) -> None:
        """Put another title in place, as an edit that can be undone."""
        if title != self.text():
            self.selectAll()
            # Qt takes this for typing: it says textEdited by itself.
            self.insert(title)
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and the down key go on to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may be too narrow, or wide enough again."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title, and what there is to look at in it."""
        super().paintEvent(event)
        for paint in self.above:
            paint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the writer left the title; a menu over it is not leaving."""
        super().focusOutEvent(event)
        self._fit()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _fit(self) -> None:
        """Not while one types: letters that shrink under the caret are no help."""
        metrics = QFontMetrics(self._theme.font("title", QFont.Weight.Bold))
        room = self.width() - self._theme.dots(_AROUND)
        long = metrics.horizontalAdvance(self.text()) > room
        if bool(self.property("long")) != long:
            self.setProperty("long", long)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()
