"""The goals of one week, one row each, with a field for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.presenters.goals_state import Crowd
from weeknotes_desktop.ui.goals.goal_row import GoalRow
from weeknotes_desktop.ui.goals.goal_voice import GoalVoice
from weeknotes_desktop.ui.goals.goal_words import crowd_words
from weeknotes_desktop.ui.goals.row_dragging import RowDragging
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.entry_line import EntryLine

if TYPE_CHECKING:
    # It comes with an import.
    from weeknotes_desktop.ui.goals.proposed_bar import ProposedBar


class WeekGoalsList(QWidget):
    """Keeps the rows of goals it has shown, so that typing and the keyboard's place stay.

    Args:
        offer: What the field for a new goal offers.
        name: What that field is for, for screen readers.
        voice: Says what was done to a goal.
    """

    entered = Signal(str)
    all_confirmed = Signal()
    all_dismissed = Signal()
    rearranged = Signal()  # other things in it can be reached by Tab
    reached = Signal(object)  # the widget to which the keyboard was taken

    def __init__(self, offer: str, name: str, voice: GoalVoice, theme: Theme) -> None:
        super().__init__()
        self._voice, self._theme = voice, theme
        self._rows: dict[str, GoalRow] = {}
        self._bar: ProposedBar | None = None
        self._crowd: QLabel | None = None
        self._whole, self._column = QVBoxLayout(self), QVBoxLayout()
        for layout in (self._whole, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._whole.addLayout(self._column)
        self.field = EntryLine(offer, name)
        self.field.setObjectName("goalEntry")
        self.field.entered.connect(self.entered)
        self.field.turned_back.connect(self._turn_back)
        self._column.addWidget(self.field)
        self._dragging = RowDragging(self, self._in_order, theme)
        self._dragging.moved.connect(voice.moved)
        self._dragging.reached.connect(self.reached)

    def offer(self, words: str) -> None:
        """Offer a new goal in these words."""
        self.field.setPlaceholderText(words)

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

    def say_proposed(self, number: int) -> None:
        """Say how many of the goals are proposed, above them; nothing where none is."""
        if self._bar is None and number:
            # Not on top: few weeks have such goals.
            from weeknotes_desktop.ui.goals.proposed_bar import ProposedBar

            self._bar = ProposedBar(self._theme)
            self._bar.confirmed.connect(self.all_confirmed)
            self._bar.dismissed.connect(self.all_dismissed)
            self._whole.insertWidget(0, self._bar)
        if self._bar is not None:
            self._bar.draw(number)
            self._bar.setVisible(number > 0)

    def say_crowd(self, crowd: Crowd | None) -> None:
        """Say below the goals that they are many more than usual, where that is so."""
        if self._crowd is None and crowd is not None:
            # Not on top: few weeks have so many.
            from weeknotes_desktop.ui.capture.leading import LeadingLabel

            self._crowd = LeadingLabel("goalsCrowd")
            self._whole.addWidget(self._crowd)
        if self._crowd is not None:
            self._crowd.setText(crowd_words(crowd) if crowd is not None else "")
            self._crowd.setVisible(crowd is not None)

    def row(self, goal_id: str) -> GoalRow | None:
        """The row of a goal, if it is shown here."""
        return self._rows.get(goal_id)

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        stops: list[QWidget] = [] if self._bar is None else self._bar.tab_stops()
        for row in self._in_order():
            stops += row.stops
        return [*stops, self.field]

    def focus_first(self) -> None:
        """Put the keyboard on the first goal, if there is one."""
        for row in self._in_order()[:1]:
            self._go_to(row)

    def finish_editing(self) -> None:
        """Keep what is being typed, in a row or in the field."""
        for row in list(self._rows.values()):
            row.finish_editing()
        self.field.enter()

    def measure(self) -> None:
        """Text has another size or other colours now."""
        for row in self._rows.values():
            row.replan()

    def _new_row(self, goal: Goal) -> GoalRow:
        row = GoalRow(goal, self._voice, self._theme, self)
        row.shifted.connect(self._shift)
        row.stepped.connect(self._step)
        row.details.turned.connect(self.rearranged)
        row.details.turned.connect(lambda: self._reach(row))
        self._dragging.watch(row)
        return row

    def _take_away(self, row: GoalRow) -> None:
        """Drop a row; words that were being typed into it are handed over first."""
        place = self._column.indexOf(row)
        if row.hasFocus():
            self._focus_near(place)
        self._column.removeWidget(row)
        row.hand_over_later()
        self._dragging.stop()
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

    def _reach(self, row: GoalRow) -> None:
        """Details opened or closed: what has the keyboard stays in sight."""
        now = QApplication.focusWidget()
        within = now is None or now is row or row.isAncestorOf(now)
        self.reached.emit(row if within else now)

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

    def _shift(self, goal_id: str, by: int) -> None:
        place = self._column.indexOf(self._rows[goal_id])
        to = place + by
        if 0 <= to < len(self._rows):
            self._voice.moved.emit(goal_id, to)
