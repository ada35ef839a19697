"""Where everything of a goal's row stands at a given width, and how it is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.ui.goals.goal_words import facts, offers, remarks
from weeknotes_desktop.ui.goals.row_facts import RowFacts
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.marks import paint_outcome
from weeknotes_desktop.ui.widgets.wrapped import Wrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the row has to make room for.

    Args:
        wording: Height of the field that edits the wording; 0 shows the wording.
        line: Height of the field that edits the line; 0 shows the line.
        reason: Height of the field that asks why the goal is let go.
        details: How tall the fields are for what else is said of it, at a width; 0 shows none.
        unsaved: Whether to say that the goal is not on the disk as it stands.
    """

    width: int
    direction: Qt.LayoutDirection
    wording: int = 0
    line: int = 0
    reason: int = 0
    details: Callable[[int], int] = lambda _: 0
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
        self._facts = RowFacts(
            facts(goal, unsaved=asked.unsaved) + offers(goal),
            QRect(left, below + dots(2), room, 0),
            asked.width,
            asked.direction,
            theme,
        )
        below = self._plan_remarks(left, max(below, self._facts.bottom), room)
        below = self._plan_line(left, below + dots(3), room)
        self.reason, below = self._plan_field(asked.reason, left, below, room)
        self.details, below = self._plan_field(asked.details(room), left, below, room)
        # The handle has its place below the box.
        self.height = max(below + top - dots(1), self.box.bottom() + dots(9))
        menu = dots(22)
        self.menu = self._across(QRect(asked.width - menu - dots(2), dots(3), menu, menu))
        self._gutter = self._across(QRect(0, 0, left - dots(1), self.height))

    def at_handle(self, place: QPoint) -> bool:
        """Whether ``place`` is on the handle of the outcomes: beside the box, and below it."""
        return self._gutter.contains(place) and not self.at_box(place)

    def at_box(self, place: QPoint) -> bool:
        """Whether a click there ticks: on the box, or a little outside of it."""
        reach = self._theme.dots(5)
        ahead = self._asked.direction is Qt.LayoutDirection.RightToLeft
        near = self.box.adjusted(0 if ahead else -reach, -reach, reach if ahead else 0, reach)
        return near.contains(place)

    def deed_at(self, place: QPoint) -> str:
        """What a click there does to the goal; empty for nothing."""
        return self._facts.deed_at(place)

    def place_of(self, deed: str) -> QRect:
        """Where one clicks to do that."""
        return self._facts.place_of(deed)

    def paint(self, painter: QPainter, ground: str, *, handle: bool, menu: bool) -> None:
        """Paint all but what is being edited.

        Args:
            ground: The colour the row stands on.
            handle: Whether to show the arrow that opens the outcomes.
            menu: Whether to show the three dots that open the menu.
        """
        theme, goal = self._theme, self._goal
        box, page = QRectF(self.box), theme.tokens.page
        paint_outcome(painter, box, goal.outcome, theme.tokens, page, proposed=goal.proposed)
        if not self._asked.wording:
            quiet = goal.outcome is Outcome.DROPPED or goal.held or goal.let_go is not None
            painter.setPen(theme.colour("grey" if quiet else "text"))
            self._wording.paint(painter, self.wording.left(), self.wording.top())
        self._facts.paint(painter)
        painter.setPen(theme.colour("grey"))
        for remark, place in self._remarks:
            remark.paint(painter, place.left(), place.top())
        self._paint_line(painter)
        if handle:
            self._paint_handle(painter)
        if menu:
            self._paint_menu(painter, ground)

    def _plan_remarks(self, left: int, top: int, room: int) -> int:
        """Where sentences about the goal stand; returns where the row goes on below them."""
        self._remarks: list[tuple[Wrapped, QRect]] = []
        for words in remarks(self._goal):
            remark = Wrapped(words, self._small, room, self._asked.direction)
            place = self._across(QRect(left, top + self._theme.dots(1), room, remark.height))
            self._remarks.append((remark, place))
            top = place.bottom() + 1
        return top

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

    def _plan_field(self, height: int, left: int, top: int, room: int) -> tuple[QRect, int]:
        """Where a field lies, and where the row goes on below it."""
        if not height:
            return QRect(), top
        return self._across(QRect(left, top, room, height)), top + height + self._theme.dots(3)

    def _paint_line(self, painter: QPainter) -> None:
        if self.line.isNull():
            return
        painter.fillRect(self._rule, self._theme.colour("line"))
        if not self._asked.line:
            painter.setPen(self._theme.colour("grey"))
            self._line.paint(painter, self.line.left(), self.line.top() + 1)

    def _paint_handle(self, painter: QPainter) -> None:
        """A small arrow below the box."""
        dots = self._theme.dots
        reach, box = dots(7) / 2, QRectF(self.box)
        middle = QPointF(box.center().x(), box.bottom() + dots(5))
        arrow = QPolygonF(
            [
                middle + QPointF(-reach, -reach / 2),
                middle + QPointF(0, reach / 2),
                middle + QPointF(reach, -reach / 2),
            ]
        )
        pen = QPen(self._theme.colour("grey"), max(1.0, dots(3) / 2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(arrow)

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
