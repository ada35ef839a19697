from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.goal_places import PLAN, REPORT, goals_in, with_goals
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import GoalView, NoteView
from weeknotes_desktop.domain.week import Week

VIEW = NoteView(
    audience=Audience.PUBLIC,
    week=Week(2024, 20),
    label="20.2024",
    title="",
    body="a\n[GOALS]\n\n[NEXT WEEK]  \nb",
    goals=(GoalView(text="Agree the rota", outcome=Outcome.DONE),),
    next_goals=(GoalView(text="Keep to it"),),
    form=GoalForm.SENTENCE,
)


def test_the_goals_stand_in_their_places() -> None:
    assert with_goals(VIEW) == (
        "a\nI set one goal: Agree the rota (done).\n\nMy next goal: Keep to it.\nb"
    )


def test_where_the_lines_are_text_they_stay() -> None:
    for body in ("```\n[GOALS]\n```", "- a\n  [GOALS]", "say [GOALS]", "> [NEXT WEEK]"):
        assert with_goals(replace(VIEW, body=body)) == body


def test_no_goals_leave_nothing() -> None:
    assert with_goals(replace(VIEW, goals=(), next_goals=())) == "a\n\n\n\nb"
    assert goals_in(VIEW, REPORT) == "I set one goal: Agree the rota (done)."
    assert goals_in(VIEW, PLAN) == "My next goal: Keep to it."
