"""What is said of a goal besides its wording, and goals that are taken up again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.answer_goal import take_answer_back
from weeknotes_desktop.use_cases.hold_goal import hold_goal, take_up
from weeknotes_desktop.use_cases.let_go import let_go

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)

Say = Callable[[NoteLibrary, str, str, datetime], Goal]
SAID: list[tuple[Say, str]] = [
    (edit_goal.set_public_wording, "public_text"),
    (edit_goal.set_how, "how"),
    (edit_goal.set_workstream, "workstream"),
]


@pytest.mark.parametrize(("say", "field"), SAID)
def test_a_detail_is_kept_on_one_line_and_taken_back_when_empty(say: Say, field: str) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    say(library, goal.id, "  The board\n nods\x00 🎉 ", NOW)
    assert getattr(library.goal(goal.id), field) == "The board nods 🎉"
    say(library, goal.id, " ", NOW)
    assert getattr(library.goal(goal.id), field) is None


@pytest.mark.parametrize(("say", "field"), SAID)
def test_a_detail_said_twice_is_saved_once(say: Say, field: str) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    once = say(library, goal.id, "Something", NOW)
    assert say(library, goal.id, "Something", NOW).rev == once.rev


def test_a_detail_as_long_as_a_chapter_is_refused_in_words() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    with pytest.raises(WeekNotesError):
        edit_goal.set_how(library, goal.id, "x" * 2_000, NOW)


@pytest.mark.parametrize("typed", ["# desk", "#desk", "desk", " ## desk"])
def test_the_mark_before_a_workstream_is_not_part_of_its_name(typed: str) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    assert edit_goal.set_workstream(library, goal.id, typed, NOW).workstream == "desk"
    assert add_goal(library, WEEK, "Rest", NOW, workstream=typed).workstream == "desk"


def test_a_goal_is_made_a_stretch_and_one_like_any_other_again() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    assert edit_goal.set_stretch(library, goal.id, NOW, stretch=True).stretch
    assert not edit_goal.set_stretch(library, goal.id, NOW, stretch=False).stretch


def test_a_goal_on_hold_is_taken_up_as_it_was() -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    edit_goal.set_line(library, goal.id, "Waits for Kim", NOW)
    hold_goal(library, goal.id, NOW)
    up = take_up(library, goal.id, NOW)
    assert (up.held, up.outcome, up.line) == (False, None, "Waits for Kim")


@pytest.mark.parametrize("outcome", Outcome)
def test_a_goal_that_has_its_answer_cannot_be_put_on_hold(outcome: Outcome) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    edit_goal.set_outcome(library, goal.id, outcome, NOW)
    with pytest.raises(WeekNotesError, match="answer") as refused:
        hold_goal(library, goal.id, NOW)
    assert refused.value.remedy
    assert not hold_goal(library, goal.id, NOW, held=False).held


@pytest.mark.parametrize("outcome", Outcome)
def test_the_answer_ends_the_hold_and_taking_it_back_brings_the_hold_back(outcome: Outcome) -> None:
    library = FakeLibrary()
    held = hold_goal(library, add_goal(library, WEEK, "Write the plan", NOW).id, NOW)
    told = edit_goal.set_outcome(library, held.id, outcome, NOW)
    assert not told.held
    back = take_answer_back(library, held, told, NOW)
    assert (back.held, back.outcome) == (True, None)


@given(st.sampled_from([None, Outcome.PARTLY, Outcome.NOT_STARTED]))
def test_a_goal_that_was_let_go_is_taken_up_with_the_outcome_it_had(
    outcome: Outcome | None,
) -> None:
    library = FakeLibrary()
    goal = add_goal(library, WEEK, "Write the plan", NOW)
    edit_goal.set_outcome(library, goal.id, outcome, NOW)
    let_go(library, goal.id, NOW, reason="Nobody asks for it")
    up = take_up(library, goal.id, NOW)
    assert (up.let_go, up.outcome) == (None, outcome)
    assert take_up(library, goal.id, NOW) == up
