"""What the dialog shows in which a note is published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from weeknotes_desktop.domain.before_publishing import Point, Stays
from weeknotes_desktop.domain.last_gate import Leak
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Where
from weeknotes_desktop.use_cases.publish_to import Step


class Page(StrEnum):
    """What the dialog shows just now."""

    CHOICE = "choice"
    """What to look at, and where to."""
    STAYS = "stays"
    """What stays here, and the text that leaves."""
    LEAKS = "leaks"
    """What is private and was about to leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One way out.

    Args:
        place: The file or folder; None where there is none yet, and for the clipboard.
        changes: How many pages or files will change; None where nobody knows.
        counting: Whether that is being found out.
        problem: Why nothing can go there, a sentence; empty where something can.
    """

    where: Where
    place: Path | None = None
    changes: int | None = None
    counting: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """How far publishing has come.

    Args:
        done: Of this step; nothing is said of it while ``of`` is 0.
    """

    step: Step
    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingState:
    """The whole dialog.

    Args:
        title: As the chosen readers see it; empty for none.
        label: As printed, likewise.
        name: What an HTML file of it is called unless the writer says otherwise.
        points: What to look at; None while it is being looked through.
        stays: What stays here, and what leaves; likewise.
        audiences: Those that the note can be published for.
        day: That its page will name.
        before: The day that it names now; None for a draft.
        work: What is being done; None while the writer is asked.
        stopping: Whether it shall end as soon as it can.
        leaks: What was about to leave and must not.
        remedy: What can be done about them.
        trouble: Why it could not be published, a sentence or two.
        read_only: Why it cannot be published at all, likewise.
        may_silence: Whether it can be remembered that something needs no look.
    """

    title: str = ""
    label: str = ""
    name: str = ""
    page: Page = Page.CHOICE
    points: tuple[Point, ...] | None = None
    stays: Stays | None = None
    cards: tuple[Card, ...] = ()
    where: Where = Where.SITE
    audiences: tuple[Audience, ...] = (Audience.PUBLIC,)
    audience: Audience = Audience.PUBLIC
    day: date
    before: date | None = None
    work: Work | None = None
    stopping: bool = False
    leaks: tuple[Leak, ...] = ()
    remedy: str = ""
    trouble: str = ""
    read_only: str = ""
    may_silence: bool = True

    @property
    def to_look_at(self) -> int:
        """How many points want a look."""
        return sum(not point.ok for point in self.points or ())

    @property
    def card(self) -> Card:
        """The chosen one."""
        return next(card for card in self.cards if card.where is self.where)


class PublishingView(Protocol):
    """What the dialog must be able to do."""

    def draw(self, state: PublishingState) -> None:
        """Draw the whole dialog; drawing is never mistaken for the writer's own click."""

    def come(self) -> None:
        """Show itself over the window."""

    def go(self) -> None:
        """Close."""

    def ask_place(self) -> None:
        """Ask for the file or folder of the chosen way out."""
