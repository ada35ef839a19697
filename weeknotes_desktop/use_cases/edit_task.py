"""Put a task on the list, tick it, and make a goal of it."""

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


def add_task(library: NoteLibrary, text: str) -> Task:
    """Put a task at the end of the list.

    Raises:
        WeekNotesError: If it is empty or too long.
    """
    line = one_line(text)
    if not line:
        raise WeekNotesError("A task needs a few words.")
    with library.transaction():
        last = max((other.position for other in library.tasks()), default=-1)
        return library.add_task(Task(id=new_id(), text=line, position=last + 1))


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
