"""A reminder comes once, in its time, whatever the clock does, and tells nothing but counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_weekly import moments
from weeknotes_desktop.domain.reminders import (
    MAKES_SENSE,
    REMEMBERED,
    Counts,
    Memory,
    Reminder,
    Said,
    due,
    sentence,
)
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.weekly import Weekly

Times = dict[Reminder, Weekly]
WEEK = Week(2021, 9)
ZONES = [ZoneInfo(name) for name in ("Pacific/Kiritimati", "Europe/London", "Pacific/Honolulu")]
USUAL = {
    what: moment
    for what, said in zip(Reminder, ("Mon 12:00", "Tue 17:30", "Fri 15:00"), strict=True)
    if (moment := Weekly.parse(said)) is not None
}
NOTHING_SET = Counts()
TWO_WAIT = Counts(set=3, waiting=2)

START = datetime.fromisoformat("2021-03-01")
times = st.fixed_dictionaries({}, optional=dict.fromkeys(Reminder, moments))
counts = st.builds(
    Counts,
    set=st.integers(0, 5),
    waiting=st.integers(0, 5),
    reviewed=st.booleans(),
    away=st.booleans(),
)
# Some three weeks, close enough together that a day is often seen twice.
clocks = st.builds(
    lambda hours, zone: (START + timedelta(hours=hours)).replace(tzinfo=zone),
    st.integers(0, 24 * 20),
    st.sampled_from(ZONES),
)
jumps = st.lists(st.tuples(clocks, counts), max_size=40)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(WEEK.monday, datetime.min.time()) + timedelta(
        days=day, hours=hour, minutes=minute
    )


def played(
    times: Times, seen: Iterable[tuple[datetime, Counts]]
) -> list[tuple[Reminder, datetime]]:
    """What is said to a writer who looks at these times, in this order."""
    memory, said = Memory(), []
    for now, of_week in seen:
        what = due(now, times, of_week, memory)
        if what is not None:
            memory = Memory.parse(str(memory.with_said(what, now)))
            said.append((what, now))
    return said


@given(times, jumps)
def test_no_clock_brings_two_in_a_day_or_one_twice(
    times: Times, seen: list[tuple[datetime, Counts]]
) -> None:
    said = played(times, seen)
    days = Counter(now.date() for _, now in said)
    weeks = Counter((what, Week.of(now.date())) for what, now in said)
    assert all(times == 1 for times in (*days.values(), *weeks.values()))


@given(times, jumps)
def test_none_comes_before_its_time_after_its_sense_or_in_a_week_away(
    times: Times, seen: list[tuple[datetime, Counts]]
) -> None:
    of_time = dict(seen)
    for what, now in played(times, of_time.items()):
        comes = times[what].of(Week.of(now.date()))
        assert comes <= now.replace(tzinfo=None)
        assert (now.date() - comes.date()).days <= MAKES_SENSE
        assert not of_time[now].away
        assert of_time[now].ask_for(what)


@given(st.lists(st.tuples(st.sampled_from(Reminder), clocks)), st.sampled_from(Reminder))
def test_no_jump_of_the_clock_loses_the_next_one(
    said: list[tuple[Reminder, datetime]], what: Reminder
) -> None:
    # Whatever was said of other weeks, also of later ones by a clock that was ahead.
    memory, week = Memory(), WEEK.plus(1)
    for other, now in said:
        if Week.of(now.date()) != week:
            memory = memory.with_said(other, now)
    comes = USUAL[what].of(week)
    fitting = Counts() if what is Reminder.GOALS else TWO_WAIT
    assert due(comes, USUAL, fitting, memory) is what


@given(times, st.lists(st.integers(0, 24 * 7 - 1), max_size=30))
def test_what_was_said_is_not_followed_by_what_comes_before_it(
    times: Times, hours: list[int]
) -> None:
    everything = Counts(set=0, waiting=1)
    seen = [(START + timedelta(hours=hour), everything) for hour in sorted(hours)]
    came = [(times[what].day, times[what].time) for what, _ in played(times, seen)]
    assert came == sorted(came)


@pytest.mark.parametrize(
    ("now", "of_week", "what"),
    [
        (at(0, 11, 59), NOTHING_SET, None),
        (at(0, 12), NOTHING_SET, Reminder.GOALS),
        (at(2, 23), NOTHING_SET, Reminder.GOALS),
        (at(3, 0), NOTHING_SET, None),
        (at(0, 12), TWO_WAIT, None),
        (at(1, 17, 29), TWO_WAIT, None),
        (at(1, 17, 30), TWO_WAIT, Reminder.HALFWAY),
        (at(3, 23), TWO_WAIT, Reminder.HALFWAY),
        (at(4, 9), TWO_WAIT, None),
        (at(1, 18), Counts(set=2), None),
        (at(4, 15), TWO_WAIT, Reminder.REVIEW),
        (at(4, 15), NOTHING_SET, Reminder.REVIEW),
        (at(6, 23), NOTHING_SET, Reminder.REVIEW),
        (at(7, 0), NOTHING_SET, None),
        (at(5, 9), Counts(set=1, reviewed=True), None),
        (at(4, 15), Counts(away=True), None),
    ],
)
def test_each_has_its_time_and_its_reason(
    now: datetime, of_week: Counts, what: Reminder | None
) -> None:
    assert due(now, USUAL, of_week, Memory()) is what


def test_a_clock_change_moves_none() -> None:
    london = ZoneInfo("Europe/London")
    for week in (Week(2026, 13), Week(2026, 43)):
        sunday = Weekly.parse("Sun 1:30")
        assert sunday is not None
        moment = sunday.of(week).replace(tzinfo=london)
        both = [moment, moment.replace(fold=1), moment + timedelta(hours=2)]
        said = played({Reminder.REVIEW: sunday}, [(now, NOTHING_SET) for now in both])
        assert len(said) == 1


@given(st.lists(st.tuples(st.sampled_from(Reminder), clocks), max_size=100))
def test_memory_is_read_back_and_stays_small(said: list[tuple[Reminder, datetime]]) -> None:
    memory = Memory()
    for what, now in said:
        memory = memory.with_said(what, now)
    assert Memory.parse(str(memory)) == memory
    assert len(memory.said) <= REMEMBERED


@given(st.text())
def test_a_memory_that_cannot_be_read_is_forgotten(text: str) -> None:
    kept = Memory((Said(Reminder.REVIEW, WEEK, WEEK.friday),))
    assert Memory.parse(f"{text.replace(';', '')}; {kept}").said[-1:] == kept.said


@given(st.sampled_from(Reminder), st.integers(0, 10_000))
def test_a_sentence_is_made_of_a_kind_and_a_count_alone(what: Reminder, waiting: int) -> None:
    said = sentence(what, waiting)
    assert said == sentence(Reminder(what.value), int(str(waiting)))
    known = {"No goals are set for this week yet.", "It is time for the review."}
    if what is Reminder.HALFWAY:
        number = said.split()[0]
        assert number == str(waiting) or number.isalpha()
        assert said.split()[1:] in (["goal", "is", "waiting."], ["goals", "are", "waiting."])
    else:
        assert said in known


def test_goals_that_wait_are_counted_in_words() -> None:
    assert sentence(Reminder.HALFWAY, 1) == "One goal is waiting."
    assert sentence(Reminder.HALFWAY, 2) == "Two goals are waiting."
    assert sentence(Reminder.HALFWAY, 13) == "13 goals are waiting."


def test_a_second_one_waits_for_another_day() -> None:
    same_day = {
        Reminder.GOALS: Weekly(0, START.time()),
        Reminder.HALFWAY: Weekly(0, at(0, 9).time()),
    }
    said = played(same_day, [(at(0, 8), NOTHING_SET), (at(0, 10), TWO_WAIT), (at(1, 8), TWO_WAIT)])
    assert said == [(Reminder.GOALS, at(0, 8)), (Reminder.HALFWAY, at(1, 8))]
