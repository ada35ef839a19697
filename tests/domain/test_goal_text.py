"""Goals in the note, in each of their forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.goal_text import goal_lines, goal_markdown, goal_sentence
from weeknotes_desktop.domain.view import GoalView

KITE = GoalView(text="A kite that flies", outcome=Outcome.DONE, line="It flew to the church.")
SAIL = GoalView(text="Mend the sail.", outcome=Outcome.PARTLY, line="half of it is there")
ROPE = GoalView(text="Who has the rope?", outcome=Outcome.NOT_STARTED)
TENT = GoalView(text="Air the tent", outcome=Outcome.DROPPED, stretch=True)
BOAT = GoalView(text="Paint the boat")
WEEK = (KITE, SAIL, ROPE, TENT, BOAT)

goals = st.lists(
    st.builds(
        GoalView,
        text=st.text(min_size=1).map(lambda text: f"a{text}"),
        outcome=st.sampled_from([None, *Outcome]),
        line=st.none() | st.text(min_size=1),
        stretch=st.booleans(),
    )
)


def test_a_report_is_a_list_of_marks_wordings_and_lines() -> None:
    assert goal_markdown(WEEK, GoalForm.LIST, report=True).splitlines() == [
        "- ✓ A kite that flies – it flew to the church",
        "- ◐ Mend the sail. – half of it is there",
        "- ○ Who has the rope?",
        "- ✕ Air the tent *(stretch)*",
        "- ○ Paint the boat",
    ]


def test_a_report_is_numbered() -> None:
    assert goal_markdown((KITE, ROPE), GoalForm.NUMBERS, report=True).splitlines() == [
        "1. ✓ A kite that flies – it flew to the church",
        "2. ○ Who has the rope?",
    ]


def test_questions_are_answered_by_their_lines() -> None:
    assert goal_markdown(WEEK, GoalForm.QUESTIONS, report=True).splitlines() == [
        "- ✓ A kite that flies? It flew to the church.",
        "- ◐ Mend the sail? Half of it is there.",
        "- ○ Who has the rope?",
        "- ✕ Air the tent? *(stretch)*",
        "- ○ Paint the boat?",
    ]


def test_a_report_is_one_sentence() -> None:
    assert goal_markdown(WEEK, GoalForm.SENTENCE, report=True) == (
        "I set five goals: a kite that flies (done: it flew to the church),"
        " Mend the sail (partly: half of it is there), who has the rope? (not started),"
        " Air the tent (stretch, dropped) and Paint the boat."
    )


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        (["A kite"], "My next goal: a kite."),
        (["A kite", "Who has the rope?"], "My next two goals: a kite and who has the rope?"),
        (["A kite", "B, or C"], "My next two goals: a kite; and B, or C."),
        (["A", "B, C", "D"], "My next three goals: a; B, C; and D."),
        (["A and B", "C", "D"], "My next three goals: a and B; C; and D."),
        (["x"] * 13, f"My next 13 goals: {', '.join(['x'] * 12)} and x."),
    ],
)
def test_a_plan_is_one_sentence(texts: list[str], sentence: str) -> None:
    plan = [GoalView(text=text, outcome=Outcome.DONE, line="not told") for text in texts]
    assert goal_markdown(plan, GoalForm.SENTENCE, report=False) == sentence


def test_a_plan_says_nothing_of_what_became_of_it() -> None:
    said = {
        GoalForm.LIST: "- ○ A kite that flies",
        GoalForm.NUMBERS: "1. A kite that flies",
        GoalForm.SENTENCE: "My next goal: a kite that flies.",
        GoalForm.QUESTIONS: "- ○ A kite that flies?",
    }
    for form in GoalForm:
        assert goal_markdown([KITE], form, report=False) == said[form]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("- 5 degrees", r"1. \- 5 degrees"),
        ("1. April", r"1. 1\. April"),
        ("# one", r"1. \# one"),
        ("#one", "1. #one"),
        ("[x] boxes", r"1. \[x] boxes"),
        ("*One* kite", "1. *One* kite"),
        ("> five", r"1. \> five"),
        ("***", r"1. \***"),
    ],
)
def test_a_wording_begins_nothing_but_an_item(text: str, item: str) -> None:
    assert goal_markdown([GoalView(text=text)], GoalForm.NUMBERS, report=False) == item


def test_no_goals_say_nothing() -> None:
    for form in GoalForm:
        for report in (True, False):
            assert goal_markdown((), form, report=report) == ""
    assert goal_sentence((), report=True) == ()


@given(goals, st.sampled_from(GoalForm), st.booleans())
def test_every_goal_is_said_once_and_numbers_have_no_gap(
    week: list[GoalView], form: GoalForm, report: bool
) -> None:
    if form is GoalForm.SENTENCE:
        runs = goal_sentence(week, report=report)
        assert sum(run.words.startswith("a") for run in runs) >= len(week)
        assert "".join(run.words for run in runs) == goal_markdown(week, form, report=report)
        return
    lines = goal_lines(week, form, report=report)
    assert len(lines) == len(week)
    assert all((line.outcome is None) or report for line in lines)


@given(st.integers(1, 30))
def test_numbers_run_from_one(number: int) -> None:
    week = [GoalView(text="x")] * number
    lines = goal_markdown(week, GoalForm.NUMBERS, report=True).splitlines()
    assert [line.split(".")[0] for line in lines] == [str(one) for one in range(1, number + 1)]
