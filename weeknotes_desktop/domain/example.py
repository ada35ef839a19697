"""The example weeks that show what the program is for."""

from __future__ import annotations

from dataclasses import dataclass

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
class ExampleWeek:
    """One example week.

    Args:
        offset: Weeks from this week; 0 is this week, -1 the one before.
        title: Of its note; None where the week has none.
    """

    offset: int
    focus: str = ""
    goals: tuple[ExampleGoal, ...] = ()
    title: str | None = None
    body: str = ""
    status: Status = Status.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The whole example: whose blog it is, and its weeks, oldest first."""

    settings: Settings
    weeks: tuple[ExampleWeek, ...]
