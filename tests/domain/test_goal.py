from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.goal import Goal, GoalState, Outcome, count
from weeknotes_desktop.domain.week import Week

WEEK = Week(2021, 9)
LONDON = timezone(timedelta(0))


def goal(*, outcome: Outcome | None = None, stretch: bool = False) -> Goal:
    return Goal(id="a", thread="a", week=WEEK, text="Ship it", outcome=outcome, stretch=stretch)


@pytest.mark.parametrize(
    ("hour", "state"), [(11, GoalState.DRAFT), (12, GoalState.COMMITTED), (13, GoalState.COMMITTED)]
)
def test_a_wording_settles_at_noon_on_monday(hour: int, state: GoalState) -> None:
    monday = datetime(2021, 3, 1, hour, 0, tzinfo=LONDON)
    assert goal().state(monday) is state


@given(st.datetimes(), st.sampled_from(Outcome))
def test_a_goal_with_an_outcome_is_reported_whatever_the_clock_says(
    now: datetime, outcome: Outcome
) -> None:
    assert goal(outcome=outcome).state(now) is GoalState.REPORTED


def test_stretch_goals_are_left_out_of_the_count() -> None:
    goals = [goal(outcome=Outcome.DONE), goal(), goal(outcome=Outcome.DONE, stretch=True)]
    assert (count(goals).met, count(goals).set) == (1, 2)


@given(st.lists(st.sampled_from([None, *Outcome])))
def test_never_more_goals_are_met_than_set(outcomes: list[Outcome | None]) -> None:
    counted = count(goal(outcome=outcome) for outcome in outcomes)
    assert 0 <= counted.met <= counted.set == len(outcomes)
