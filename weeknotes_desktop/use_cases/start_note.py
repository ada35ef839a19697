"""Start the note of a week."""

from __future__ import annotations

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.shelves import NoteLibrary
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


def start_or_go_on(library: NoteLibrary, week: Week, *, category: str = "") -> Note:
    """A new draft for ``week``, or the one that was started and never written in."""
    with library.transaction():
        for line in library.summaries(week):
            untouched = not line.title and not line.words and line.status is Status.DRAFT
            if untouched and library.draft(line.id) is None and not library.note(line.id).body:
                return library.note(line.id)
        return start_note(library, week, category=category)
