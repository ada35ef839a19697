"""A day and a time of a week, as writers say it."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.weekly import Weekly

moments = st.builds(
    Weekly, st.integers(0, 6), st.builds(time, st.integers(0, 23), st.integers(0, 59))
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Mon 12:00", "Mon 12:00"),
        ("monday noon", "Mon 12:00"),
        ("Tues. 17.30", "Tue 17:30"),
        ("Friday at 3pm", "Fri 15:00"),
        ("fridays, 3:30 pm", "Fri 15:30"),
        ("15:00 Friday", "Fri 15:00"),
        ("fri 12 am", "Fri 00:00"),
        ("So, fri", None),
        ("Fri", None),
        ("fri 25:00", None),
        ("fri 13 pm", None),
        ("t 12:00", None),
        ("Fri 15:00\0", None),
        ("٣ fri", None),
    ],
)
def test_a_moment_is_understood_as_it_is_said(said: str, meant: str | None) -> None:
    if meant is None:
        with pytest.raises(SettingsError) as refused:
            Weekly.parse(said)
        assert "Mon 12:00" in refused.value.remedy
    else:
        assert str(Weekly.parse(said)) == meant


@pytest.mark.parametrize("said", ["", "  ", "off", "Never", "none", "–"])
def test_a_reminder_is_switched_off_in_many_ways(said: str) -> None:
    assert Settings().with_value("remind-review", said).remind_review == ""


@given(moments)
def test_what_is_written_is_read_back(moment: Weekly) -> None:
    assert Weekly.parse(str(moment)) == moment


@given(moments, st.integers(-600, 600))
def test_a_moment_lies_in_the_week_it_is_asked_for(moment: Weekly, weeks: int) -> None:
    week = Week(2020, 53).plus(weeks)
    at = moment.of(week)
    assert (Week.of(at.date()), at.weekday(), at.time()) == (week, moment.day, moment.time)


def test_the_defaults_are_monday_noon_tuesday_evening_and_friday_afternoon() -> None:
    settings = Settings()
    said = (settings.remind_goals, settings.remind_halfway, settings.remind_review)
    assert said == ("Mon 12:00", "Tue 17:30", "Fri 15:00")
    for one in said:
        assert str(Weekly.parse(one)) == one
    friday = Weekly.parse(settings.remind_review)
    assert friday is not None
    assert friday.of(Week(2026, 53)) == datetime.fromisoformat("2027-01-01T15:00")
