"""Mark a week in which the writer is not there."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.goal import WeekPlan
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import one_line
from weeknotes_desktop.domain.week import Week


def mark_away(library: NoteLibrary, week: Week, reason: str | None = None) -> WeekPlan:
    """Be away in a week: its goals are held, and nobody misses it.

    Args:
        reason: Stays with the writer; may be empty. Without one, what was said before stays.
    """
    if reason is not None:
        return _say(library, week, one_line(reason))
    with library.transaction():
        return _say(library, week, library.plan(week).away or "")


def be_back(library: NoteLibrary, week: Week) -> WeekPlan:
    """Be there in that week after all."""
    return _say(library, week, None)


def _say(library: NoteLibrary, week: Week, away: str | None) -> WeekPlan:
    with library.transaction():
        plan = library.plan(week)
        changed = replace(plan, away=away)
        return plan if changed == plan else library.save_plan(changed)
