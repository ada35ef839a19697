"""Find the note that is about the latest week."""

from __future__ import annotations

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary


def newest_note(library: NoteLibrary) -> Note | None:
    """The newest note of the latest week; None in an empty library."""
    with library.transaction():
        lines = library.summaries()
        return library.note(lines[0].id) if lines else None
