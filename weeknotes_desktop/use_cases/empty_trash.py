"""Let go for good what has lain in the trash for 90 days, and for seven more that were seen.

A clock that is wrong at one start, however far, lets nothing go: after the 90
days a thing stays until the program has been started on seven later days.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime

from weeknotes_desktop.domain.shelves import NoteLibrary

DAYS_SEEN = 7
"""On how many days after the first look a thing must still be due."""

REMARK = "trash-due"


def look_at_trash(library: NoteLibrary, now: datetime) -> tuple[str, ...]:
    """Note on how many days each thing was seen to be due; the ids of those that may go."""
    today = now.date()
    with library.transaction():
        before, seen = _remembered(library.remark(REMARK))
        # Twice on a day is once, and a clock that went back tells nothing.
        passed = 1 if before is not None and today > before else 0
        due = {
            one.id: seen[one.id] + passed if one.id in seen else 0
            for one in library.trash()
            if one.until <= now
        }
        if due or seen:
            value = json.dumps({"day": today.isoformat(), "seen": due})
            if value != library.remark(REMARK):
                library.keep_remark(REMARK, value)
    return tuple(ident for ident, days in due.items() if days >= DAYS_SEEN)


def empty_trash(library: NoteLibrary, idents: Collection[str], now: datetime) -> int:
    """Forget those of ``idents`` that are still due; returns how many things that were."""
    with library.transaction():
        due = [one for one in library.trash() if one.until <= now and one.id in idents]
        for one in due:
            library.forget(one.id, now)
    return len(due)


def _remembered(value: str | None) -> tuple[date | None, dict[str, int]]:
    """The day of the last look, and on how many days each thing was seen to be due."""
    try:
        found = json.loads(value or "{}")
        seen = {str(ident): int(days) for ident, days in found["seen"].items()}
        return date.fromisoformat(found["day"]), seen
    except (AttributeError, KeyError, TypeError, ValueError):
        return None, {}
