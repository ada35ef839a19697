"""Find the note that is about the latest week."""

from __future__ import annotations

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary


def newest_note(library: NoteLibrary) -> Note | None:
    """The newest note of the latest week; None in an empty library."""
    with library.transaction():
        weeks = library.written_weeks(most=1)
        return library.note(weeks[0].notes[0]) if weeks else None
