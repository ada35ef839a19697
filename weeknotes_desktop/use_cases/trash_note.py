"""Put a note into the trash."""

from __future__ import annotations

from datetime import datetime

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.version import Occasion, Version


def trash_note(library: NoteLibrary, note_id: str, now: datetime) -> Note:
    """Put the note into the trash, from where it can be brought back for 90 days.

    What was typed and is not in it yet goes into its history, and comes back
    with it.

    Raises:
        NotFoundError: If there is no such note.
    """
    with library.transaction():
        note = library.note(note_id)
        draft = library.draft(note_id)
        if draft is not None:
            if (draft.title, draft.body) != (note.title, note.body):
                library.keep_version(
                    Version(
                        id=new_id(),
                        note_id=note_id,
                        written_at=draft.written_at,
                        occasion=Occasion.UNSAVED,
                        title=draft.title,
                        body=draft.body,
                    )
                )
            library.forget_draft(note_id)
        library.remove_note(note_id, now)
        return note
