"""The small words under the wording of a goal, and what a click on them does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from weeknotes_desktop.ui.goals.goal_words import Fact
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.marks import paint_lock


class RowFacts:
    """Facts side by side, in as many lines as they need.

    Args:
        room: Where they may stand, from its top on.
        row: How wide the row is.
    """

    def __init__(
        self,
        facts: tuple[Fact, ...],
        room: QRect,
        row: int,
        direction: Qt.LayoutDirection,
        theme: Theme,
    ) -> None:
        self._theme, self._direction, self._row = theme, direction, row
        self._font = theme.font("small")
        metrics, dots = QFontMetrics(self._font), theme.dots
        self._placed: list[tuple[Fact, QRect]] = []
        across, top, height = 0, room.top(), metrics.height()
        for fact in facts:
            width = metrics.horizontalAdvance(fact.words) + (dots(15) if fact.lock else 0)
            width = min(width + 1, room.width())
            if across and across + width > room.width():
                across, top = 0, top + height
            place = QRect(QPoint(room.left() + across, top), QSize(width, height))
            self._placed.append((fact, self._mirrored(place)))
            across += width + dots(9)
        self.bottom = top + height if facts else 0
        """Where the row goes on below them; 0 where there are none."""

    def deed_at(self, place: QPoint) -> str:
        """What a click there does; empty for nothing."""
        return next((fact.deed for fact, spot in self._placed if spot.contains(place)), "")

    def place_of(self, deed: str) -> QRect:
        """Where one clicks to do that."""
        return next((spot for fact, spot in self._placed if fact.deed == deed), QRect())

    def paint(self, painter: QPainter) -> None:
        """Paint them all."""
        for fact, place in self._placed:
            self._paint_fact(painter, fact, place)

    def _paint_fact(self, painter: QPainter, fact: Fact, place: QRect) -> None:
        dots, theme = self._theme.dots, self._theme
        painter.setFont(self._font)
        painter.setPen(theme.colour(fact.colour))
        if fact.lock:
            size = dots(12)
            spot = QRect(place.left(), place.top() + (place.height() - size) // 2, size, size)
            spot = QStyle.visualRect(self._direction, place, spot)
            paint_lock(painter, QRectF(spot), getattr(theme.tokens, fact.colour))
            shift = dots(15)
            right_to_left = self._direction is Qt.LayoutDirection.RightToLeft
            place = place.adjusted(
                0 if right_to_left else shift, 0, -shift if right_to_left else 0, 0
            )
        words = QFontMetrics(self._font).elidedText(
            fact.words, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(
            place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, words
        )

    def _mirrored(self, place: QRect) -> QRect:
        whole = QRect(0, 0, self._row, place.bottom() + 1)
        return QStyle.visualRect(self._direction, whole, place)
