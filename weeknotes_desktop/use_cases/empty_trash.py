"""Let go for good what has lain in the trash for 90 days."""

from __future__ import annotations

from datetime import datetime

from weeknotes_desktop.domain.shelves import NoteLibrary


def empty_trash(library: NoteLibrary, now: datetime) -> int:
    """Forget whatever is due; returns how many things that were."""
    with library.transaction():
        due = [one for one in library.trash() if one.until <= now]
        for one in due:
            library.forget(one.id)
    return len(due)
