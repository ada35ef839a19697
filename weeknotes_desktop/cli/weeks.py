"""Weeks as they are named on the command line."""

from __future__ import annotations

from datetime import date

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.week import Week


def week_given(key: str | None, today: date) -> Week:
    """The week written as ``2021-W09``, or this week where none is named.

    Raises:
        WeekError: If there is no such week.
    """
    return Week.of(today) if key is None else Week.parse(key)


def week_of_day(written: str | None, today: date) -> Week:
    """The week of a day written as ``2021-03-05``, of a week, or of today.

    Raises:
        WeekError: If there is no such day or week.
    """
    if written is None or "W" in written.upper():
        return week_given(written, today)
    try:
        return Week.of(date.fromisoformat(written))
    except ValueError:
        raise WeekError(
            f"“{written}” is not a day.", "Name a day as 2021-03-05, or a week as 2021-W09."
        ) from None


def day_given(written: str | None) -> date | None:
    """The day written as ``2021-03-05``; None where none is named.

    Raises:
        WeekError: If there is no such day.
    """
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise WeekError(f"“{written}” is not a day.", "Name it as 2021-03-05.") from None
