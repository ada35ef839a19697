"""Open what stands nearest to a note that may be gone."""

from __future__ import annotations

from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import monday_of
from weeknotes_desktop.use_cases.open_note import Opened, open_note


def open_nearest(library: NoteLibrary, note_id: str | None, week: Week) -> Opened | None:
    """Open the note again; where it is gone, the next older one, else the oldest newer one.

    Args:
        week: That of the note.

    Returns:
        None where there is no note at all.
    """
    weeks, monday = library.written_weeks(), monday_of(week)
    there = any(note_id in one.notes for one in weeks)
    older = (one.notes[0] for one in weeks if one.monday <= monday)
    newer = (one.notes[-1] for one in reversed(weeks) if one.monday > monday)
    nearest = note_id if there else next(older, next(newer, None))
    return open_note(library, nearest) if nearest is not None else None
