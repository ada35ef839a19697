"""Open what stands nearest to a note that may be gone."""

from __future__ import annotations

from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.open_note import Opened, open_note


def open_nearest(library: NoteLibrary, note_id: str | None, week: Week) -> Opened | None:
    """Open the note again; where it is gone, the next older one, else the oldest newer one.

    Args:
        week: That of the note.

    Returns:
        None where there is no note at all.
    """
    notes = library.summaries()
    known = {one.id for one in notes}
    older = (one.id for one in notes if one.week <= week)
    newer = (one.id for one in reversed(notes) if one.week > week)
    nearest = note_id if note_id in known else next(older, next(newer, None))
    return open_note(library, nearest) if nearest is not None else None
