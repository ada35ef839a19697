"""Save a note that the writer changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line
from weeknotes_desktop.use_cases.keep_history import keep_what_goes


def save_note(
    library: NoteLibrary, note: Note, pattern: LabelPattern, now: datetime, *, typed: bool = False
) -> Note:
    """Keep the note as it stands now, and what it said before where that is worth it.

    A note that becomes published gets its label for good: the pattern may change
    later, what was printed may not. What was published is kept as it is.

    Args:
        typed: Whether the text was typed over the draft of the note, which it
            then includes.

    Raises:
        ChangedElsewhereError: If somebody saved it since ``note`` was read.
    """
    with library.transaction():
        before, saved = keep_note(library, note, pattern, now, typed=typed)
        if (before.status, saved.status) == (Status.DRAFT, Status.PUBLISHED):
            # Not on top: nothing is published before the first paint.
            from weeknotes_desktop.use_cases.publish_note import keep_publication

            keep_publication(library, saved, now)
    return saved


def keep_note(
    library: NoteLibrary, note: Note, pattern: LabelPattern, now: datetime, *, typed: bool = False
) -> tuple[Note, Note]:
    """Do so without keeping what was published; returns the note before and as it is now.

    This belongs into a transaction.
    """
    before = library.note(note.id)
    cleaned = _cleaned(note, pattern)
    if (before.status, cleaned.status) == (Status.DRAFT, Status.PUBLISHED):
        cleaned = replace(cleaned, published_on=cleaned.published_on or now.date())
    if (cleaned.title, cleaned.body) == (before.title, before.body):
        changed = replace(cleaned, saved_at=before.saved_at)
    else:
        changed = replace(cleaned, saved_at=now)
        keep_what_goes(library, before, changed, now, typed=typed)
    if _names(before) != _names(changed):
        # Not on top: nothing is called anything else before the first paint.
        from weeknotes_desktop.use_cases.name_notes import keep_names

        keep_names(library, before, changed, pattern)
    return before, library.save_note(changed, typed=typed)


def _names(note: Note) -> tuple[object, ...]:
    return note.week, note.label, note.title


def _cleaned(note: Note, pattern: LabelPattern) -> Note:
    label = one_line(note.label)
    if not label and note.status is Status.PUBLISHED:
        label = pattern.label_of(note.week)
    tags = (one_line(tag) for tag in note.tags)
    return replace(
        note,
        label=label,
        title=one_line(note.title),
        body=body_text(note.body),
        category=one_line(note.category),
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
    )
