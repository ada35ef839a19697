"""Make the draft of a review from a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.template import Template, filled
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.use_jot import use_jot


def make_review_draft(
    library: NoteLibrary,
    week: Week,
    template: Template,
    settings: Settings,
    now: datetime,
    *,
    jots: Sequence[Jot] = (),
) -> Note:
    """The draft of ``week``, filled in; doing it twice makes one.

    A note of the week that was started and never written in is taken, and so
    is the draft of an earlier review that nobody has touched since. A text the
    writer has worked on is never changed: then the draft is a note beside it.

    Args:
        jots: Those the writer picked for it; they are marked as used in it. Those
            of the draft it takes the place of are not used any more.
    """
    text = filled(template, week, settings.label.label_of(week), jots)
    with library.transaction():
        note = _untouched(library, week)
        if note is None:
            note = start_note(
                library, week, title=text.title, body=text.body, category=settings.category
            )
        else:
            changed = replace(note, title=text.title, body=text.body)
            if library.remark(_key(week)) == _told(note):
                _leave_out(library, note, jots)
            if (changed.title, changed.body) != (note.title, note.body):
                note = save_note(library, changed, settings.label, now)
        library.keep_remark(_key(week), _told(note))
        for jot in jots:
            use_jot(library, jot, note.id)
        return note


def has_review_draft(library: NoteLibrary, week: Week) -> bool:
    """Whether a review of that week has come as far as its draft."""
    return library.remark(_key(week)) is not None


def has_own_words(library: NoteLibrary, week: Week) -> bool:
    """Whether a draft for ``week`` would lie beside a note that the writer has worked on."""
    return bool(library.summaries(week)) and _untouched(library, week) is None


def _untouched(library: NoteLibrary, week: Week) -> Note | None:
    """The draft of ``week`` in which the writer has not typed a word."""
    made = library.remark(_key(week))
    for line in library.summaries(week):
        if line.status is not Status.DRAFT:
            continue
        note, typed = library.note(line.id), library.draft(line.id)
        if typed is not None and (typed.title, typed.body) != (note.title, note.body):
            continue
        if not (note.title or note.body.strip()) or made == _told(note):
            return note
    return None


def _leave_out(library: NoteLibrary, note: Note, jots: Sequence[Jot]) -> None:
    """Say of the jots of an earlier draft that they went into none, but for ``jots``."""
    picked = {jot.id for jot in jots}
    for jot in library.jots(note.week):
        if jot.used_in == note.id and jot.id not in picked:
            use_jot(library, jot, None)


def _key(week: Week) -> str:
    return f"review-draft {week}"


def _told(note: Note) -> str:
    """What to remember of a draft, so as to know whether it was touched."""
    text = f"{note.title}\0{note.body}".encode(errors="surrogatepass")
    return f"{note.id} {sha256(text).hexdigest()}"
