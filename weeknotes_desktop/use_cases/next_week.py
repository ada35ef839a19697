"""Find the next week that the writer is there."""

from __future__ import annotations

from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import LONGEST_ABSENCE, Week


def next_week(library: NoteLibrary, week: Week) -> Week:
    """The first week after ``week`` that is not marked away."""
    following = week.plus(1)
    for _ in range(LONGEST_ABSENCE):
        if library.plan(following).away is None:
            break
        following = following.plus(1)
    return following
