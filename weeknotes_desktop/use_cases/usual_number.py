"""Tell how many goals the writer usually sets."""

from __future__ import annotations

from statistics import median_high

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week

THE_NORM = 3
"""How many goals a week has until the writer shows another habit."""

_LOOKS_BACK = 26
_A_HABIT = 4


def usual_number(library: NoteLibrary, week: Week) -> int:
    """The writer's own usual number of goals, judged by the half year before ``week``.

    Weeks without a goal and weeks away say nothing, stretch goals do not
    count, and before there are four weeks with goals the norm is three.
    """
    counts: list[int] = []
    with library.transaction():
        for weeks in range(1, _LOOKS_BACK + 1):
            try:
                earlier = week.plus(-weeks)
            except WeekError:
                break
            number = sum(not goal.stretch for goal in library.goals(earlier))
            if number and library.plan(earlier).away is None:
                counts.append(number)
    return median_high(counts) if len(counts) >= _A_HABIT else THE_NORM
