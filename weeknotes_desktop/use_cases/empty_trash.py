"""Let go for good what has lain in the trash for 90 days, and for seven more that were seen.

A clock that is wrong at one start, however far, lets nothing go: after the 90
days a thing stays until the program has been started on seven later days.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from weeknotes_desktop.domain.days_seen import DaysSeen
from weeknotes_desktop.domain.shelves import NoteLibrary

REMARK = "trash-due"


def look_at_trash(library: NoteLibrary, now: datetime) -> tuple[str, ...]:
    """Note on how many days each thing was seen to be due; the ids of those that may go."""
    with library.transaction():
        before = DaysSeen.parse(library.remark(REMARK))
        seen = before.looked((one.id for one in library.trash() if one.until <= now), now.date())
        if (seen.seen or before.seen) and seen != before:
            library.keep_remark(REMARK, str(seen))
    return seen.may_go


def empty_trash(library: NoteLibrary, idents: Collection[str], now: datetime) -> int:
    """Forget those of ``idents`` that are still due; returns how many things that were."""
    with library.transaction():
        due = [one for one in library.trash() if one.until <= now and one.id in idents]
        for one in due:
            library.forget(one.id, now)
    return len(due)
