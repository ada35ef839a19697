"""The answer of a goal is taken back."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.answer_goal import take_answer_back
from weeknotes_desktop.use_cases.let_go import let_go

NOW = datetime(2021, 4, 30, 17, 0, tzinfo=UTC)


def test_an_answer_that_is_taken_back_leaves_the_line() -> None:
    library = FakeLibrary()
    goal = add_goal(library, Week(2021, 9), "Dig", NOW)
    edit_goal.set_line(library, goal.id, "It rained", NOW)
    told = edit_goal.set_outcome(library, goal.id, Outcome.DROPPED, NOW)
    back = take_answer_back(library, goal, told, NOW)
    assert (back.outcome, back.line) == (None, "It rained")


def test_one_that_was_partly_done_and_let_go_is_partly_done_again() -> None:
    library = FakeLibrary()
    goal = add_goal(library, Week(2021, 9), "Dig", NOW)
    partly = edit_goal.set_outcome(library, goal.id, Outcome.PARTLY, NOW)
    gone = let_go(library, goal.id, NOW, reason="Too wet")
    back = take_answer_back(library, partly, gone, NOW)
    assert (back.outcome, back.let_go) == (Outcome.PARTLY, None)


def test_what_was_said_since_is_not_taken_back() -> None:
    library = FakeLibrary()
    goal = add_goal(library, Week(2021, 9), "Dig", NOW)
    gone = let_go(library, goal.id, NOW)
    edit_goal.set_outcome(library, goal.id, Outcome.DONE, NOW)
    assert take_answer_back(library, goal, gone, NOW).outcome is Outcome.DONE
