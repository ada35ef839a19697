"""The goals in a page, in each of their forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.example import (
    DONE,
    GOALS,
    HIDDEN,
    NEXT_GOALS,
    PARTLY,
    PRIVATE,
    STRETCH,
    page_of,
    renderer,
    view_of,
)
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.goal_text import goal_markdown
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import GoalView, NoteView

RENDERER = renderer()
FORMS = list(GoalForm)
WORDS = "plan,", "- 5", "*now*", "1. it", "<b>x</b>", "a_b_c", "`code`", "[x]", "&", "It's", "..."

wordings = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
weeks = st.lists(
    st.builds(
        Goal,
        id=st.just("g"),
        thread=st.just("g"),
        week=st.just(DONE.week),
        text=wordings,
        outcome=st.sampled_from([None, *Outcome]),
        line=st.none() | wordings,
        stretch=st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def in_form(
    form: GoalForm, body: str, goals: Sequence[Goal] = (), audience: Audience = Audience.PUBLIC
) -> NoteView:
    view = view_of(body, audience, goals=goals, next_goals=NEXT_GOALS)
    return replace(view, form=form)


def html(form: GoalForm, body: str, *goals: Goal, audience: Audience = Audience.PUBLIC) -> str:
    return RENDERER.render(in_form(form, body, goals, audience)).replace("\n", "")


def read(made: str) -> list[str]:
    """What a reader sees, word by word; a bullet is none, and who hears a page is told more."""
    made = re.sub(r'<span class="wn-hidden">[^<]*</span>', "", made)
    return re.sub(r"<[^>]*>", " ", made).split()


def test_numbers_stand_before_the_marks() -> None:
    assert html(GoalForm.NUMBERS, "[GOALS]", DONE, STRETCH) == (
        '<ol class="wn-numbered"><li class="wn-done">'
        '<span aria-hidden="true" class="wn-mark">✓</span> <span class="wn-hidden">Done:</span> '
        "A tool for working with the growers’ co-operative"
        " – it needs a worked example before anybody believes it</li>"
        '<li class="wn-open"><span aria-hidden="true" class="wn-mark">○</span> '
        "Three teams say why <em>(stretch)</em></li></ol>"
    )
    assert html(GoalForm.NUMBERS, "[NEXT WEEK]") == (
        '<ol class="wn-numbered"><li class="wn-open">'
        "The roadmap agreed with the three teams</li></ol>"
    )


def test_a_sentence_is_a_paragraph() -> None:
    assert html(GoalForm.SENTENCE, "a\n[GOALS]\nb", DONE, PARTLY) == (
        "<p>a</p><p>I set two goals: a tool for working with the growers’ co-operative (done: it "
        "needs a worked example before anybody believes it) and a plan for the licensing data"
        " (partly: in my head rather than on paper).</p><p>b</p>"
    )


def test_questions_are_a_list_of_marks() -> None:
    made = html(GoalForm.QUESTIONS, "[GOALS]", PARTLY)
    assert made.startswith('<ul class="wn-goals"><li class="wn-partly">')
    assert made.endswith(
        "A plan for the licensing data? In my head rather than on paper.</li></ul>"
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_list_after_the_goals_is_a_list_of_its_own(form: GoalForm) -> None:
    for own in ("- a", "1. a"):
        made = html(form, f"[GOALS]\n\n{own}", DONE)
        assert re.search(r"</(ul|ol|p)><(ul|ol)><li>a</li></\2>$", made)


@pytest.mark.parametrize("form", FORMS)
def test_the_writer_sees_tinted_what_is_private(form: GoalForm) -> None:
    made = html(form, "[GOALS]", DONE, PRIVATE, audience=Audience.ME)
    assert made.count("wn-private") == 1
    tinted = made.split("wn-private", 1)[1]
    assert "alk to Jo" in tinted
    assert "growers" not in tinted


@pytest.mark.parametrize("form", FORMS)
def test_no_form_tells_what_is_kept_back(form: GoalForm) -> None:
    secret = replace(PRIVATE, workstream="rota", how="Jo nods", stretch=True)
    body = "[GOALS]\n\n[NEXT WEEK]"
    with_it = in_form(form, body, (DONE, HIDDEN, secret, PARTLY))
    for made in (
        page_of(with_it, RENDERER),
        RENDERER.render(with_it),
        goal_markdown(with_it.goals, form, report=True),
    ):
        for word in ("Jo", "bank", "over lunch", "Over lunch", "rota", "nods", "stretch)"):
            assert word not in made.replace("wn-", "")
        assert "ne goal that I keep to myself" in made
    without = in_form(form, body, (DONE, replace(PRIVATE, public_text=None), PARTLY))
    assert RENDERER.render(without) == RENDERER.render(in_form(form, body, (DONE, PARTLY)))


def test_a_public_wording_has_its_mark_and_the_numbers_close() -> None:
    numbered = goal_markdown(view_of("", goals=GOALS).goals, GoalForm.NUMBERS, report=True)
    assert [line.split()[:2] for line in numbered.splitlines()] == [
        ["1.", "✓"],
        ["2.", "◐"],
        ["3.", "✓"],
        ["4.", "✕"],
        ["5.", "○"],
        ["6.", "○"],
    ]
    sentence = goal_markdown(view_of("", goals=GOALS).goals, GoalForm.SENTENCE, report=True)
    assert sentence.startswith("I set six goals:")
    assert "one goal that I keep to myself (done)," in sentence


@pytest.mark.parametrize("form", GoalForm)
def test_a_goal_whose_wording_looks_like_a_task_is_none(form: GoalForm) -> None:
    view = in_form(form, "[NEXT WEEK]", ())
    plan = replace(view, next_goals=(GoalView(text="[x] a plan"),))
    assert "[x] a plan" in RENDERER.render(plan)


@given(weeks, st.sampled_from(GoalForm), st.booleans())
def test_turned_into_text_they_read_the_same(
    goals: list[Goal], form: GoalForm, report: bool
) -> None:
    view = replace(view_of("[GOALS]" if report else "[NEXT WEEK]", goals=goals), form=form)
    view = replace(view, next_goals=view.goals)
    text = goal_markdown(view.goals, form, report=report)
    assert read(RENDERER.render(replace(view, body=text))) == read(RENDERER.render(view))


@given(weeks, st.sampled_from(GoalForm), st.integers(0, 4), wordings, st.sampled_from(Outcome))
def test_a_goal_that_is_kept_back_leaves_no_trace_in_any_form(
    goals: list[Goal], form: GoalForm, place: int, words: str, outcome: Outcome
) -> None:
    secret = replace(HIDDEN, text=words, line=words, outcome=outcome, stretch=True)
    for audience in (Audience.TEAM, Audience.PUBLIC):
        with_it = [*goals[:place], secret, *goals[place:]]
        one = in_form(form, "[GOALS]", with_it, audience)
        other = in_form(form, "[GOALS]", goals, audience)
        assert RENDERER.render(one) == RENDERER.render(other)
        assert goal_markdown(one.goals, form, report=True) == (
            goal_markdown(other.goals, form, report=True)
        )


@given(st.sampled_from(GoalForm), wordings, wordings, st.booleans(), st.sampled_from(Outcome))
def test_of_a_public_wording_nothing_but_its_mark_is_told(
    form: GoalForm, public: str, words: str, stretch: bool, outcome: Outcome
) -> None:
    bare = replace(HIDDEN, public_text=public, outcome=outcome)
    full = replace(
        bare,
        text=words,
        line=words,
        workstream=words,
        how=words,
        stretch=stretch,
        parent="0",
        weeks_carried=3,
    )
    made = [
        RENDERER.render(in_form(form, "[GOALS]\n\n[NEXT WEEK]", (DONE, goal)))
        for goal in (bare, full)
    ]
    assert made[0] == made[1]
