"""A moment that comes once a week, as the writer says it: “Fri 15:00”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from weeknotes_desktop.domain.errors import SettingsError
from weeknotes_desktop.domain.week import Week

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 2
_OFF = frozenset({"", "off", "no", "none", "never", "-", "–", "—"})
_HOUR = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))? ?(?P<half>[ap]m|h)?")


@dataclass(frozen=True, slots=True)
class Weekly:
    """A day of the week, from 0 for Monday, and a time of that day; local, without a zone."""

    day: int
    time: time

    @classmethod
    def parse(cls, said: str) -> Weekly | None:
        """The moment that somebody named in their own way; None for never.

        Raises:
            SettingsError: If it is neither.
        """
        words = " ".join(said.lower().replace(",", " ").split())
        if words in _OFF:
            return None
        day, rest = _day(words)
        at = _time(rest)
        if day is None or at is None:
            raise SettingsError(
                f"“{said}” is no day and time of a week.",
                "Write it as Mon 12:00, or leave it empty for no reminder.",
            )
        return cls(day, at)

    def __str__(self) -> str:
        return f"{_DAYS[self.day][:3].title()} {self.time:%H:%M}"

    def of(self, week: Week) -> datetime:
        """When it comes in that week, local time."""
        return datetime.combine(week.monday + timedelta(days=self.day), self.time)


def _day(words: str) -> tuple[int | None, str]:
    """The day that is named first or last, and the rest."""
    for named, rest in (words.partition(" ")[::2], words.rpartition(" ")[::-2]):
        name = named.rstrip(".").removesuffix("s") if len(named) > len("tues") else named
        found = [at for at, day in enumerate(_DAYS) if day.startswith(name.rstrip("."))]
        if len(name.rstrip(".")) >= _SHORTEST and len(found) == 1:
            return found[0], rest
    return None, words


def _time(words: str) -> time | None:
    found = _HOUR.fullmatch(words.removeprefix("at ").replace("noon", "12:00"))
    if found is None or not words.isascii():
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
