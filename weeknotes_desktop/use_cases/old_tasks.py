"""Find the tasks that have been on the list for long: some of them may be goals."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from weeknotes_desktop.domain.shelves import NoteLibrary

OLD_AFTER = timedelta(days=7)
_SEEN = "tasks-seen"
"""The remark that says since when each open task is on the list."""


def old_tasks(library: NoteLibrary, now: datetime) -> frozenset[str]:
    """The ids of the open tasks that were first looked at a week ago or earlier."""
    today, seen = now.date(), _seen(library)
    open_tasks = (task.id for task in library.tasks() if task.done_at is None)
    return frozenset(one for one in open_tasks if today - seen.get(one, today) >= OLD_AFTER)


def look_at_tasks(library: NoteLibrary, now: datetime) -> None:
    """Remember since when each task is on the list."""
    before, today = _seen(library), now.date()
    # A clock that was ahead once makes no task young for years.
    seen = {task.id: min(before.get(task.id, today), today) for task in library.tasks()}
    if seen != before:
        days = {ident: day.isoformat() for ident, day in seen.items()}
        library.keep_remark(_SEEN, json.dumps(days))


def _seen(library: NoteLibrary) -> Mapping[str, date]:
    try:
        kept = json.loads(library.remark(_SEEN) or "{}")
        return {str(ident): date.fromisoformat(day) for ident, day in kept.items()}
    except (AttributeError, TypeError, ValueError):
        # Nothing that the writer typed: it is counted anew.
        return {}
