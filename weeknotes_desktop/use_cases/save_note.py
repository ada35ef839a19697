"""Save a note that the writer changed."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.ports import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line


def save_note(
    library: NoteLibrary, note: Note, pattern: LabelPattern, *, typed: bool = False
) -> Note:
    """Keep the note as it stands now.

    A published note gets its label for good: the pattern may change later,
    what was printed may not.

    Args:
        typed: Whether the text was typed over the draft of the note, which it
            then includes.

    Raises:
        ChangedElsewhereError: If somebody saved it since ``note`` was read.
    """
    label = one_line(note.label)
    if not label and note.status is Status.PUBLISHED:
        label = pattern.label_of(note.week)
    tags = (one_line(tag) for tag in note.tags)
    return library.save_note(
        replace(
            note,
            label=label,
            title=one_line(note.title),
            body=body_text(note.body),
            category=one_line(note.category),
            tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        ),
        typed=typed,
    )
