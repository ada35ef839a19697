"""Keep a text whose note was changed by somebody else in the meantime."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.remarks import remarks_about
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line

_SECOND = "(second text)"


def keep_beside(library: NoteLibrary, note: Note, *, title: str, body: str) -> Note:
    """Keep the text as a draft of its own, in the same week; both texts stay.

    The new note is a draft for the same reader as the old one, so that what
    was private stays so. What is remembered of the old one, its language and
    which checks are silent, holds for it too.
    """
    beside = replace(
        note,
        id=new_id(),
        title=second_title(title),
        body=body_text(body),
        status=Status.DRAFT,
        label="",
        origin="",
        origin_hash="",
        published_on=None,
        rev=0,
    )
    with library.transaction():
        for ours, theirs in zip(remarks_about(beside.id), remarks_about(note.id), strict=True):
            value = library.remark(theirs)
            if value:
                library.keep_remark(ours, value)
        return library.add_note(beside)


def second_title(title: str) -> str:
    """``title`` with the words that tell a second text from the first; once is enough."""
    line = one_line(title)
    return line if line.endswith(_SECOND) else one_line(f"{line} {_SECOND}")
