"""What the window shows first, read before the whole library has arrived."""

from __future__ import annotations

from dataclasses import dataclass

from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSight:
    """One read of a library at start.

    Args:
        week: The week of ``note``, or this week where there is no note.
        summaries: The newest notes; ``more`` says whether there are others.
        note: The note last left unsaved, else this week's, else the newest.
        draft: Typed text of ``note`` that was not saved.
        goals: The goals of ``week``.
        next_week: The next week that is not marked away; None where the
            calendar ends.
        next_goals: Its goals.
    """

    week: Week
    summaries: tuple[NoteSummary, ...] = ()
    more: bool = False
    note: Note | None = None
    draft: Draft | None = None
    goals: tuple[Goal, ...] = ()
    next_week: Week | None = None
    next_goals: tuple[Goal, ...] = ()
    plan: WeekPlan
