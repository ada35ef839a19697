"""Notes, goals and drafts of our own, and strategies that make all there can be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from tests.strategies import weeks
from weeknotes_desktop.domain.goal import Form, Goal, Outcome, WeekPlan
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week

WEEK = Week(2026, 48)
NOW = datetime(2026, 11, 27, 17, 30, tzinfo=UTC)


def a_note(note_id: str = "n1", **rest: Any) -> Note:
    """A note that says something."""
    said: dict[str, Any] = {
        "week": WEEK,
        "label": "Weeknote 48.2026",
        "title": "The bridge holds",
        "body": "We took the last prop away.\n\n%%Nobody slept.%%",
        "category": "Bridges",
        "tags": ("river", "steel"),
    }
    return Note(id=note_id, **(said | rest))


def a_goal(goal_id: str = "g1", **rest: Any) -> Goal:
    """A goal that means something."""
    said: dict[str, Any] = {"week": WEEK, "thread": goal_id, "text": "Take the props away"}
    return Goal(id=goal_id, **(said | rest))


def a_draft(note_id: str = "n1", **rest: Any) -> Draft:
    """Text that somebody was in the middle of."""
    said: dict[str, Any] = {
        "base_rev": 1,
        "title": "The bridge",
        "body": "We took the last pr",
        "written_at": NOW,
    }
    return Draft(note_id=note_id, **(said | rest))


ids = st.text(min_size=1, max_size=12)
words = st.text(max_size=40)
maybe = st.none() | words
moments = st.datetimes(
    min_value=datetime(1900, 1, 2),  # noqa: DTZ001
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda at: timezone(timedelta(minutes=at))),
)

notes = st.builds(
    Note,
    id=ids,
    week=weeks,
    label=words,
    title=words,
    body=st.text(max_size=400),
    category=words,
    tags=st.lists(words, max_size=4).map(tuple),
    status=st.sampled_from(Status),
    audience=st.sampled_from(Audience),
    origin=words,
    origin_hash=words,
    rev=st.integers(0, 9),
)
goals = st.builds(
    Goal,
    id=ids,
    week=weeks,
    thread=ids,
    text=words,
    position=st.integers(0, 99),
    public_text=maybe,
    audience=st.sampled_from(Audience),
    stretch=st.booleans(),
    workstream=maybe,
    how=maybe,
    form=st.sampled_from(Form),
    outcome=st.none() | st.sampled_from(Outcome),
    line=maybe,
    weeks_carried=st.integers(0, 99),
    proposed=st.booleans(),
    held=st.booleans(),
    let_go=maybe,
)
plans = st.builds(WeekPlan, week=weeks, focus=words, away=maybe)
drafts = st.builds(
    Draft,
    note_id=ids,
    base_rev=st.integers(0, 99),
    title=words,
    body=st.text(max_size=400),
    written_at=moments,
)
