"""Back-ups: what one is, which are kept, and what restoring one would change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from weeknotes_desktop.domain.week import Week

NEWEST, DAILY, WEEKLY, MONTHLY = 10, 7, 8, 24
"""How many back-ups are kept: the newest, then the last of each day, week and month."""


class Reason(StrEnum):
    """Why a back-up was made."""

    START = "start"
    CHANGES = "changes"
    ASKED = "asked"
    BEFORE_MIGRATION = "before-migration"
    BEFORE_IMPORT = "before-import"
    BEFORE_RESTORE = "before-restore"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackUp:
    """One checked copy of the whole library.

    Args:
        made_at: In UTC, to the second.
        size: In bytes.
        whole: False where a row of the library was damaged already when this
            was made: half of it is better than nothing.
    """

    path: Path
    made_at: datetime
    reason: Reason
    size: int
    whole: bool = True


class Fate(StrEnum):
    """What restoring would do to one thing."""

    COMES_BACK = "comes back"
    CHANGES = "changes"
    GOES = "goes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What restoring would do to one note or goal.

    Args:
        kind: note, goal, jot, task or week.
        text: Title of the note, wording of the goal; empty where there is none.
        label: The stored label of a note.
    """

    fate: Fate
    kind: str
    id: str
    week: Week | None
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Thinning:
    """Which back-ups stay and which go."""

    kept: tuple[BackUp, ...]
    gone: tuple[BackUp, ...]


def thin(back_ups: Iterable[BackUp]) -> Thinning:
    """Keep the newest, and the last of each of the latest days, weeks and months that have one."""
    newest_first = sorted(back_ups, key=lambda one: (one.made_at, one.path.name), reverse=True)
    kept = set(newest_first[:NEWEST])
    periods: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: tuple(at.isocalendar())[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    )
    for number, period in periods:
        last_of: dict[Hashable, BackUp] = {}
        for one in newest_first:
            last_of.setdefault(period(one.made_at), one)
        kept |= set(list(last_of.values())[:number])
    return Thinning(
        tuple(one for one in newest_first if one in kept),
        tuple(one for one in newest_first if one not in kept),
    )
