"""Keep a text whose note was changed by somebody else in the meantime."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line


def keep_beside(library: NoteLibrary, note: Note, *, title: str, body: str) -> Note:
    """Keep the text as a draft of its own, in the same week; both texts stay.

    The new note is a draft for the same reader as the old one, so that what
    was private stays so.
    """
    beside = replace(
        note,
        id=new_id(),
        title=one_line(f"{title} (second text)"),
        body=body_text(body),
        status=Status.DRAFT,
        label="",
        origin="",
        origin_hash="",
        rev=0,
    )
    return library.add_note(beside)
