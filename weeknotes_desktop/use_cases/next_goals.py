"""Read the goals that a note announces."""

from __future__ import annotations

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.next_week import next_week


def next_goals(library: NoteLibrary, week: Week) -> tuple[Goal, ...]:
    """The goals of the first week after ``week`` that is not marked away."""
    try:
        return library.goals(next_week(library, week))
    except WeekError:
        # The last week of all has none after it.
        return ()
