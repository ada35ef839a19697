"""Which week each post of a page is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.importers.labels import Label, LabelForm, week_or_none
from weeknotes_desktop.publishing.importers.week_words import NamedDay

# The same date is a Monday again after eleven years at the latest.
_MONDAYS_COME_BACK = 12
_NEAR_YEARS = 3
_NEAR_BY = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekClues:
    """What a page says about the week of one post.

    Args:
        day: From “Week beginning …”.
        posted: From “Posted on …”.
        about: The middle of the month the page is an archive of.
    """

    label: Label
    day: NamedDay | None = None
    posted: date | None = None
    about: date | None = None


@dataclass(frozen=True, slots=True)
class ToldWeek:
    """The week of a post.

    Args:
        guess: Where its year was taken from, if that is only a guess.
    """

    week: Week | None
    guess: str = ""


def tell_weeks(clues: Sequence[WeekClues], copyright_year: int | None) -> list[ToldWeek]:
    """The week of each post, in the order of the page.

    What a post says of itself comes first, then what its neighbours say,
    and the © line only where nothing else names a year.
    """
    weeks = [_own(clue) for clue in clues]
    if copyright_year is not None and not any(weeks):
        weeks = [_from_monday(clue, copyright_year) for clue in clues]
    told = _from_neighbours(clues, weeks)
    if copyright_year is None:
        return told
    summer = date(copyright_year, 7, 1)
    return [
        ToldWeek(_near(clue, summer), "the © line")
        if one.week is None and _may_borrow(clue)
        else one
        for clue, one in zip(clues, told, strict=True)
    ]


def _own(clue: WeekClues) -> Week | None:
    """What the post and its page say without looking at other posts."""
    if clue.day is not None and clue.day.year is not None:
        day = clue.day.in_year(clue.day.year)
        return _of(day) if day else None
    if clue.day is None and clue.label.year is not None:
        return clue.label.week
    anchor = clue.posted or clue.about or _middle_of(clue.label)
    return _near(clue, anchor) if anchor else None


def _middle_of(label: Label) -> date | None:
    """A day near the one that the label names; a wrong week still names the right year."""
    if label.year is None:
        return None
    return label.week.friday if label.week else date(label.year, 7, 1)


def _near(clue: WeekClues, anchor: date) -> Week | None:
    """The week with that date, or that number, nearest to ``anchor``."""
    if clue.day is not None:
        day = clue.day.nearest(anchor)
        return _of(day) if day else None
    if clue.label.form is LabelForm.YEAR:
        return clue.label.week
    years = range(anchor.year - 1, anchor.year + 2)
    weeks = [week for year in years if (week := week_or_none(year, clue.label.number))]
    nearest = min(weeks, key=lambda week: abs((week.friday - anchor).days), default=None)
    if clue.label.form is LabelForm.NUMBER and nearest is not None:
        # “Weeknote 40” counts weeks only if it stands near its week of the year.
        return nearest if abs((nearest.friday - anchor).days) <= _NEAR_BY else None
    return nearest


def _from_monday(clue: WeekClues, newest: int) -> Week | None:
    """The newest week in which that date is a Monday and the number is the label's."""
    return _first_monday(clue, range(newest, newest - _MONDAYS_COME_BACK, -1))


def _first_monday(clue: WeekClues, years: Iterable[int]) -> Week | None:
    if clue.day is None:
        return None
    for year in years:
        day = clue.day.in_year(year)
        if day and day.weekday() == 0 and day.isocalendar().week == clue.label.number:
            return _of(day)
    return None


def _from_neighbours(clues: Sequence[WeekClues], weeks: Sequence[Week | None]) -> list[ToldWeek]:
    """Fill gaps with the week nearest to that of the post above, then of the one below."""
    told = [ToldWeek(week) for week in weeks]
    for order in (range(len(told)), range(len(told) - 1, -1, -1)):
        lender: int | None = None
        for at in order:
            if told[at].week is None and lender is not None and _may_borrow(clues[at]):
                told[at] = _borrowed(clues[at], clues[lender], told[lender])
            lender = at if told[at].week else lender
    return told


def _borrowed(clue: WeekClues, lender: WeekClues, lent: ToldWeek) -> ToldWeek:
    """The week of a post that names no year, by a post beside it."""
    if lent.week is None:
        return lent
    monday = _monday_near(clue, lent.week.friday.year)
    if monday is not None:
        return ToldWeek(monday)
    # The number before the point stands for the year: v10.15 and v10.16 are of one.
    alike = clue.label.form is LabelForm.SERIES and clue.label.series == lender.label.series
    guess = lent.guess if alike and lender.label.form is clue.label.form else "a post beside it"
    return ToldWeek(_near(clue, lent.week.friday), guess)


def _monday_near(clue: WeekClues, year: int) -> Week | None:
    """The week within a few years in which that date is a Monday and the number is the label's."""
    years = sorted(range(year - _NEAR_YEARS, year + _NEAR_YEARS + 1), key=lambda at: abs(at - year))
    return _first_monday(clue, years)


def _may_borrow(clue: WeekClues) -> bool:
    """Whether only the year is missing."""
    return clue.day is not None or clue.label.form is LabelForm.SERIES


def _of(day: date) -> Week | None:
    try:
        return Week.of(day)
    except WeekError:
        return None
