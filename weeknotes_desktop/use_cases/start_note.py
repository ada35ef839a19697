"""Start the note of a week."""

from __future__ import annotations

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line
from weeknotes_desktop.domain.week import Week


def start_note(
    library: NoteLibrary, week: Week, *, title: str = "", body: str = "", category: str = ""
) -> Note:
    """Keep a new draft for ``week``; a week may have several notes."""
    return library.add_note(
        Note(
            id=new_id(),
            week=week,
            title=one_line(title),
            body=body_text(body),
            category=one_line(category),
        )
    )
