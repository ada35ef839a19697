"""The section with the to-do list, under the writer's own title."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QWidget

from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.presenters.tasks import TasksState
from weeknotes_desktop.ui.capture.line import (
    DOWN,
    EDIT,
    REMOVE,
    UP,
    Deed,
    Deeds,
    Line,
    alt_key,
    plain_keys,
)
from weeknotes_desktop.ui.capture.line_list import LineList
from weeknotes_desktop.ui.capture.section import Section
from weeknotes_desktop.ui.goals.goal_words import not_saved_yet
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.entry_line import EntryLine

_TICK, _PROMOTE = "tick", "promote"
_KEY = Qt.Key


class TasksSection(Section):
    """Draws a ``TasksState`` and says what the user did."""

    entered = Signal(str)
    reworded = Signal(str, str)
    ticked = Signal(str, bool)  # whether it is done
    moved = Signal(str, int)  # by how many places
    promoted = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.field = EntryLine(self.tr("+ Add a task…"), self.tr("Add a task"))
        self.field.setObjectName("taskEntry")
        self.field.entered.connect(self.entered)
        self.field.turned_back.connect(self._turn_back)
        self._list = LineList(self._deeds, _TICK, self.field, theme)
        self._list.chosen.connect(self._choose)
        self._list.reworded.connect(self.reworded)
        self._list.reached.connect(self.reached)
        self._column.addWidget(self._list)
        self._indent = QSpacerItem(0, 0)
        entry = QHBoxLayout()
        entry.setSpacing(0)
        entry.addItem(self._indent)
        entry.addWidget(self.field, 1)
        self._column.addLayout(entry)
        self.measure()

    def draw(self, state: TasksState) -> None:
        """Draw the whole section."""
        number = QLocale().toString(state.ticked)
        ticked = self.tr("{n} ticked this week").format(n=number) if state.ticked else ""
        self._say(state.title or self.tr("Tasks"), ticked)
        self._list.draw(tuple(self._line(task, state) for task in state.tasks))
        for part in (self._list, self.field):
            part.setEnabled(not state.read_only)
        self.rearranged.emit()

    def add_task(self) -> None:
        """Put the keyboard where a task is entered."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reached.emit(self.field)

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        return [*self._list.tab_stops(), self.field]

    def finish_editing(self) -> None:
        """Hand over whatever is being typed."""
        self._list.finish_editing()
        self.field.enter()

    def measure(self) -> None:
        """Text has another size or other colours now."""
        super().measure()
        # Below the words of the tasks, not below their boxes.
        self._indent.changeSize(self._theme.dots(22), 0)
        self._list.measure()

    def _turn_back(self) -> None:
        """Back to the last task; without tasks, to what stands before the field."""
        if not self._list.focus_last():
            self.focusPreviousChild()

    def _choose(self, task_id: str, name: str) -> None:
        row = self._list.row(task_id)
        if name == _TICK and row is not None:
            self.ticked.emit(task_id, not row.line.ticked)
        elif name in (UP, DOWN):
            self.moved.emit(task_id, 1 if name == DOWN else -1)
        elif name == _PROMOTE:
            self.promoted.emit(task_id)
        elif name == REMOVE:
            self.removed.emit(task_id)

    def _deeds(self, line: Line) -> Deeds:
        enter = plain_keys(_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_F2)
        tick = self.tr("Take the tick back") if line.ticked else self.tr("Tick")
        promote = Deed(_PROMOTE, self.tr("Promote to goal"), "G", plain_keys(_KEY.Key_G))
        return (
            # The box itself listens for the space bar.
            Deed(_TICK, tick, self.tr("Space"), ()),
            Deed(EDIT, self.tr("Edit"), self.tr("Enter"), enter),
            *(() if line.ticked else (promote,)),
            None,
            Deed(UP, self.tr("Move up"), self.tr("Alt+Up"), alt_key(_KEY.Key_Up)),
            Deed(DOWN, self.tr("Move down"), self.tr("Alt+Down"), alt_key(_KEY.Key_Down)),
            None,
            Deed(REMOVE, self.tr("Remove"), self.tr("Del"), plain_keys(_KEY.Key_Delete)),
        )

    def _line(self, task: Task, state: TasksState) -> Line:
        done = task.done_at is not None
        old = task.id in state.old and not state.read_only
        return Line(
            id=task.id,
            text=task.text,
            name=task.text,
            ticked=done,
            quiet=done,
            attention=not_saved_yet() if task.id in state.unsaved else "",
            offer=self.tr("Promote to goal") if old and not done else "",
        )
