"""Read the to-do list, and find a task in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """The to-do list as the writer works with it.

    Args:
        tasks: What is open, and what was ticked this week.
        ticked: How many were ticked this week.
    """

    tasks: tuple[Task, ...]
    ticked: int


def task_list(library: NoteLibrary, now: datetime) -> TaskList:
    """The list at ``now``, local time; what was ticked in an earlier week is done with."""
    week = Week.of(now.date())
    tasks = tuple(
        task
        for task in library.tasks()
        if task.done_at is None or ticked_in(task.done_at, now) == week
    )
    return TaskList(tasks=tasks, ticked=sum(task.done_at is not None for task in tasks))


def ticked_in(done_at: datetime, now: datetime) -> Week:
    """The week in which a task was ticked, by the calendar where the writer is."""
    return Week.of(done_at.astimezone(now.tzinfo).date())


def find_task(library: NoteLibrary, task_id: str) -> Task:
    """One task of the list.

    Raises:
        NotFoundError: If there is none with that id.
    """
    found = next((task for task in library.tasks() if task.id == task_id), None)
    if found is None:
        raise NotFoundError(
            f"There is no task with the id {task_id}.", "`task list --all` shows them."
        )
    return found
