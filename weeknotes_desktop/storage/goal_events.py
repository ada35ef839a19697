"""What happened to a goal, told by comparing it with what it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from weeknotes_desktop.domain.goal import Goal, GoalState

# Which event a change of each field is; what stands in one line is one event.
_EVENTS = {
    "outcome": ("outcome",),
    "line": ("line",),
    "moved": ("week", "position"),
    "audience": ("audience",),
    "public-wording": ("public_text",),
    "stretch": ("stretch",),
    "workstream": ("workstream",),
    "how": ("how",),
    "form": ("form",),
    "thread": ("thread", "parent", "weeks_carried"),
    "proposed": ("proposed",),
}


COMMITTED = "committed"


@dataclass(frozen=True, slots=True)
class GoalEvent:
    """One thing that happened to a goal.

    Args:
        kind: added, committed, reworded, outcome, line, moved, audience, removed, restored, …
        detail: JSON; for a change, each field with what it was and what it became.
    """

    kind: str
    detail: str = "{}"


def added(goal: Goal) -> GoalEvent:
    """A goal was set; its wording is left out, because it may change without a trace."""
    told = {"parent": goal.parent, "proposed": goal.proposed}
    return GoalEvent("added", _detail({name: value for name, value in told.items() if value}))


def committed(goal: Goal) -> GoalEvent:
    """The wording of a goal counts from now on."""
    return GoalEvent(COMMITTED, _detail({"text": goal.text}))


def changes(old: Goal, new: Goal, now: datetime) -> Iterator[GoalEvent]:
    """What turned ``old`` into ``new``; nothing where nothing changed.

    A wording that is not committed yet changes without a trace.
    """
    if old.text != new.text and old.state(now) is not GoalState.DRAFT:
        yield GoalEvent("reworded", _detail({"text": [old.text, new.text]}))
    for kind, fields in _EVENTS.items():
        changed = {
            name: [_plain(getattr(old, name)), _plain(getattr(new, name))]
            for name in fields
            if getattr(old, name) != getattr(new, name)
        }
        if changed:
            yield GoalEvent(kind, _detail(changed))


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, bool | int) else str(value)


def _detail(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
