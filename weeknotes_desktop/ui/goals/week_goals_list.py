"""The goals of one week, one row each, with a field for the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.entry_line import EntryLine


class WeekGoalsList(QWidget):
    """Keeps the rows of goals it has shown, so that typing and the keyboard's place stay.

    Args:
        offer: What the field for a new goal offers.
        name: What that field is for, for screen readers.
    """

    entered = Signal(str)
    reworded = Signal(str, str)
    outcome_chosen = Signal(str, object)
    line_entered = Signal(str, str)
    moved = Signal(str, int)  # to which place in the week
    removed = Signal(str)
    audience_chosen = Signal(str, object)
    reached = Signal(object)  # the widget to which the keyboard was taken

    def __init__(self, offer: str, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, GoalRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.field = EntryLine(offer, name)
        self.field.setObjectName("goalEntry")
        self.field.entered.connect(self.entered)
        self.field.turned_back.connect(self._turn_back)
        self._column.addWidget(self.field)

    def draw(self, goals: tuple[Goal, ...], unsaved: frozenset[str]) -> None:
        """Show ``goals`` in their order.

        Args:
            unsaved: Which of them are not on the disk as they stand.
        """
        before = {row: self._column.indexOf(row) for row in self._rows.values() if row.hasFocus()}
        wanted = {goal.id for goal in goals}
        for goal_id in [known for known in self._rows if known not in wanted]:
            self._take_away(self._rows.pop(goal_id))
        for place, goal in enumerate(goals):
            row = self._rows.get(goal.id)
            if row is None:
                row = self._rows[goal.id] = self._new_row(goal)
                self._column.insertWidget(place, row)
                # Now, not when Qt comes round to it: the keyboard may be put on it next.
                row.show()
            if (row.goal, row.unsaved) != (goal, goal.id in unsaved):
                row.show_goal(goal, unsaved=goal.id in unsaved)
            if self._column.indexOf(row) != place:
                # Not hidden in between: the keyboard and what is being typed stay with it.
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            if before.get(row, place) != place:
                self._tell_place(row, place, len(goals))

    def row(self, goal_id: str) -> GoalRow | None:
        """The row of a goal, if it is shown here."""
        return self._rows.get(goal_id)

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        stops: list[QWidget] = []
        for row in self._in_order():
            stops += [row] if row.editing.field is None else [row, row.editing.field]
        return [*stops, self.field]

    def focus_first(self) -> None:
        """Put the keyboard on the first goal, if there is one."""
        for row in self._in_order()[:1]:
            self._go_to(row)

    def finish_editing(self) -> None:
        """Keep what is being typed, in a row or in the field."""
        for row in list(self._rows.values()):
            row.editing.finish()
        self.field.enter()

    def measure(self) -> None:
        """Text has another size or other colours now."""
        for row in self._rows.values():
            row.replan()

    def _new_row(self, goal: Goal) -> GoalRow:
        row = GoalRow(goal, self._theme, self)
        row.reworded.connect(self.reworded)
        row.outcome_chosen.connect(self.outcome_chosen)
        row.line_entered.connect(self.line_entered)
        row.removed.connect(self.removed)
        row.audience_chosen.connect(self.audience_chosen)
        row.moved.connect(self._move)
        row.stepped.connect(self._step)
        return row

    def _take_away(self, row: GoalRow) -> None:
        """Drop a row; words that were being typed into it are handed over first."""
        place = self._column.indexOf(row)
        if row.hasFocus():
            self._focus_near(place)
        self._column.removeWidget(row)
        row.editing.hand_over_later()
        row.hide()
        QTimer.singleShot(0, row, row.deleteLater)

    def _focus_near(self, place: int) -> None:
        """Give the keyboard to what stands after, or before, a row that goes."""
        after, before = self._column.itemAt(place + 1), self._column.itemAt(place - 1)
        near = after if place + 1 < self._column.count() - 1 or before is None else before
        widget = near.widget() if near is not None else None
        if widget is not None:
            self._go_to(widget)

    def _in_order(self) -> list[GoalRow]:
        return sorted(self._rows.values(), key=self._column.indexOf)

    def _step(self, goal_id: str, by: int) -> None:
        """The keyboard goes along the goals as far as the field behind them, never further."""
        stops: list[QWidget] = [*self._in_order(), self.field]
        to = stops.index(self._rows[goal_id]) + by
        if 0 <= to < len(stops):
            self._go_to(stops[to])

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reached.emit(widget)

    def _turn_back(self) -> None:
        """Back to the last goal; without goals, to what stands before the field."""
        rows = self._in_order()
        if rows:
            self._go_to(rows[-1])
        else:
            self.focusPreviousChild()

    def _tell_place(self, row: GoalRow, place: int, count: int) -> None:
        """Tell who cannot see it where the goal they moved stands now."""
        # Not on top: nothing is moved before the first paint.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        words = self.tr("{goal}, now number {place} of {count}")
        row.setAccessibleDescription(words.format(goal=row.goal.text, place=place + 1, count=count))
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.DescriptionChanged))

    def _move(self, goal_id: str, by: int) -> None:
        place = self._column.indexOf(self._rows[goal_id])
        to = place + by
        if 0 <= to < len(self._rows):
            self.moved.emit(goal_id, to)
