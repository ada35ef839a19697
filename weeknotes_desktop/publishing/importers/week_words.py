"""Reading “Week beginning 19 April” and its kin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from weeknotes_desktop.publishing.importers.labels import YEARS
from weeknotes_desktop.publishing.importers.lines import tidy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_TO = r"(?:\s*(?:[–—-]|to|until)\s*[\w\s,]{1,30})?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        # A span of days, as 5–9 April, has its month at the end.
        rf"{_WEEKDAY}{_DAY}\s*[–—-]\s*\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}{_YEAR}",
        rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}{_TO}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY}{_YEAR}{_TO}",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2}))?",
    )
)
_WEEK_LINE = re.compile(
    r"\(?(?:(?:for\s+)?(?:the\s+)?week\s+(?:beginning|commencing|starting|ending|of)|w/?b|w/?c|w/?e)"
    r"\b[\s:.,–—-]*(?:on\s+)?(?P<date>[^()]{3,60}?)[).]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day as people write it, the year often left out."""

    day: int
    month: int
    year: int | None = None

    def in_year(self, year: int) -> date | None:
        """That day in ``year``, if there is one."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def nearest(self, other: date) -> date | None:
        """The day of that name nearest to ``other``."""
        years = range(other.year - 1, other.year + 2)
        days = [day for year in years if (day := self.in_year(year))]
        return min(days, key=lambda day: abs((day - other).days), default=None)


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A line that says which week a post is about.

    Args:
        day: None where the words name no day that exists.
    """

    day: NamedDay | None


def read_week_line(line: str) -> WeekLine | None:
    """What “Week beginning …” says; None when the line is anything else."""
    line = tidy(line).replace("\u00a0", " ")
    match = _WEEK_LINE.fullmatch(line) if len(line) < 100 else None
    if match is None:
        return None
    written = tidy(match["date"].rstrip("."))
    if not re.search(r"\d", written):
        return None
    day = read_day(written)
    # Words that go on after the day are the writer's own sentence.
    return WeekLine(day) if day or len(written.split()) < 5 else None


def read_day(written: str) -> NamedDay | None:
    """The day that ``written`` is, in any of the usual forms."""
    written = written.replace("\u00a0", " ")
    for form in _FORMS:
        match = form.fullmatch(written)
        if match is None:
            continue
        year = int(match["year"]) if match["year"] else None
        year = year + 2000 if year is not None and year < 100 else year
        named = NamedDay(int(match["day"]), _month(match["month"]), year)
        # 2024 has a 29 February, so that one day is not refused for want of a year.
        exists = named.in_year(year or 2024) is not None
        return named if exists and (year is None or year in YEARS) else None
    return None


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS.index(written[:3].lower()) + 1
