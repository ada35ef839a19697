"""Mark a jot as used in a note."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.edit_jot import find_jot


def use_jot(library: NoteLibrary, jot: Jot, note_id: str | None) -> Jot:
    """Say into which note the jot went, or with None that it went into none after all.

    Raises:
        NotFoundError: If the jot was removed, or there is no such note.
    """
    with library.transaction():
        kept = find_jot(library, jot.week, jot.id)
        if note_id is not None:
            library.note(note_id)
        if kept.used_in == note_id:
            return kept
        return library.save_jot(replace(kept, used_in=note_id))
