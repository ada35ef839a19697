"""The weeks that have notes, as short as they can be told: an archive may have thousands."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from weeknotes_desktop.domain.week import Week


class WrittenWeek(NamedTuple):
    """A week that has notes.

    Args:
        monday: Its first day, as ``date.toordinal`` counts: a number is quick to step from and
            to compare, and takes little room.
        notes: Their ids, newest first.
        words: Of all of them together.
    """

    monday: int
    notes: tuple[str, ...]
    words: int = 0

    @property
    def week(self) -> Week:
        """The week as everybody else knows it."""
        return week_from(self.monday)


def week_from(monday: int) -> Week:
    """The week that begins on that day."""
    return Week.of(date.fromordinal(monday))


def monday_of(week: Week) -> int:
    """The first day of a week, as a number."""
    return week.monday.toordinal()


def month_of(monday: int) -> tuple[int, int]:
    """Year and month of the Thursday, under which the archive groups the week."""
    thursday = date.fromordinal(monday + 3)
    return thursday.year, thursday.month
