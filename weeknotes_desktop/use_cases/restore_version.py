"""Bring back what a note said before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.save_note import save_note


def restore_version(
    library: NoteLibrary, note_id: str, version_id: str, pattern: LabelPattern, now: datetime
) -> Note:
    """Give the note the title and body of one of its versions; what it says now is one after that.

    Raises:
        NotFoundError: If there is no such note, or no such version of it.
    """
    with library.transaction():
        note = library.note(note_id)
        version = library.version(version_id)
        if version.note_id != note_id:
            raise NotFoundError(
                f"The version {version_id} belongs to another note.",
                "`history NOTE` lists those of a note.",
            )
        changed = replace(note, title=version.title, body=version.body)
        return save_note(library, changed, pattern, now)
