"""Reminders: which one is due, judged by the clock and by counts alone.

No wording ever comes here, so that no reminder can tell one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.weekly import Weekly

MAKES_SENSE = 2
"""For how many days after its own a reminder is still worth saying; never past its week."""
REMEMBERED = 60
"""Some twenty weeks; a clock that jumps about further is not worth more room."""
_WORDS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve"
_NUMBERS = tuple(_WORDS.split())
_TOLD = re.compile(r"(?P<what>\w+) (?P<week>\d{4}-W\d\d) (?P<day>\d{4}-\d\d-\d\d)")


class Reminder(StrEnum):
    """What the writer is reminded of, once a week each."""

    GOALS = "goals"
    HALFWAY = "halfway"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a reminder may know of a week.

    Args:
        set: How many goals are set.
        waiting: Of how many of them nothing has been heard.
        reviewed: Whether there is nothing left to review.
        away: Whether the writer is away.
    """

    set: int = 0
    waiting: int = 0
    reviewed: bool = False
    away: bool = False

    def ask_for(self, what: Reminder) -> bool:
        """Whether there is a reason to remind of that."""
        if self.away:
            return False
        if what is Reminder.GOALS:
            return not self.set
        return self.waiting > 0 if what is Reminder.HALFWAY else not self.reviewed


@dataclass(frozen=True, slots=True)
class Said:
    """That something was said of a week, on a day."""

    what: Reminder
    week: Week
    day: date


@dataclass(frozen=True, slots=True)
class Memory:
    """What was said already, in the order in which it was."""

    said: tuple[Said, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Memory:
        """The memory written as ``text``; what is not legible there is forgotten."""
        return cls(tuple(filter(None, map(_read, text.split("; ")))))

    def __str__(self) -> str:
        return "; ".join(f"{one.what} {one.week} {one.day}" for one in self.said)

    def with_said(self, what: Reminder, now: datetime) -> Memory:
        """The memory that knows this too."""
        new = Said(what, Week.of(now.date()), now.date())
        return Memory((*self.said, new)[-REMEMBERED:])

    def allows(self, what: Reminder, now: datetime) -> bool:
        """Whether it was not said of this week yet, and nothing at all was today."""
        week = Week.of(now.date())
        return not any(
            one.day == now.date() or (one.what, one.week) == (what, week) for one in self.said
        )


def due(
    now: datetime, times: Mapping[Reminder, Weekly], counts: Counts, memory: Memory
) -> Reminder | None:
    """What to remind of at ``now``, local time; of several the one that comes last in a week.

    Args:
        times: When each comes; one that is switched off is not in it.
        counts: Of the week of ``now``.
    """
    for what in sorted(times, key=lambda one: _order(times[one], one), reverse=True):
        if not (_makes_sense(times[what], now) and counts.ask_for(what)):
            continue
        # What was said already is not followed by what came before it.
        return what if memory.allows(what, now) else None
    return None


def sentence(what: Reminder, waiting: int) -> str:
    """All that is ever said; anybody may read it over the writer's shoulder."""
    if what is Reminder.GOALS:
        return "No goals are set for this week yet."
    if what is Reminder.REVIEW:
        return "It is time for the review."
    many = _NUMBERS[waiting] if waiting < len(_NUMBERS) else str(waiting)
    return f"{many} goal is waiting." if waiting == 1 else f"{many} goals are waiting."


def _makes_sense(weekly: Weekly, now: datetime) -> bool:
    local = now.replace(tzinfo=None)
    comes = weekly.of(Week.of(local.date()))
    return comes <= local and local.date() <= comes.date() + timedelta(days=MAKES_SENSE)


def _order(weekly: Weekly, what: Reminder) -> tuple[int, time, int]:
    return weekly.day, weekly.time, list(Reminder).index(what)


def _read(text: str) -> Said | None:
    found = _TOLD.fullmatch(text)
    if found is None:
        return None
    try:
        what, day = Reminder(found["what"]), date.fromisoformat(found["day"])
        return Said(what, Week.parse(found["week"]), day)
    except (ValueError, WeekNotesError):
        return None
