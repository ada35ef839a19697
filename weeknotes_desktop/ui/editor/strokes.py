"""How a place is marked that there is something to look at: a wave, or dots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_WAVE = 2.0


def paint_stroke(
    painter: QPainter, words: QRectF, colour: QColor, scale: float, *, wave: bool
) -> None:
    """Underline the words in that place: a wave for a misspelt word, dots for anything else."""
    if wave:
        _paint_wave(painter, words, colour, scale)
    else:
        painter.setPen(QPen(colour, 1.5 * scale, Qt.PenStyle.DotLine))
        foot = words.bottom() - _WAVE * scale
        painter.drawLine(QPointF(words.left(), foot), QPointF(words.right(), foot))


def _paint_wave(painter: QPainter, words: QRectF, colour: QColor, scale: float) -> None:
    wave = _WAVE * scale
    foot = words.bottom() - wave
    points = [QPointF(words.left(), foot)]
    while points[-1].x() < words.right():
        up = len(points) % 2
        points.append(QPointF(points[-1].x() + wave, foot - wave * up))
    painter.setPen(QPen(colour, scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
