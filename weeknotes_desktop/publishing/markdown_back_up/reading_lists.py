"""Goals, weeks, jots, tasks and other rows in the files of a back-up, read entry by entry."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from weeknotes_desktop.domain.everything import PlainRow
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.publishing.markdown_back_up.collected import Collected, ReadFile
from weeknotes_desktop.publishing.markdown_back_up.facts import Facts
from weeknotes_desktop.publishing.markdown_back_up.files import CONTENTS
from weeknotes_desktop.publishing.markdown_back_up.goal_forms import (
    goal_of,
    jot_of,
    plan_of,
    task_of,
)
from weeknotes_desktop.publishing.markdown_back_up.strict_yaml import NotReadableError, read_yaml

_PLAIN = (str, int, bytes, bool, type(None))


def read_list(file: ReadFile, collected: Collected) -> None:
    """Take the entries of a list; one that cannot be read is left out, with a word."""
    name, _, rest = file.path.removesuffix(".yaml").partition("/")
    try:
        document = read_yaml(file.content.decode())
        if not isinstance(document, dict):
            raise NotReadableError("it is no list")
    except NotReadableError as error:
        collected.lost.append(f"{file.path} was left out: {error}.")
        return
    except UnicodeDecodeError:
        collected.lost.append(f"{file.path} was left out: it is no text.")
        return
    if name == "others":
        _rows(file.path, rest, document.get("rows"), collected)
        return
    facts = Facts(document)
    if name == "words":
        collected.categories = facts.texts("categories")
        collected.tags = facts.texts("tags")
    elif name in _ENTRIES:
        for entry in facts.records(name):
            _ENTRIES[name](file.path, entry, collected)
    if facts.wrong:
        collected.say_wrong(file.path, facts.wrong, "it was left out")


def read_picture(file: ReadFile, collected: Collected) -> None:
    """Take a picture, if it is the one that its name says."""
    fingerprint = sha256(file.content).hexdigest()
    if file.path.partition("/")[2].partition(".")[0] != fingerprint:
        collected.lost.append(f"{file.path} was left out: the picture is damaged.")
        return
    row: PlainRow = {"sha256": fingerprint, "content": file.content}
    collected.others.setdefault(CONTENTS, []).append(row)


def _goal(path: str, facts: Facts, collected: Collected) -> None:
    read = goal_of(facts)
    if _left_out(path, [name for name in ("id", "week") if name in read.wrong], collected):
        return
    if read.wrong:
        collected.say_wrong(path, read.wrong, "that goal is for you alone")
    collected.goals.append(read)
    collected.removed(Kind.GOAL, read.goal.id, read.trashed_at)


def _plan(path: str, facts: Facts, collected: Collected) -> None:
    plan = plan_of(facts)
    if not _left_out(path, facts.wrong, collected):
        collected.plans.append(plan)


def _jot(path: str, facts: Facts, collected: Collected) -> None:
    jot, trashed_at = jot_of(facts)
    if not _left_out(path, facts.wrong, collected):
        collected.jots.append(jot)
        collected.removed(Kind.JOT, jot.id, trashed_at)


def _task(path: str, facts: Facts, collected: Collected) -> None:
    task, trashed_at = task_of(facts)
    if not _left_out(path, facts.wrong, collected):
        collected.tasks.append(task)
        collected.removed(Kind.TASK, task.id, trashed_at)


_ENTRIES: dict[str, Callable[[str, Facts, Collected], None]] = {
    "goals": _goal,
    "weeks": _plan,
    "jots": _jot,
    "tasks": _task,
}


def _left_out(path: str, wrong: list[str] | tuple[str, ...], collected: Collected) -> bool:
    if wrong:
        collected.say_wrong(path, wrong, "that entry was left out")
    return bool(wrong)


def _rows(path: str, table: str, rows: Any, collected: Collected) -> None:
    listed = rows if isinstance(rows, list) else [rows]
    fitting = [
        row
        for row in listed
        if isinstance(row, dict) and all(isinstance(value, _PLAIN) for value in row.values())
    ]
    if len(fitting) < len(listed):
        collected.lost.append(f"{path}: what is no plain row was left out.")
    collected.others.setdefault(table, []).extend(fitting)
