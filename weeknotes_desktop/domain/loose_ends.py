"""Which goals still want an answer: computed from what they say, never stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from weeknotes_desktop.domain.goal import Goal, Outcome

PATIENCE = 14
"""For how many days after its week a goal may await its report before it is a loose end."""


class Why(StrEnum):
    """Why a goal is a loose end."""

    AWAITING = "awaiting"
    PARTLY = "partly"
    NOT_STARTED = "not-started"


class Standing(StrEnum):
    """Where a goal stands in the count of its week."""

    DONE = "done"
    PARTLY = "partly"
    NOT_STARTED = "not-started"
    DROPPED = "dropped"
    HELD = "held"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEnd:
    """A goal without an answer: it wants to be reported, carried over or let go."""

    goal: Goal
    why: Why


def awaits_report(goal: Goal, now: datetime, *, away: bool) -> bool:
    """Whether the week of the goal is over and nothing was said of it.

    Args:
        now: Local time.
        away: Whether the writer was away in the week of the goal.
    """
    return _waits(goal, away=away) and _days_since(goal, now) > 0


def loose_end(goal: Goal, now: datetime, *, away: bool, carried: bool) -> Why | None:
    """Why the goal is a loose end; None where it is none.

    What an import proposed is none before the writer says so, and what is held
    or was planned for a week away is none either. Stretch goals are not owed.
    Carrying a goal over answers it, whatever its outcome.

    Args:
        now: Local time.
        away: Whether the writer was away in the week of the goal.
        carried: Whether it has a successor.
    """
    owed = not (goal.proposed or goal.stretch or goal.held or away)
    if not owed or carried or goal.let_go is not None:
        return None
    if goal.outcome is Outcome.PARTLY:
        return Why.PARTLY
    if goal.outcome is Outcome.NOT_STARTED:
        return Why.NOT_STARTED
    long_ago = _days_since(goal, now) > PATIENCE
    return Why.AWAITING if goal.outcome is None and long_ago else None


def standing(goal: Goal, *, away: bool) -> Standing:
    """Where the goal stands in the count of its week: always at exactly one place."""
    if goal.outcome is not None:
        return Standing(goal.outcome.value)
    return Standing.HELD if goal.held or away else Standing.OPEN


def tally(goals: Iterable[Goal], *, away: bool) -> Counter[Standing]:
    """How many goals of one week stand where; together they are all that was planned."""
    return Counter(standing(goal, away=away) for goal in goals)


def _waits(goal: Goal, *, away: bool) -> bool:
    return standing(goal, away=away) is Standing.OPEN and not goal.proposed


def _days_since(goal: Goal, now: datetime) -> int:
    """How many days ago the Sunday of its week was, by the calendar on the wall."""
    return (now.date() - goal.week.sunday).days
