"""Read the goals of a week and of the week after it."""

from __future__ import annotations

from dataclasses import dataclass

from weeknotes_desktop.domain.first_sight import FirstSight
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.carry_over import uncarried
from weeknotes_desktop.use_cases.next_week import next_week


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekGoals:
    """One week's goals and the next one's.

    Args:
        next_week: The next week that is not marked away.
        unfinished: How many goals of the week can still be carried over.
    """

    plan: WeekPlan
    goals: tuple[Goal, ...]
    next_week: Week
    next_goals: tuple[Goal, ...]
    unfinished: int

    @property
    def week(self) -> Week:
        """The week itself."""
        return self.plan.week


def week_goals(library: NoteLibrary, week: Week) -> WeekGoals:
    """The goals of ``week`` and of the next week that is not marked away."""
    following = next_week(library, week)
    return WeekGoals(
        plan=library.plan(week),
        goals=library.goals(week),
        next_week=following,
        next_goals=library.goals(following),
        unfinished=len(uncarried(library, week)),
    )


def first_goals(sight: FirstSight) -> WeekGoals:
    """The same, as far as the first look into the library tells them."""
    return WeekGoals(
        plan=sight.plan,
        goals=sight.goals,
        next_week=sight.next_week or sight.week.plus(1),
        next_goals=sight.next_goals,
        unfinished=0,
    )
