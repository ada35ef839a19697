"""Commands about the to-do list."""

from __future__ import annotations

import argparse
from datetime import datetime

from weeknotes_desktop.cli.shapes import Shape, goal_shape
from weeknotes_desktop.cli.terminal import Terminal
from weeknotes_desktop.cli.weeks import week_given
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.use_cases.edit_task import add_task, promote_task, tick_task
from weeknotes_desktop.use_cases.task_list import task_list


def task(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    """Put a task on the list, tick it, make a goal of it, or list them all."""
    acts = {"add": _add, "done": _done, "promote": _promote, "list": _list}
    acts[given.act](parts, given, terminal)


def task_shape(task: Task, now: datetime) -> Shape:
    """A task, as ``task list`` prints it, in the zone of ``now``."""
    done_at = task.done_at.astimezone(now.tzinfo) if task.done_at else None
    return {
        "id": task.id,
        "position": task.position,
        "text": task.text,
        "done_at": done_at.isoformat(timespec="seconds") if done_at else None,
    }


def _add(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    with parts.writing() as library:
        added = add_task(library, given.text)
    terminal.answer(given, task_shape(added, parts.now()), _line(added))


def _done(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    with parts.writing() as library:
        ticked = tick_task(library, given.task, parts.now(), done=not given.off)
    terminal.answer(given, task_shape(ticked, parts.now()), _line(ticked))


def _promote(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    week = week_given(given.week, parts.today())
    with parts.writing() as library:
        goal = promote_task(
            library, given.task, week, parts.now(), audience=Audience(given.audience)
        )
    words = f"{goal.text}  is a goal of {goal.week} now  ({goal.id})"
    terminal.answer(given, goal_shape(goal, parts.now()), words)


def _list(parts: Parts, given: argparse.Namespace, terminal: Terminal) -> None:
    now = parts.now()
    with parts.reading() as library:
        listed = task_list(library, now)
        tasks = library.tasks() if given.all else listed.tasks
    title = f"{parts.settings().task_list} · {listed.ticked} ticked this week"
    words = "\n".join([title, *map(_line, tasks)])
    terminal.answer(given, [task_shape(one, now) for one in tasks], words if tasks else "")


def _line(task: Task) -> str:
    return f"[{'✓' if task.done_at else ' '}] {task.text}  ({task.id})"
