"""Which week a label names, in every form that blogs print it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.weeks_in_labels import weeks_in

WEEK = Week(2022, 14)
WEEKS = st.builds(
    lambda monday: Week.of(monday),
    st.dates(min_value=Week(1990, 2).monday, max_value=Week(2090, 2).monday),
)
PATTERNS = st.sampled_from(
    [
        "Weeknote {week}.{year}",
        "Weeknote {week}.{yy}",
        "{year}.{week}",
        "Weeknote v{series}.{week}",
        "Week {week}",
        "S{series} · {week} of ’{yy}",
        "Weeknotes #{week}/{year} ({week})",
        "[{year}] {series}{week}*",
    ]
)


@given(WEEKS, PATTERNS, st.sampled_from(["1", "10", "autumn"]))
def test_whatever_the_pattern_makes_names_its_week_and_no_other(
    week: Week, pattern: str, series: str
) -> None:
    labels = LabelPattern(pattern, series)
    named = weeks_in(labels.label_of(week), labels)
    assert named
    assert all(one.fits(week) for one in named)
    assert not any(one.fits(week.plus(1)) for one in named)


@pytest.mark.parametrize(
    "label",
    [
        "Weeknote 14.2022",
        "14.22",
        "2022.14",
        "Weeknotes: 2022.14",
        "2022-W14",
        "Weeknote v10.14",
        "v 3.14",
        "  weeknote   14.2022 ",
        "3.14",
    ],
)
@pytest.mark.parametrize("pattern", [LabelPattern(), LabelPattern("No {week}")])
def test_forms_of_old_are_known_whatever_the_pattern(label: str, pattern: LabelPattern) -> None:
    assert any(week.fits(WEEK) for week in weeks_in(label, pattern))
    assert not any(week.fits(Week(2023, 20)) for week in weeks_in(label, pattern))


@pytest.mark.parametrize("label", ["14.2021", "14.21", "2021.14", "2021-W14", "v10.15", "13.22"])
def test_another_week_is_not_taken_for_it(label: str) -> None:
    named = weeks_in(label, LabelPattern())
    assert named
    assert not any(week.fits(WEEK) for week in named)


def test_a_series_of_another_number_is_known() -> None:
    pattern = LabelPattern("Weeknote v{series}.{week}", "10")
    assert [week.fits(WEEK) for week in weeks_in("v9.14", pattern)] == [True]


def test_what_the_pattern_says_counts_before_forms_of_old() -> None:
    pattern = LabelPattern("{series}.{week}", "12")
    assert [week.number for week in weeks_in("12.22", pattern)] == [22]


@pytest.mark.parametrize(
    "label", ["", "Weeknote", "57", "Weeknote 3.57", "An essay", "v10", "14.2022: tides", "١٤.٢٢"]
)
def test_what_is_no_number_of_a_week_names_none(label: str) -> None:
    assert weeks_in(label, LabelPattern()) == ()


def test_a_label_that_the_pattern_makes_is_not_kept() -> None:
    assert LabelPattern().kept(" Weeknote 14.2022 ", WEEK) == ""
    assert LabelPattern().kept(" 14.2022 ", WEEK) == "14.2022"
