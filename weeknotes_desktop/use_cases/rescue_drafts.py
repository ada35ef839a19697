"""Bring back typed text that no note shows any more."""

from __future__ import annotations

from weeknotes_desktop.domain.errors import LibraryError, NotFoundError, WeekNotesError
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.keep_beside import keep_beside


def rescue_drafts(library: NoteLibrary, this_week: Week) -> tuple[Note, ...]:
    """Make a note of every draft that fits none; returns these notes.

    A draft whose note was changed since becomes a note beside it, and one
    whose note is not there a note of ``this_week``. A draft that still fits
    its note stays, and is shown when that is opened; so does one that is too
    long for a note.
    """
    rescued: list[Note] = []
    with library.transaction():
        for draft in library.drafts():
            try:
                with library.transaction():
                    note = _rescue(library, draft, this_week)
            except LibraryError:
                raise
            except WeekNotesError:
                # The others must not wait for it.
                continue
            if note is not None:
                rescued.append(note)
    return tuple(rescued)


def _rescue(library: NoteLibrary, draft: Draft, this_week: Week) -> Note | None:
    note = _note_of(library, draft)
    if note is not None and note.rev == draft.base_rev:
        return None
    library.forget_draft(draft.note_id)
    if note is None:
        return _note_of_its_own(library, draft, this_week)
    if (draft.title, draft.body) == (note.title, note.body):
        return None
    return keep_beside(library, note, title=draft.title, body=draft.body)


def _note_of(library: NoteLibrary, draft: Draft) -> Note | None:
    try:
        return library.note(draft.note_id)
    except NotFoundError:
        return None


def _note_of_its_own(library: NoteLibrary, draft: Draft, week: Week) -> Note | None:
    title, body = one_line(draft.title), body_text(draft.body)
    if not title and not body.strip():
        return None
    return library.add_note(
        Note(
            id=new_id(),
            week=week,
            title=title or "Rescued text",
            body=body,
            # Whom the lost note was for, nobody knows any more.
            audience=Audience.ME,
        )
    )
