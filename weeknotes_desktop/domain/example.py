"""The example weeks that show what the program is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleGoal:
    """A goal of an example week.

    Args:
        carried: Whether it goes on with the last goal of its workstream.
    """

    text: str
    workstream: str | None = None
    audience: Audience = Audience.PUBLIC
    stretch: bool = False
    carried: bool = False
    outcome: Outcome | None = None
    line: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleJot:
    """One jot of an example week.

    Args:
        day: Of the week; 0 is its Monday.
    """

    day: int
    at: time
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleTask:
    """One line of the example's to-do list."""

    text: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleWeek:
    """One example week.

    Args:
        offset: Weeks from this week; 0 is this week, -1 the one before.
        title: Of its note; None where the week has none.
    """

    offset: int
    focus: str = ""
    goals: tuple[ExampleGoal, ...] = ()
    jots: tuple[ExampleJot, ...] = ()
    title: str | None = None
    body: str = ""
    status: Status = Status.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The whole example: whose blog it is, its weeks, oldest first, and a to-do list."""

    settings: Settings
    weeks: tuple[ExampleWeek, ...]
    tasks: tuple[ExampleTask, ...] = ()
