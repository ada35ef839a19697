"""Labels that begin where one begins to read, whatever language their words are in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel


class LeadingLabel(QLabel):
    """Plain words that wrap, on the side from which the window is read."""

    def __init__(self, name: str, words: str = "") -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # Wrapped words never make the window wider.
        self.setMinimumWidth(1)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        """Another direction is another side."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        # Qt would look at the words: English ones begin on the left of any window.
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
