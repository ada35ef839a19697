"""A goal as its log tells it: the state of a goal is what the replay of its events says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.goal import Goal, GoalState
from weeknotes_desktop.domain.goal_events import BEFORE, TOLD, GoalEvent, Happening, Plain
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words that stood in a goal from a moment on."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All that the events of one goal say of it.

    Args:
        says: Each field that was ever told, as it was told last. The log of an
            older library does not tell all of them; the wording of a draft is
            never told.
        wordings: Every wording that counted, oldest first.
        lines: Every line that said what happened; likewise.
        removed: Whether it lies in the trash.
    """

    state: GoalState
    says: Mapping[str, Plain]
    committed_at: datetime | None
    wordings: tuple[Said, ...]
    lines: tuple[Said, ...]
    removed: bool


def replay(events: Iterable[GoalEvent], now: datetime) -> Told:
    """What the events of one goal come to, in the order in which they were told.

    Their times decide nothing: a clock may have gone back in between. An event
    that is not known or cannot be read tells nothing.

    Args:
        now: Local time; a goal that nobody looked at since the noon of its
            Monday counts as committed.
    """
    said: dict[str, Plain] = {}
    wordings: list[Said] = []
    lines: list[Said] = []
    committed_at: datetime | None = None
    removed = False
    for event in events:
        told = _read(event)
        said |= told
        if event.kind == Happening.COMMITTED:
            # A row out of an older back-up has forgotten it, and was committed anew.
            committed_at = event.at
        removed = (removed or event.kind == Happening.REMOVED) and (
            event.kind != Happening.RESTORED
        )
        for name, kept in (("text", wordings), ("line", lines)):
            words = told.get(name)
            if isinstance(words, str) and (not kept or kept[-1].text != words):
                kept.append(Said(at=event.at, text=words))
    return Told(
        state=_state(said, committed_at, now),
        says=said,
        committed_at=committed_at,
        wordings=tuple(wordings),
        lines=tuple(lines),
        removed=removed,
    )


def _read(event: GoalEvent) -> dict[str, Plain]:
    """The fields that an event tells, as they became."""
    known = (*TOLD, "text", "public_text")
    try:
        detail: Any = json.loads(event.detail)
    except ValueError:
        return {}
    if not isinstance(detail, dict):
        return {}
    match event.kind:
        case Happening.CARRIED:
            return {}
        case Happening.ADDED | Happening.NOTED:
            told = {name: value for name, value in detail.items() if name in known}
            return {name: BEFORE[name] for name in TOLD} | told if "week" in told else told
        case Happening.COMMITTED:
            counting = {name: detail.get(name) for name in ("text", "public_text")}
            return {name: value for name, value in counting.items() if name in detail}
    return {
        name: value[1]
        for name, value in detail.items()
        if name in known and isinstance(value, list) and len(value) == 2
    }


def _state(said: Mapping[str, Plain], committed_at: datetime | None, now: datetime) -> GoalState:
    if said.get("outcome"):
        return GoalState.REPORTED
    if committed_at is not None:
        return GoalState.COMMITTED
    try:
        week = Week.parse(str(said.get("week")))
    except WeekError:
        return GoalState.DRAFT
    return Goal(id="", week=week, thread="", text="").state(now)
