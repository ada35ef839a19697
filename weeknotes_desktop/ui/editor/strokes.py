"""How a place is marked that there is something to look at: a wave, or dots."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

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
    size = _WAVE * scale
    painter.setPen(QPen(colour, scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    wave = _wave(max(0, ceil(words.width() / size)), size)
    painter.drawPolyline(wave.translated(words.left(), words.bottom() - size))


@lru_cache(maxsize=256)
def _wave(steps: int, size: float) -> QPolygonF:
    return QPolygonF([QPointF(nth * size, -size * (nth % 2)) for nth in range(steps + 1)])
