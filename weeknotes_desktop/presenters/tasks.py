"""The writer's to-do list, under the title they gave it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.kept_lines import KeptLines
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords, Words
from weeknotes_desktop.use_cases.edit_task import (
    add_task,
    move_task,
    promote_task,
    remove_task,
    reword_task,
    tick_task,
)
from weeknotes_desktop.use_cases.old_tasks import look_at_tasks, old_tasks
from weeknotes_desktop.use_cases.task_list import task_list


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksState:
    """The to-do list as it is shown.

    Args:
        title: The writer's own.
        tasks: What is open, and what was ticked today.
        ticked: How many were ticked this week.
        old: Which have been on the list for long.
        unsaved: Which say something that is not on the disk yet.
    """

    title: str
    tasks: tuple[Task, ...] = ()
    ticked: int = 0
    old: frozenset[str] = frozenset()
    unsaved: frozenset[str] = frozenset()
    read_only: bool = False


class TasksView(Protocol):
    """What the section with the tasks must be able to do."""

    def draw(self, state: TasksState) -> None:
        """Draw the whole section."""


@dataclass(frozen=True, slots=True)
class ShownTasks:
    """The list as the library has acknowledged it; see ``TasksState``."""

    tasks: tuple[Task, ...]
    ticked: int
    old: frozenset[str]


class TasksPresenter:
    """What each click on a task means.

    Args:
        unsaved: What was typed beside the note and the disk refused.
        title: Of the list, as it is set now.
        week: The week that is shown, to which a promoted task goes.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        view: TasksView,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        unsaved: UnsavedWords,
        title: Callable[[], str],
        week: Callable[[], Week],
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._view, self._notices, self._clock = view, notices, clock
        self._unsaved, self._title, self._week = unsaved, title, week
        self._read_only = read_only
        self._lines: KeptLines[ShownTasks] = KeptLines(
            look=lambda: partial(_read, now=clock(), may_write=read_only is None),
            draw=self._draw,
            writer=writer,
            notices=notices,
            unsaved=unsaved,
            read_only=read_only,
        )
        self.changed: Hook[None] = Hook()
        """The library holds other tasks than a moment ago."""
        self.promoted: Hook[Week] = Hook()
        """The goals of that week are others than a moment ago."""

    def look_again(self) -> None:
        """Show the list as the library holds it now."""
        self._lines.look_again()

    def add(self, text: str) -> None:
        """Put a task at the end of the list."""
        ident = new_id()
        act = partial(add_task, text=text, task_id=ident)
        lay = _new(Task(id=ident, text=text))
        self._do(act, words=Words(("task", ident), text, act, lay, ShownTasks, self._send_again))

    def reword(self, task_id: str, text: str) -> None:
        """Give a task another wording."""
        act = partial(reword_task, task_id=task_id, text=text)
        lay = _reworded(task_id, text)
        place = ("task wording", task_id)
        self._do(act, words=Words(place, text, act, lay, ShownTasks, self._send_again))

    def tick(self, task_id: str, *, done: bool) -> None:
        """Tick a task, or take the tick back."""
        self._do(partial(tick_task, task_id=task_id, now=self._clock(), done=done))

    def move(self, task_id: str, by: int) -> None:
        """Move a task up or down among those that are shown."""
        shown = self._lines.shown
        order = [task.id for task in shown.tasks] if shown is not None else []
        if task_id in order and 0 <= (to := order.index(task_id) + by) < len(order):
            self._do(partial(move_task, task_id=task_id, to=order[to]))

    def remove(self, task_id: str) -> None:
        """Remove a task; the notice offers it back."""
        never_kept = self._unsaved.drop(("task", task_id), ("task wording", task_id))
        if never_kept is not None:
            self._lines.draw()
            self._say_removed(never_kept.line, lambda: self._send_again(never_kept))
            return
        self._do(
            partial(remove_task, task_id=task_id, now=self._clock()),
            lambda task: self._say_removed(task.text, lambda: self._bring_back(task.id)),
        )

    def promote(self, task_id: str) -> None:
        """Make a goal of the shown week out of a task; the notice offers to take it back."""
        act = partial(promote_task, task_id=task_id, week=self._week(), now=self._clock())

        def done(goal: Goal) -> None:
            self.promoted.emit(goal.week)
            words = f"“{goal.text}” is a goal of week {goal.week.number} now."
            self._notices.show(
                Notice(words, action="Undo", act=lambda: self._demote(goal, task_id))
            )

        self._do(act, done)

    def _demote(self, goal: Goal, task_id: str) -> None:
        now = self._clock()

        def act(library: NoteLibrary) -> None:
            library.remove_goal(goal.id, now)
            library.bring_back(task_id, now)

        self._do(act, lambda _: self.promoted.emit(goal.week))

    def _bring_back(self, task_id: str) -> None:
        now = self._clock()
        self._do(lambda library: library.bring_back(task_id, now))

    def _do(
        self,
        act: Callable[[NoteLibrary], Any],
        then: Callable[[Any], None] | None = None,
        words: Words | None = None,
    ) -> None:
        def done(result: Any) -> None:
            self.changed.emit(None)
            if then is not None:
                then(result)

        self._lines.do(act, done, words)

    def _send_again(self, words: Words) -> None:
        self._do(words.act, words=words)

    def _say_removed(self, text: str, undo: Callable[[], None]) -> None:
        self._notices.show(Notice(f"“{text}” is removed.", action="Undo", act=undo))

    def _draw(self, shown: ShownTasks) -> None:
        self._view.draw(
            TasksState(
                title=self._title(),
                tasks=shown.tasks,
                ticked=shown.ticked,
                old=shown.old,
                unsaved=frozenset(ident for _, ident in self._unsaved.places),
                read_only=self._read_only is not None,
            )
        )


def _read(library: NoteLibrary, now: datetime, *, may_write: bool) -> ShownTasks:
    if may_write:
        look_at_tasks(library, now)
    listed, today = task_list(library, now), now.date()
    tasks = tuple(
        task
        for task in listed.tasks
        if task.done_at is None or task.done_at.astimezone(now.tzinfo).date() == today
    )
    return ShownTasks(tasks, listed.ticked, old_tasks(library, now))


def _new(task: Task) -> Callable[[ShownTasks], ShownTasks]:
    """Lay a task that is not on the disk at the end of the list."""
    return lambda shown: replace(shown, tasks=(*shown.tasks, task))


def _reworded(task_id: str, text: str) -> Callable[[ShownTasks], ShownTasks]:
    """Lay another wording over a task."""
    return lambda shown: replace(
        shown,
        tasks=tuple(
            replace(task, text=text) if task.id == task_id else task for task in shown.tasks
        ),
    )
