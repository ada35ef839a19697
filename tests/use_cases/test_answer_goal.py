"""A goal gets its answer, and the answer is taken back."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.answer_goal import report_goal, take_answer_back
from weeknotes_desktop.use_cases.let_go import let_go

NOW = datetime(2021, 4, 30, 17, 0, tzinfo=UTC)


def test_a_report_is_an_outcome_with_its_line_or_without() -> None:
    library = FakeLibrary()
    goal = add_goal(library, Week(2021, 9), "Dig", NOW)
    told = report_goal(library, goal.id, Outcome.DONE, "Done: the bed is deep", NOW)
    assert (told.outcome, told.line) == (Outcome.DONE, "the bed is deep")
    again = report_goal(library, goal.id, Outcome.PARTLY, None, NOW)
    assert (again.outcome, again.line) == (Outcome.PARTLY, "the bed is deep")


def test_an_answer_that_is_taken_back_leaves_the_line() -> None:
    library = FakeLibrary()
    goal = add_goal(library, Week(2021, 9), "Dig", NOW)
    told = report_goal(library, goal.id, Outcome.DROPPED, "It rained", NOW)
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
