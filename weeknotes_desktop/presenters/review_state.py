"""What the window of the Friday review shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Protocol

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.loose_ends import LooseEnd
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.review import LookBack, Review


class Step(IntEnum):
    """One of the steps, all of them optional."""

    LOOK_BACK = 1
    GOALS = 2
    JOTS = 3
    NEXT_WEEK = 4
    DRAFT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a review reads.

    Args:
        templates: The name of every template.
        beginning: The draft as it would be, by the chosen one.
        trouble: Why there is none.
    """

    review: Review
    templates: tuple[str, ...]
    template: str
    beginning: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """The whole window.

    Args:
        goals: Those of the week, stretch goals too.
        set_on: The day on which most of them were set.
        picked: The jots for the draft, by their ids.
        uncarried: What can still be carried over.
        ends: The loose ends of earlier weeks.
        letting_go: The loose end of which the reason is asked; empty for none.
        reason: What was typed of it before.
        beginning: The draft as it would be.
        trouble: Why the template gives none.
        has_note: Whether the week has a note.
        beside: Whether the draft would lie beside a note that has the writer's words.
        unsaved: The goals that say something that is not on the disk yet.
    """

    week: Week
    step: Step
    next_week: Week
    goals: tuple[Goal, ...] = ()
    set_on: date | None = None
    before: LookBack | None = None
    jots: tuple[Jot, ...] = ()
    picked: frozenset[str] = frozenset()
    next_goals: tuple[Goal, ...] = ()
    uncarried: tuple[Goal, ...] = ()
    ends: tuple[LooseEnd, ...] = ()
    letting_go: str = ""
    reason: str = ""
    templates: tuple[str, ...] = ()
    template: str = ""
    beginning: str = ""
    trouble: str = ""
    has_note: bool = False
    beside: bool = False
    read_only: bool = False
    unsaved: frozenset[str] = frozenset()


class ReviewView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: ReviewState) -> None:
        """Draw the whole window; drawing is never mistaken for the writer's own click."""

    def come(self) -> None:
        """Show itself, beside the main window."""

    def go(self) -> None:
        """Close."""

    def finish_editing(self) -> None:
        """Hand over whatever is being typed."""
