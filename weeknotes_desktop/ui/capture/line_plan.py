"""Where everything of a line stands at a given width, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.ui.capture.line import Line
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.marks import paint_outcome
from weeknotes_desktop.ui.widgets.wrapped import Wrapped


@dataclass(frozen=True, slots=True)
class Room:
    """What a line is planned for.

    Args:
        field: Height of the field that edits the words; 0 shows the words.
    """

    width: int
    direction: Qt.LayoutDirection
    field: int = 0


class LinePlan:
    """The row of ``line``, laid out once for ``room``."""

    def __init__(self, line: Line, room: Room, theme: Theme) -> None:
        self._line, self._room, self._theme = line, room, theme
        dots = theme.dots
        self._body, self._small = theme.font(), theme.font("small")
        gap, top = dots(5), dots(5)
        first, small = QFontMetrics(self._body).height(), QFontMetrics(self._small)
        box = max(dots(16), 14)
        before = _widest_day(small) if line.when else box
        left = gap + before + dots(7)
        wide = max(dots(40), room.width - left - gap)
        self.box = self._across(QRect(gap, top + max(0, (first - box) // 2) + 1, box, box))
        self._when = self._across(QRect(gap, top, before, first))
        self._words = Wrapped(line.text, self._body, wide, room.direction)
        height = room.field or self._words.height
        self.words = self._across(QRect(left, top, wide, height))
        below = top + height
        self._below: list[tuple[str, str, QRect]] = []
        self.offer = QRect()
        for words, colour in self._small_words():
            place = self._across(
                QRect(left, below, min(wide, small.horizontalAdvance(words) + 1), small.height())
            )
            self._below.append((words, colour, place))
            if words == line.offer:
                self.offer = place
            below += small.height()
        self.height = below + top
        square = dots(22)
        menu = QRect(room.width - square - dots(2), dots(2), square, square)
        self.menu = self._across(menu)
        arrow = menu.translated(-square, 0) if line.quick else QRect()
        self.arrow = self._across(arrow) if line.quick else arrow

    def paint(self, painter: QPainter, ground: str, *, deeds: bool) -> None:
        """Paint all but what is being edited.

        Args:
            ground: The colour the row stands on.
            deeds: Whether to show what the pointer can do.
        """
        line, theme = self._line, self._theme
        if line.ticked is not None:
            outcome = Outcome.DONE if line.ticked else None
            paint_outcome(painter, QRectF(self.box), outcome, theme.tokens, theme.tokens.page)
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._small)
        painter.setPen(theme.colour("grey"))
        painter.drawText(self._when, lead, line.when)
        for words, colour, place in self._below:
            painter.setPen(theme.colour(colour))
            shown = QFontMetrics(self._small).elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, lead, shown)
        if not self._room.field:
            painter.setPen(theme.colour("grey" if line.quiet else "text"))
            self._words.paint(painter, self.words.left(), self.words.top())
        if deeds:
            self._paint_deeds(painter, ground)

    def _small_words(self) -> tuple[tuple[str, str], ...]:
        line = self._line
        found = ((line.attention, "attention"), (line.fact, "grey"), (line.offer, "accent"))
        return tuple((words, colour) for words, colour in found if words)

    def _paint_deeds(self, painter: QPainter, ground: str) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(self.menu.united(self.arrow), theme.dots(5), theme.dots(5))
        painter.setBrush(theme.colour("grey"))
        middle, size = QRectF(self.menu).center(), theme.dots(3)
        for step in (-1, 0, 1):
            painter.drawEllipse(
                QRectF(middle.x() + step * size * 1.7 - size / 2, middle.y() - size / 2, size, size)
            )
        if not self.arrow.isNull():
            self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:
        """An arrow towards the note."""
        theme, middle = self._theme, QRectF(self.arrow).center()
        reach, head = theme.dots(6), theme.dots(4)
        if self._room.direction is Qt.LayoutDirection.RightToLeft:
            reach, head = -reach, -head
        path = QPainterPath(middle + QPointF(reach, 0))
        path.lineTo(middle - QPointF(reach, 0))
        path.moveTo(middle + QPointF(head - reach, -abs(head)))
        path.lineTo(middle - QPointF(reach, 0))
        path.lineTo(middle + QPointF(head - reach, abs(head)))
        painter.setPen(QPen(theme.colour("grey"), max(1.0, theme.dots(3) / 2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _across(self, place: QRect) -> QRect:
        """``place`` as it stands in a row that is read in this direction."""
        whole = QRect(0, 0, self._room.width, place.bottom() + 1)
        return QStyle.visualRect(self._room.direction, whole, place)


def _widest_day(metrics: QFontMetrics) -> int:
    """So that the words of all jots begin at one line."""
    short = QLocale.FormatType.ShortFormat
    return max(
        metrics.horizontalAdvance(QLocale().standaloneDayName(day, short)) for day in range(1, 8)
    )
