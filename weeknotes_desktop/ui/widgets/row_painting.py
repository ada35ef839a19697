"""What the rows of every list of ours have in common: their ground, and words cut to their room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from weeknotes_desktop.ui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
LONGEST = 300
"""A very long line is slow to measure, and no row shows more than this of it."""


class RowPainting:
    """Paints parts of a row, in the direction of the window."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect) -> None:
        """Behind the row: whether it is chosen, under the mouse, and has the keyboard."""
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("accent_ground"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("hover"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = state & QStyle.StateFlag.State_HasFocus
        painter.setPen(QPen(self._theme.colour("accent")) if focused else QPen(Qt.PenStyle.NoPen))
        radius = self._theme.dots(6)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        font: QFont,
        colour: str,
        words: str,
        where: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """One line of text, cut with “…” where it is too long."""
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.setLayoutDirection(option.direction)
        place = QStyle.visualRect(option.direction, option.rect, room)
        line = " ".join(words[:LONGEST].split())
        short = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, where | Qt.TextFlag.TextSingleLine, short)
