"""Mark a jot as used in a note."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.shelves import NoteLibrary


def use_jot(library: NoteLibrary, jot: Jot, note_id: str | None) -> Jot:
    """Say into which note the jot went, or with None that it went into none after all.

    Raises:
        NotFoundError: If the jot was removed, or there is no such note.
    """
    with library.transaction():
        kept = next((one for one in library.jots(jot.week) if one.id == jot.id), None)
        if kept is None:
            raise NotFoundError("That jot was removed.", "It may still lie in the trash.")
        if note_id is not None:
            library.note(note_id)
        if kept.used_in == note_id:
            return kept
        return library.save_jot(replace(kept, used_in=note_id))
