"""Change what is said about a note, not what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.save_note import save_note


def change_note(
    library: NoteLibrary, note_id: str, pattern: LabelPattern, now: datetime, **facts: Any
) -> Note:
    """Change these facts of a note that is not open; returns it as it is now.

    What was typed into it and is not saved yet goes on with it.

    Raises:
        NotFoundError: If there is no such note.
    """
    with library.transaction():
        note, draft = library.note(note_id), library.draft(note_id)
        saved = save_note(library, replace(note, **facts), pattern, now)
        if draft is not None and draft.base_rev == note.rev and library.draft(note_id) is not None:
            library.forget_draft(note_id)
            library.keep_draft(replace(draft, base_rev=saved.rev))
        return saved
