"""Change what a jot says, and remove it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.errors import NotFoundError, WeekNotesError
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import one_line
from weeknotes_desktop.domain.week import Week


def reword_jot(library: NoteLibrary, week: Week, jot_id: str, text: str) -> Jot:
    """Give a jot of ``week`` other words; its day and time stay.

    Raises:
        NotFoundError: If it was removed.
        WeekNotesError: If the words are none, or too long.
    """
    line = one_line(text)
    if not line:
        raise WeekNotesError("A jot needs a few words.")
    with library.transaction():
        jot = find_jot(library, week, jot_id)
        return jot if jot.text == line else library.save_jot(replace(jot, text=line))


def remove_jot(library: NoteLibrary, week: Week, jot_id: str, now: datetime) -> Jot:
    """Put a jot of ``week`` into the trash; returns it, so that it can be named.

    Raises:
        NotFoundError: If it was removed.
    """
    with library.transaction():
        jot = find_jot(library, week, jot_id)
        library.remove_jot(jot_id, now)
        return jot


def find_jot(library: NoteLibrary, week: Week, jot_id: str) -> Jot:
    """One jot of ``week``.

    Raises:
        NotFoundError: If it was removed.
    """
    kept = next((one for one in library.jots(week) if one.id == jot_id), None)
    if kept is None:
        raise NotFoundError("That jot was removed.", "It may still lie in the trash.")
    return kept
