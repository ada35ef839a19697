"""Dragging a goal to another place in its week."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QWidget

from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.theme import Theme


class RowDragging(QObject):
    """Shows by a line where the goal would go, and says so when it is dropped.

    Args:
        parent: The list that the rows stand in.
        rows: They, as they stand.
    """

    moved = Signal(str, int)  # to which place in the week
    reached = Signal(object)  # the line, to be scrolled to

    def __init__(self, parent: QWidget, rows: Callable[[], list[GoalRow]], theme: Theme) -> None:
        super().__init__(parent)
        self._list, self._rows, self._theme = parent, rows, theme
        self._line: QFrame | None = None
        self._place: int | None = None

    def watch(self, row: GoalRow) -> None:
        """Let that row be dragged."""
        row.dragged.connect(lambda _, height: self._drag(row, height))
        row.dropped.connect(lambda goal_id: self._drop(goal_id))
        row.given_back.connect(lambda _: self.stop())

    def stop(self) -> None:
        """Nothing is being dragged any more."""
        self._place = None
        if self._line is not None:
            self._line.hide()

    def _drag(self, row: GoalRow, height: int) -> None:
        """Show where ``row`` would go, were it dropped at ``height``."""
        rows = self._rows()
        y = row.mapTo(self._list, QPoint(0, height)).y()
        others = [other for other in rows if other is not row]
        self._place = sum(other.geometry().center().y() < y for other in others)
        if self._place == rows.index(row):
            self._hide_line()
            return
        above = others[self._place - 1].geometry().bottom() + 1 if self._place else 0
        thick = max(2, self._theme.dots(2))
        line = self._drawn_line()
        line.setGeometry(0, max(0, above - thick // 2), self._list.width(), thick)
        line.show()
        line.raise_()
        self.reached.emit(line)

    def _drop(self, goal_id: str) -> None:
        place, rows = self._place, self._rows()
        self.stop()
        here = next((nth for nth, row in enumerate(rows) if row.goal.id == goal_id), None)
        if place is not None and here is not None and place != here:
            self.moved.emit(goal_id, place)

    def _hide_line(self) -> None:
        if self._line is not None:
            self._line.hide()

    def _drawn_line(self) -> QFrame:
        if self._line is None:
            self._line = QFrame(self._list)
            self._line.setObjectName("dropLine")
        return self._line
