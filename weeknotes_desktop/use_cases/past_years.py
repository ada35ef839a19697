"""Find the notes of the same week in other years."""

from __future__ import annotations

from weeknotes_desktop.domain.archive import FoundNote
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.list_notes import as_printed

_LAST = 52
"""Few years have a week more; in the others its days belong to this one or the first."""


def past_years(library: NoteLibrary, week: Week, pattern: LabelPattern) -> tuple[FoundNote, ...]:
    """Each note of that week in an earlier year, newest first."""
    with library.transaction():
        notes = [
            note_id
            for one in library.written_weeks()
            if one.week.year < week.year and _is_same(one.week, week)
            for note_id in one.notes
        ]
        lines = as_printed(library.lines(notes), pattern)
    return tuple(FoundNote(line) for line in lines)


def _is_same(one: Week, other: Week) -> bool:
    return one.number == other.number or min(one.number, other.number) >= _LAST
