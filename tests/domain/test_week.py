from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import weeks
from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.week import Week

days = st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20))


@given(days)
def test_every_day_lies_in_its_own_week(day: date) -> None:
    week = Week.of(day)
    assert week.monday <= day <= week.sunday


@given(weeks, weeks)
def test_weeks_sort_as_text_the_way_they_sort_in_time(one: Week, other: Week) -> None:
    assert (one < other) == (str(one) < str(other)) == (one.monday < other.monday)


@given(weeks)
def test_a_week_reads_back_from_its_key(week: Week) -> None:
    assert Week.parse(str(week)) == week


@given(weeks, st.integers(-60, 60))
def test_going_on_and_back_again_ends_at_the_same_week(week: Week, steps: int) -> None:
    assert week.plus(steps).plus(-steps) == week


def test_the_end_of_december_may_lie_in_week_one_of_next_year() -> None:
    assert Week.of(date(2025, 12, 29)) == Week(2026, 1)


def test_2026_has_a_week_53() -> None:
    assert Week.of(date(2027, 1, 1)) == Week(2026, 53)
    assert Week(2026, 53).plus(1) == Week(2027, 1)


@pytest.mark.parametrize(
    "key",
    [
        "2025-W53",
        "2021-W00",
        "2021-W54",
        "2021-9",
        "W09",
        "",
        "0000-W01",
        "２０２１-W09",
        "9999-W53",
    ],
)
def test_a_week_that_does_not_exist_is_refused_with_a_sentence(key: str) -> None:
    with pytest.raises(WeekError) as refused:
        Week.parse(key)
    assert refused.value.problem.endswith(".")


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    assert Week(2021, 13).month == (2021, 4)
    assert Week(2020, 53).month == (2020, 12)
