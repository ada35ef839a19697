"""Put other words in place of those found in several notes, all at once, and back again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.save_note import save_note


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What the body of one note said, and what it says afterwards."""

    note_id: str
    before: str
    after: str


def read_notes(library: NoteLibrary, ids: Iterable[str]) -> tuple[Note, ...]:
    """The notes with these ids; one that is gone, or damaged, is left out."""
    found = []
    for note_id in ids:
        try:
            note = library.note(note_id)
        except NotFoundError:
            continue
        if note.whole:
            found.append(note)
    return tuple(found)


def replace_everywhere(
    library: NoteLibrary, wanted: Iterable[Replacement], pattern: LabelPattern, now: datetime
) -> None:
    """Change all of these notes, or none; what each said before is kept in its history.

    Raises:
        ChangedElsewhereError: If one of them no longer says what it said before.
        NotFoundError: If one of them is gone.
    """
    with library.transaction():
        for one in wanted:
            note = library.note(one.note_id)
            if note.body != one.before:
                raise ChangedElsewhereError(
                    "A note was changed in the meantime, so nothing was replaced.",
                    "Look at the list again.",
                )
            save_note(library, replace(note, body=one.after), pattern, now)


def put_back(
    library: NoteLibrary, wanted: Iterable[Replacement], pattern: LabelPattern, now: datetime
) -> int:
    """Change those of these notes that still say what is expected, as when a change is undone.

    Returns:
        How many say something else, or are gone, and stay as they are.
    """
    stay = 0
    with library.transaction():
        for one in wanted:
            try:
                note = library.note(one.note_id)
            except NotFoundError:
                stay += 1
                continue
            if note.body == one.before:
                save_note(library, replace(note, body=one.after), pattern, now)
            else:
                stay += 1
    return stay
