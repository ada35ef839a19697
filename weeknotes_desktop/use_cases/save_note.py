"""Save a note that the writer changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import Enum

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line
from weeknotes_desktop.use_cases.keep_history import keep_what_goes


class Publishing(Enum):
    """What a save means for readers."""

    NO = "no"
    """Of a note that is published they see what they saw."""
    NOW = "now"
    """They see the note as it stands."""
    AS_BEFORE = "as before"
    """It was taken back, and that is undone: they see what they saw before."""


def save_note(
    library: NoteLibrary, note: Note, pattern: LabelPattern, now: datetime, *, typed: bool = False
) -> Note:
    """Keep the note as it stands now, and what it said before where that is worth it.

    Args:
        typed: Whether the text was typed over the draft of the note, which it
            then includes.

    Raises:
        ChangedElsewhereError: If somebody saved it since ``note`` was read.
        ValueError: If a draft would become published by it: that is for ``publish_note``.
    """
    with library.transaction():
        before, saved = keep_note(library, note, pattern, now, typed=typed)
        if (before.status, saved.status) == (Status.DRAFT, Status.PUBLISHED):
            raise ValueError("A note is published by publish_note alone.")
    return saved


def save_typed(
    library: NoteLibrary, note: Note, settings: Settings, now: datetime, publishing: Publishing
) -> Note:
    """Save a note as it was typed, and do for its readers what the writer said.

    Raises:
        ChangedElsewhereError: If somebody saved it since ``note`` was read.
    """
    if publishing is Publishing.NO:
        return save_note(library, note, settings.label, now, typed=True)
    # Not on top: nothing is published before the first paint.
    from weeknotes_desktop.use_cases.publish_note import publish_note, put_back

    how = publish_note if publishing is Publishing.NOW else put_back
    return how(library, note, settings, now, typed=True)


def keep_note(
    library: NoteLibrary, note: Note, pattern: LabelPattern, now: datetime, *, typed: bool = False
) -> tuple[Note, Note]:
    """Do so, whatever it means for readers; returns the note before and as it is now.

    One that is published gets its label for good: the pattern may change later,
    what was printed may not. This belongs into a transaction.
    """
    before = library.note(note.id)
    cleaned = _cleaned(note, pattern)
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
