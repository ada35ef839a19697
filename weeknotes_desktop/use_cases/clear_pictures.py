"""Let pictures go for good that nothing has named for 90 days, and on seven days that were seen."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime

from weeknotes_desktop.domain.days_seen import DaysSeen
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.trash import COMPACT_DUE, KEPT_FOR

UNNAMED = "pictures-unnamed"
"""The remark that says since which day nothing names a picture."""

DUE = "pictures-due"
"""The remark that says on how many days it was seen to be due."""


def note_unnamed(library: NoteLibrary, unnamed: Collection[str], now: datetime) -> tuple[str, ...]:
    """Remember since when nothing names these pictures; the ids of those that may go.

    Args:
        unnamed: All those that nothing names now.
    """
    today = now.date()
    with library.transaction():
        since = _since(library)
        kept = {ident: since.get(ident, today) for ident in sorted(unnamed)}
        _keep(library, UNNAMED, since, kept)
        before = DaysSeen.parse(library.remark(DUE))
        due = [ident for ident, day in kept.items() if today - day >= KEPT_FOR]
        seen = before.looked(due, today)
        if (seen.seen or before.seen) and seen != before:
            library.keep_remark(DUE, str(seen))
    return seen.may_go


def clear_pictures(library: NoteLibrary, idents: Collection[str]) -> int:
    """Remove those of ``idents`` that still nothing names; returns how many that were."""
    with library.transaction():
        gone = [ident for ident in library.unnamed_pictures() if ident in idents]
        for ident in gone:
            library.remove_picture(ident)
        if gone:
            library.keep_remark(COMPACT_DUE, "yes")
    return len(gone)


def _since(library: NoteLibrary) -> Mapping[str, date]:
    try:
        told = json.loads(library.remark(UNNAMED) or "{}")
        return {str(ident): date.fromisoformat(day) for ident, day in told.items()}
    except (AttributeError, TypeError, ValueError):
        return {}


def _keep(
    library: NoteLibrary, key: str, before: Mapping[str, date], after: Mapping[str, date]
) -> None:
    if before != after:
        library.keep_remark(key, json.dumps({ident: str(day) for ident, day in after.items()}))
