"""The week: the one place that knows how weeks are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from weeknotes_desktop.domain.errors import WeekError

_KEY = re.compile(r"(\d{4})-W(\d{2})")

LONGEST_ABSENCE = 53
"""Nobody is away for more weeks; it also keeps a damaged library from looping."""


@dataclass(frozen=True, order=True, slots=True)
class Week:
    """A Monday-to-Sunday week, numbered as ISO 8601 numbers it.

    The ISO year is not always the calendar year: 1 January 2027 is a Friday
    of week 53 of 2026.

    Raises:
        WeekError: If the year has no such week.
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        try:
            date.fromisocalendar(self.year, self.number, 1)
            date.fromisocalendar(self.year, self.number, 7)
        except (ValueError, OverflowError):
            raise WeekError(
                f"There is no week {self.number} in {self.year}.",
                "Name a week as 2021-W09.",
            ) from None

    @classmethod
    def of(cls, day: date) -> Week:
        """The week that ``day`` lies in."""
        calendar = day.isocalendar()
        return cls(calendar.year, calendar.week)

    @classmethod
    def parse(cls, key: str) -> Week:
        """The week written as ``2021-W09``.

        Raises:
            WeekError: If ``key`` is not written so, or there is no such week.
        """
        match = _KEY.fullmatch(key.strip().upper())
        if match is None or not key.isascii():
            raise WeekError(f"“{key}” is not a week.", "Name a week as 2021-W09.")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04}-W{self.number:02}"

    @property
    def monday(self) -> date:
        """The first day of the week."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def friday(self) -> date:
        """The day most weeknotes are written on."""
        return self.monday + timedelta(days=4)

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)

    @property
    def month(self) -> tuple[int, int]:
        """Year and month of the Thursday, under which the archive groups the week."""
        thursday = self.monday + timedelta(days=3)
        return thursday.year, thursday.month

    def plus(self, weeks: int) -> Week:
        """The week that many weeks later; negative for earlier.

        Raises:
            WeekError: If that lies outside the years 1 to 9999.
        """
        try:
            return Week.of(self.monday + timedelta(weeks=weeks))
        except OverflowError:
            raise WeekError("That week lies outside the calendar.") from None
