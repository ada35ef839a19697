"""What happened to a goal, told by comparing it with what it was. The log is only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.week import Week

Plain = str | int | bool | None
"""A value of a goal as it stands in an event."""


class Happening(StrEnum):
    """What can happen to a goal."""

    ADDED = "added"
    NOTED = "noted"
    """How it stood when the log began to tell everything."""
    COMMITTED = "committed"
    REWORDED = "reworded"
    PUBLIC_WORDING = "public-wording"
    OUTCOME = "outcome"
    LINE = "line"
    MOVED = "moved"
    CARRIED = "carried"
    LET_GO = "let-go"
    HELD = "held"
    RELEASED = "released"
    CONFIRMED = "confirmed"
    PROPOSED = "proposed"
    THREAD = "thread"
    AUDIENCE = "audience"
    STRETCH = "stretch"
    WORKSTREAM = "workstream"
    HOW = "how"
    FORM = "form"
    REMOVED = "removed"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEvent:
    """Something that happened to a goal.

    Args:
        kind: A ``Happening``; a log may hold others, from another version.
        detail: JSON; for a change, each field with what it was and what it became.
    """

    goal_id: str
    at: datetime
    kind: str
    detail: str = "{}"


# Which event a change of each field is; what stands in one line is one event.
_CHANGES = {
    Happening.OUTCOME: ("outcome",),
    Happening.LINE: ("line",),
    Happening.LET_GO: ("let_go",),
    Happening.MOVED: ("week", "position"),
    Happening.AUDIENCE: ("audience",),
    Happening.STRETCH: ("stretch",),
    Happening.WORKSTREAM: ("workstream",),
    Happening.HOW: ("how",),
    Happening.FORM: ("form",),
    Happening.THREAD: ("thread", "parent", "weeks_carried"),
}
# One event where it comes, another where it goes.
_FLAGS = {
    "held": (Happening.HELD, Happening.RELEASED),
    "proposed": (Happening.PROPOSED, Happening.CONFIRMED),
}
# Told from the day on which they count; before that they change without a trace.
_WORDINGS = {"text": Happening.REWORDED, "public_text": Happening.PUBLIC_WORDING}

_EMPTY = Goal(id="", week=Week(1, 1), thread="", text="")
TOLD = (*(name for names in _CHANGES.values() for name in names), *_FLAGS)
"""The fields that the log tells from the beginning."""
BEFORE: dict[str, Plain] = {}
"""What each of them is where an ``added`` event leaves it out."""


def added(goal: Goal, now: datetime) -> GoalEvent:
    """A goal was set; its wording is left out, because it may change without a trace."""
    said = plain(goal)
    # The week is always there: it marks an event that tells everything.
    told = {name: said[name] for name in TOLD if name == "week" or said[name] != BEFORE[name]}
    return _event(goal, now, Happening.ADDED, told)


def was_proposed(event: GoalEvent) -> bool:
    """Whether an ``added`` event tells of a goal that an import read out of an old post."""
    try:
        told: Any = json.loads(event.detail)
    except ValueError:
        return False
    return isinstance(told, dict) and bool(told.get("proposed"))


def committed(goal: Goal, now: datetime) -> GoalEvent:
    """The wording of a goal counts from now on."""
    told: dict[str, Any] = {name: getattr(goal, name) for name in _WORDINGS}
    return _event(
        goal, now, Happening.COMMITTED, {name: value for name, value in told.items() if value}
    )


def carried(parent_id: str, goal: Goal, now: datetime) -> GoalEvent:
    """A goal was carried over, which changes nothing of it."""
    detail = _json({"to": goal.id, "week": str(goal.week)})
    return GoalEvent(goal_id=parent_id, at=now, kind=Happening.CARRIED, detail=detail)


def removed(goal_id: str, now: datetime) -> GoalEvent:
    """A goal went into the trash."""
    return GoalEvent(goal_id=goal_id, at=now, kind=Happening.REMOVED)


def restored(goal_id: str, now: datetime) -> GoalEvent:
    """A goal came back from the trash."""
    return GoalEvent(goal_id=goal_id, at=now, kind=Happening.RESTORED)


def commit(goal: Goal, now: datetime) -> tuple[Goal, tuple[GoalEvent, ...]]:
    """The goal with its wording counting, where that is due, and what to tell of it."""
    if not goal.due(now):
        return goal, ()
    return replace(goal, committed_at=now), (committed(goal, now),)


def change(old: Goal, new: Goal, now: datetime) -> tuple[Goal, tuple[GoalEvent, ...]]:
    """What is kept when ``new`` takes the place of ``old``, and what to tell of it.

    A save is a sight of the goal too: if its wording is due to count, the old
    one does. What was committed stays so, whatever ``new`` says.
    """
    counting, events = commit(old, now)
    kept = replace(new, committed_at=counting.committed_at)
    return kept, (*events, *changes(counting, kept, now))


def changes(old: Goal, new: Goal, now: datetime) -> Iterator[GoalEvent]:
    """What turned ``old`` into ``new``; nothing where nothing changed."""
    was, became = plain(old), plain(new)
    for name, kind in _WORDINGS.items():
        if was[name] != became[name] and old.committed_at is not None:
            yield _event(new, now, kind, {name: [was[name], became[name]]})
    for kind, names in _CHANGES.items():
        changed = {name: [was[name], became[name]] for name in names if was[name] != became[name]}
        if changed:
            yield _event(new, now, kind, changed)
    for name, (comes, goes) in _FLAGS.items():
        if was[name] != became[name]:
            kind = comes if became[name] else goes
            yield _event(new, now, kind, {name: [was[name], became[name]]})


def plain(goal: Goal) -> dict[str, Plain]:
    """Every field that an event may tell, as it stands there."""
    return {name: _plain(getattr(goal, name)) for name in (*TOLD, *_WORDINGS)}


def _plain(value: Any) -> Plain:
    return value if value is None or isinstance(value, bool | int) else str(value)


def _event(goal: Goal, now: datetime, kind: Happening, told: dict[str, Any]) -> GoalEvent:
    return GoalEvent(goal_id=goal.id, at=now, kind=kind, detail=_json(told))


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


BEFORE.update(plain(_EMPTY))
