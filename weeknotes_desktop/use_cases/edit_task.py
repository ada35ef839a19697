"""Put a task on the list, word it anew, move it, tick it, and make a goal of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.text import one_line
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.task_list import find_task


def add_task(library: NoteLibrary, text: str, *, task_id: str | None = None) -> Task:
    """Put a task at the end of the list.

    Args:
        task_id: Its id, where it has one already.

    Raises:
        WeekNotesError: If it is empty or too long.
    """
    line = one_line(text)
    if not line:
        raise WeekNotesError("A task needs a few words.")
    with library.transaction():
        last = max((other.position for other in library.tasks()), default=-1)
        return library.add_task(Task(id=task_id or new_id(), text=line, position=last + 1))


def reword_task(library: NoteLibrary, task_id: str, text: str) -> Task:
    """Give a task another wording.

    Raises:
        NotFoundError: If there is no such task.
        WeekNotesError: If the wording is empty or too long.
    """
    line = one_line(text)
    if not line:
        raise WeekNotesError("A task needs a few words.")
    with library.transaction():
        task = find_task(library, task_id)
        return task if task.text == line else library.save_task(replace(task, text=line))


def move_task(library: NoteLibrary, task_id: str, to: str) -> tuple[Task, ...]:
    """Put a task where the task ``to`` stands; returns the list in its new order.

    Raises:
        NotFoundError: If one of them is not on the list.
    """
    with library.transaction():
        task, place = find_task(library, task_id), find_task(library, to)
        tasks = library.tasks()
        order = [other for other in tasks if other.id != task_id]
        order.insert(tasks.index(place), task)
        return tuple(
            other
            if other.position == position
            else library.save_task(replace(other, position=position))
            for position, other in enumerate(order)
        )


def remove_task(library: NoteLibrary, task_id: str, now: datetime) -> Task:
    """Put a task into the trash; returns it, so that it can be named.

    Raises:
        NotFoundError: If there is no such task.
    """
    with library.transaction():
        task = find_task(library, task_id)
        library.remove_task(task_id, now)
        return task


def tick_task(library: NoteLibrary, task_id: str, now: datetime, *, done: bool = True) -> Task:
    """Tick a task, or take the tick back; one that is ticked keeps its time.

    Raises:
        NotFoundError: If there is no such task.
    """
    with library.transaction():
        task = find_task(library, task_id)
        if (task.done_at is not None) == done:
            return task
        return library.save_task(replace(task, done_at=now if done else None))


def promote_task(
    library: NoteLibrary,
    task_id: str,
    week: Week,
    now: datetime,
    *,
    audience: Audience = Audience.PUBLIC,
) -> Goal:
    """Make a goal of ``week`` out of a task, which leaves the list for the trash.

    Raises:
        NotFoundError: If there is no such task.
        WeekNotesError: If it is done already.
    """
    with library.transaction():
        task = find_task(library, task_id)
        if task.done_at is not None:
            raise WeekNotesError("That task is done.", "Take its tick back first.")
        goal = add_goal(library, week, task.text, now, audience=audience)
        library.remove_task(task_id, now)
        return goal
