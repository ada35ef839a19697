from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import NotFoundError, WeekError, WeekNotesError
from weeknotes_desktop.domain.goal import Outcome, WeekPlan
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_over, carry_unfinished
from weeknotes_desktop.use_cases.hold_goal import hold_goal
from weeknotes_desktop.use_cases.set_focus import set_focus
from weeknotes_desktop.use_cases.week_goals import week_goals

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


def test_a_goal_carried_over_keeps_its_thread_and_counts_its_weeks() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    child = carry_over(library, goal.id, NOW, text="Write the first page of the plan")
    grandchild = carry_over(library, child.id, NOW, to=Week(2021, 12))
    assert (child.thread, child.parent, child.week) == (goal.thread, goal.id, Week(2021, 10))
    assert (grandchild.text, grandchild.weeks_carried) == ("Write the first page of the plan", 2)
    assert library.goal(goal.id) == goal


@given(st.integers(1, 4))
def test_carrying_over_twice_makes_one_successor(times: int) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    successors = {carry_over(library, goal.id, NOW).id for _ in range(times)}
    assert len(successors) == len(library.goals(WEEK.plus(1))) == 1


def test_a_private_goal_stays_private_when_it_is_carried_over() -> None:
    library = FakeLibrary()
    goal = add_goal(
        library, WEEK, "Talk to Kim", NOW, audience=Audience.ME, public_text="A conversation"
    )
    child = carry_over(library, goal.id, NOW)
    assert (child.audience, child.public_text) == (Audience.ME, "A conversation")


@pytest.mark.parametrize("to", [WEEK, Week(2021, 8)])
def test_a_goal_is_carried_forward_in_time_only(to: Week) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    with pytest.raises(WeekError):
        carry_over(library, goal.id, NOW, to=to)


def test_only_what_is_unfinished_is_carried_over() -> None:
    library = FakeLibrary()
    done = add_goal(library, WEEK, "Ship it", NOW)
    add_goal(library, WEEK, "Write it down", NOW)
    add_goal(library, WEEK, "If there is time", NOW, stretch=True)
    edit_goal.set_outcome(library, done.id, Outcome.DONE, NOW)
    carried = carry_unfinished(library, WEEK, WEEK.plus(1), NOW)
    assert [goal.text for goal in carried] == ["Write it down"]
    assert week_goals(library, WEEK).unfinished == 0
    with pytest.raises(WeekNotesError):
        carry_over(library, done.id, NOW)


def test_what_is_on_hold_is_not_offered_but_may_be_carried_over_by_itself() -> None:
    library = FakeLibrary()
    held = add_goal(library, WEEK, "Ship it", NOW)
    hold_goal(library, held.id, NOW)
    assert week_goals(library, WEEK).unfinished == 0
    assert carry_unfinished(library, WEEK, WEEK.plus(1), NOW) == ()
    assert not carry_over(library, held.id, NOW).held


def test_an_outcome_can_be_taken_back_and_its_line_stays() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship it", NOW)
    edit_goal.set_outcome(library, goal.id, Outcome.PARTLY, NOW)
    edit_goal.set_line(library, goal.id, "Half of it", NOW)
    opened = edit_goal.set_outcome(library, goal.id, None, NOW)
    assert (opened.outcome, opened.line) == (None, "Half of it")


def test_an_outcome_given_by_the_writer_confirms_a_proposed_goal() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship it", NOW)
    assert not edit_goal.set_outcome(library, goal.id, Outcome.DONE, NOW).proposed


@given(st.integers(0, 3), st.integers(-2, 9))
def test_moving_a_goal_keeps_every_goal_in_one_order(which: int, position: int) -> None:
    library = FakeLibrary()
    goals = [add_goal(library, WEEK, f"Goal {number}", NOW) for number in range(4)]
    edit_goal.move_goal(library, goals[which].id, position, NOW)
    after = library.goals(WEEK)
    assert [goal.position for goal in after] == [0, 1, 2, 3]
    assert after[max(0, min(position, 3))].id == goals[which].id
    assert {goal.id for goal in after} == {goal.id for goal in goals}


def test_a_removed_goal_can_be_taken_back() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Ship it", NOW)
    edit_goal.remove_goal(library, goal.id, NOW)
    assert library.goals(WEEK) == ()
    edit_goal.restore_goal(library, goal.id, NOW)
    assert [kept.text for kept in library.goals(WEEK)] == ["Ship it"]


@pytest.mark.parametrize("text", ["", "  \n ", "\x00"])
def test_a_goal_needs_words(text: str) -> None:
    with pytest.raises(WeekNotesError):
        add_goal(FakeLibrary(), WEEK, text, NOW)


def test_next_week_is_the_next_week_the_writer_is_there() -> None:
    library = FakeLibrary()
    library.save_plan(WeekPlan(week=WEEK.plus(1), away="walking"))
    add_goal(library, WEEK.plus(2), "Unpack", NOW)
    assert [goal.text for goal in week_goals(library, WEEK).next_goals] == ["Unpack"]


def test_an_empty_focus_takes_it_away() -> None:
    library = FakeLibrary()
    set_focus(library, WEEK, "  Fewer\nmeetings ")
    assert library.plan(WEEK).focus == "Fewer meetings"
    set_focus(library, WEEK, "")
    assert library.plan(WEEK).focus == ""


def test_a_goal_that_is_not_there_is_said_so() -> None:
    with pytest.raises(NotFoundError):
        edit_goal.set_line(FakeLibrary(), "nowhere", "x", NOW)
