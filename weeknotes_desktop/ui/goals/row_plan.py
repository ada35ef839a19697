"""Where everything of a goal's row stands at a given width, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.ui.goals.goal_words import Fact, facts
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.marks import paint_lock, paint_outcome
from weeknotes_desktop.ui.widgets.wrapped import Wrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the row has to make room for.

    Args:
        wording: Height of the field that edits the wording; 0 shows the wording.
        line: Height of the field that edits the line; 0 shows the line.
        unsaved: Whether to say that the goal is not on the disk as it stands.
    """

    width: int
    direction: Qt.LayoutDirection
    wording: int = 0
    line: int = 0
    unsaved: bool = False


class RowPlan:
    """The row of ``goal``, laid out once for ``asked``."""

    def __init__(self, goal: Goal, asked: Asked, theme: Theme) -> None:
        self._goal, self._asked, self._theme = goal, asked, theme
        dots = theme.dots
        self._body, self._small = theme.font(), theme.font("small")
        gap, top = dots(5), dots(6)
        box = max(dots(16), 14)
        left = gap + box + dots(7)
        room = max(dots(40), asked.width - left - gap)
        first = QFontMetrics(self._body).height()
        self.box = self._across(QRect(gap, top + max(0, (first - box) // 2) + 1, box, box))
        self._wording = Wrapped(goal.text, self._body, room, asked.direction)
        height = asked.wording or self._wording.height
        self.wording = self._across(QRect(left, top, room, height))
        below = self.wording.bottom() + 1
        self._facts = self._flow(facts(goal, unsaved=asked.unsaved), left, below + dots(2), room)
        if self._facts:
            below = max(place.bottom() for _, place in self._facts) + 1
        below = self._plan_line(left, below + dots(3), room)
        self.height = below + top - dots(1)
        menu = dots(22)
        self.menu = self._across(QRect(asked.width - menu - dots(2), dots(3), menu, menu))

    def paint(self, painter: QPainter, ground: str, *, menu: bool) -> None:
        """Paint all but what is being edited.

        Args:
            ground: The colour the row stands on.
            menu: Whether to show the three dots that open the menu.
        """
        theme, goal = self._theme, self._goal
        paint_outcome(painter, QRectF(self.box), goal.outcome, theme.tokens, theme.tokens.page)
        if not self._asked.wording:
            quiet = goal.outcome is Outcome.DROPPED
            painter.setPen(theme.colour("grey" if quiet else "text"))
            self._wording.paint(painter, self.wording.left(), self.wording.top())
        for fact, place in self._facts:
            self._paint_fact(painter, fact, place)
        self._paint_line(painter)
        if menu:
            self._paint_menu(painter, ground)

    def _plan_line(self, left: int, top: int, room: int) -> int:
        """Where the line stands; returns where the row goes on below it."""
        dots, asked = self._theme.dots, self._asked
        inset = dots(10)
        said = self._goal.line or ""
        self._line = Wrapped(said, self._small, room - inset, asked.direction)
        if not said and not asked.line:
            self.line = QRect()
            return top
        height = asked.line or self._line.height + dots(2)
        self.line = self._across(QRect(left + inset, top, room - inset, height))
        self._rule = self._across(QRect(left, top, max(1, dots(2)), height))
        return top + height

    def _flow(
        self, found: tuple[Fact, ...], left: int, top: int, room: int
    ) -> list[tuple[Fact, QRect]]:
        """Facts side by side, in as many lines as they need."""
        metrics, dots = QFontMetrics(self._small), self._theme.dots
        placed, across, height = [], 0, metrics.height()
        for fact in found:
            width = metrics.horizontalAdvance(fact.words) + (dots(15) if fact.lock else 0)
            width = min(width + 1, room)
            if across and across + width > room:
                across, top = 0, top + height
            placed.append(
                (fact, self._across(QRect(QPoint(left + across, top), QSize(width, height))))
            )
            across += width + dots(9)
        return placed

    def _paint_fact(self, painter: QPainter, fact: Fact, place: QRect) -> None:
        dots, theme = self._theme.dots, self._theme
        painter.setFont(self._small)
        painter.setPen(theme.colour(fact.colour))
        if fact.lock:
            size = dots(12)
            spot = QRect(place.left(), place.top() + (place.height() - size) // 2, size, size)
            spot = QStyle.visualRect(self._asked.direction, place, spot)
            paint_lock(painter, QRectF(spot), getattr(theme.tokens, fact.colour))
            shift = dots(15)
            right_to_left = self._asked.direction is Qt.LayoutDirection.RightToLeft
            place = place.adjusted(
                0 if right_to_left else shift, 0, -shift if right_to_left else 0, 0
            )
        words = QFontMetrics(self._small).elidedText(
            fact.words, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(
            place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, words
        )

    def _paint_line(self, painter: QPainter) -> None:
        if self.line.isNull():
            return
        painter.fillRect(self._rule, self._theme.colour("line"))
        if not self._asked.line:
            painter.setPen(self._theme.colour("grey"))
            self._line.paint(painter, self.line.left(), self.line.top() + 1)

    def _paint_menu(self, painter: QPainter, ground: str) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(self.menu, theme.dots(5), theme.dots(5))
        painter.setBrush(theme.colour("grey"))
        middle, size = QRectF(self.menu).center(), theme.dots(3)
        for step in (-1, 0, 1):
            painter.drawEllipse(
                QRectF(middle.x() + step * size * 1.7 - size / 2, middle.y() - size / 2, size, size)
            )

    def _across(self, place: QRect) -> QRect:
        """``place`` as it stands in a row that is read in this direction."""
        whole = QRect(0, 0, self._asked.width, place.bottom() + 1)
        return QStyle.visualRect(self._asked.direction, whole, place)
