"""Typewriter scrolling: the line of the caret stays in the middle, the paper moves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit


class Typewriter(QObject):
    """Keeps the caret in the middle of the text while it is on.

    Args:
        text: Where the note is typed.
    """

    def __init__(self, text: QPlainTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._on = False
        text.cursorPositionChanged.connect(self._centre)
        text.textChanged.connect(self._centre)

    def turn(self, *, on: bool) -> None:
        """Begin or end it; the text may then be scrolled beyond its last line."""
        self._on = on
        self._text.setCenterOnScroll(on)
        if on:
            self._centre()
        else:
            self._text.ensureCursorVisible()

    def _centre(self) -> None:
        # A click must not pull the text away from under the mouse.
        if self._on and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._text.centerCursor()
