"""Text wrapped to a width, measured once and painted many times."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

# How far lines stand apart, in parts of their height.
_LEADING = 1.12


class Wrapped:
    """Words that wrap between words, and inside those that are too long."""

    def __init__(self, text: str, font: QFont, width: int, direction: Qt.LayoutDirection) -> None:
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction)
        # Qt does not turn the side by itself.
        if direction is Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        height = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height() * _LEADING
        self._layout.endLayout()
        self.height = round(height)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint in the painter's pen."""
        self._layout.draw(painter, QPointF(left, top))
