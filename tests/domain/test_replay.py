from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.audience import cut
from weeknotes_desktop.domain.goal import Goal, GoalState, Outcome
from weeknotes_desktop.domain.goal_events import (
    GoalEvent,
    Happening,
    added,
    change,
    commit,
    removed,
    restored,
)
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.replay import replay
from weeknotes_desktop.domain.week import Week

LONDON = ZoneInfo("Europe/London")
WEEK = Week(2021, 9)
MONDAY = datetime(2021, 3, 1, 9, 0, tzinfo=LONDON)
FRIDAY = datetime(2021, 3, 5, 17, 0, tzinfo=LONDON)


def a_goal(week: Week = WEEK) -> Goal:
    return Goal(id="g", thread="g", week=week, text="Write the plan")


@pytest.mark.parametrize(
    ("monday", "week"),
    [
        ("2026-12-28", Week(2026, 53)),  # the week of New Year 2027
        ("2027-01-04", Week(2027, 1)),
        ("2026-03-30", Week(2026, 14)),  # the clocks went forward the night before
        ("2026-10-26", Week(2026, 44)),  # and back
    ],
)
def test_a_wording_counts_from_noon_by_the_clock_on_the_wall(monday: str, week: Week) -> None:
    noon = datetime.fromisoformat(f"{monday}T12:00").replace(tzinfo=LONDON)
    assert Week.of(noon.date()) == week
    before = noon - timedelta(minutes=1)
    events = [added(a_goal(week), before)]
    assert replay(events, before).state is a_goal(week).state(before) is GoalState.DRAFT
    assert replay(events, noon).state is a_goal(week).state(noon) is GoalState.COMMITTED
    assert commit(a_goal(week), before) == (a_goal(week), ())
    assert commit(a_goal(week), noon)[0].committed_at == noon


def test_the_order_of_events_decides_and_not_their_times() -> None:
    goal, events = commit(a_goal(), FRIDAY)
    done, told = change(goal, replace(goal, outcome=Outcome.DONE), MONDAY)
    opened, again = change(done, replace(done, outcome=None), MONDAY - timedelta(days=9))
    log = [added(a_goal(), FRIDAY), *events, *told, *again]
    assert replay(log[:-1], MONDAY).state is GoalState.REPORTED
    assert replay(log, MONDAY).state is opened.state(MONDAY) is GoalState.COMMITTED


def test_what_was_committed_stays_so_whatever_is_saved() -> None:
    goal, _ = commit(a_goal(), FRIDAY)
    kept, told = change(goal, replace(goal, committed_at=None, text="Write it"), MONDAY)
    assert kept.committed_at == FRIDAY
    assert [event.kind for event in told] == [Happening.REWORDED]


def test_a_goal_out_of_an_older_back_up_counts_from_its_latest_committing() -> None:
    _, once = commit(a_goal(), FRIDAY)
    later = FRIDAY + timedelta(days=30)
    goal, twice = commit(a_goal(), later)
    told = replay([added(a_goal(), MONDAY), *once, *twice], later)
    assert (told.committed_at, len(told.wordings)) == (goal.committed_at, 1)


def test_a_goal_that_comes_back_from_the_trash_does_not_lie_there() -> None:
    log = [added(a_goal(), MONDAY), removed("g", MONDAY)]
    assert replay(log, MONDAY).removed
    assert not replay([*log, restored("g", MONDAY)], MONDAY).removed


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "week", "outcome", "line", "let_go", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


@given(
    st.lists(
        st.builds(
            GoalEvent,
            goal_id=st.just("g"),
            at=st.just(FRIDAY),
            kind=st.sampled_from(Happening) | st.text(max_size=5),
            detail=st.text(max_size=9) | values.map(str) | values.map(json.dumps),
        ),
        max_size=5,
    )
)
def test_a_log_that_cannot_be_read_tells_nothing_and_breaks_nothing(log: list[GoalEvent]) -> None:
    told = replay(log, FRIDAY)
    assert told.state in GoalState
    assert replay([*log, GoalEvent(goal_id="g", at=FRIDAY, kind="?", detail="{")], FRIDAY) == told


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.TEAM])
def test_why_a_goal_was_let_go_and_that_it_is_held_leave_with_no_view(audience: Audience) -> None:
    goal = replace(a_goal(), let_go="The money is gone", held=True, committed_at=FRIDAY)
    mine = replace(goal, id="m", audience=Audience.ME, public_text="Something")
    note = Note(id="n", week=WEEK, body="[GOALS] [NEXT WEEK]")
    view = cut(note, "9.2021", [goal, mine], [goal, mine], audience, "en-GB")
    assert "money" not in repr(view)
    assert "held" not in repr(view)
