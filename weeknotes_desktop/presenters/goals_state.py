"""What the goals panel shows, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.goal import Count, Goal, WeekPlan, count
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.week_goals import WeekGoals

_LEEWAY = 2
"""So many goals more than usual are nothing to remark on."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A week with many more goals than the writer usually sets."""

    number: int
    usual: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsState:
    """The goals of one week and of the week after it.

    Args:
        next_week: The next week that is not marked away.
        count: Goals done of goals set, this week, stretch goals left out.
        unfinished: How many goals of this week can be carried over.
        proposed: How many goals of this week an import proposed.
        crowd: How many goals are set, where they are many more than usual.
        next_crowd: The same of the week after.
        unsaved_goals: Which say something that is not on the disk yet.
        focus_unsaved: Whether the focus is not on the disk yet.
        away: Why the writer is not there; None where they are.
        away_unsaved: Whether that is not on the disk yet.
    """

    week: Week
    next_week: Week
    focus: str = ""
    count: Count = Count(0, 0)
    goals: tuple[Goal, ...] = ()
    next_goals: tuple[Goal, ...] = ()
    unfinished: int = 0
    proposed: int = 0
    crowd: Crowd | None = None
    next_crowd: Crowd | None = None
    read_only: bool = False
    unsaved_goals: frozenset[str] = frozenset()
    focus_unsaved: bool = False
    away: str | None = None
    away_unsaved: bool = False


class GoalsView(Protocol):
    """What the goals panel must be able to do."""

    def draw(self, state: GoalsState) -> None:
        """Draw the whole panel; drawing is never mistaken for the writer's own click."""


def state_of(
    shown: WeekGoals,
    unsaved: frozenset[tuple[str, str]],
    *,
    usual: int | None,
    read_only: bool,
) -> GoalsState:
    """``shown`` as the panel shows it.

    Args:
        unsaved: The places of words that are not on the disk.
        usual: How many goals the writer usually sets; None where nobody has asked.
    """
    plan: WeekPlan = shown.plan
    return GoalsState(
        week=shown.week,
        next_week=shown.next_week,
        focus=plan.focus,
        count=count(shown.goals),
        goals=shown.goals,
        next_goals=shown.next_goals,
        unfinished=shown.unfinished,
        proposed=sum(goal.proposed for goal in shown.goals),
        crowd=_crowd(shown.goals, usual),
        next_crowd=_crowd(shown.next_goals, usual),
        read_only=read_only,
        unsaved_goals=frozenset(ident for what, ident in unsaved if what != "focus"),
        focus_unsaved=("focus", str(shown.week)) in unsaved,
        away=plan.away,
        away_unsaved=("away", str(shown.week)) in unsaved,
    )


def _crowd(goals: tuple[Goal, ...], usual: int | None) -> Crowd | None:
    number = count(goals).set
    return Crowd(number, usual) if usual is not None and number > usual + _LEEWAY else None
