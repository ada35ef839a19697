"""What the trash window shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Protocol

from weeknotes_desktop.domain.backup import BackUp
from weeknotes_desktop.domain.trash import Trashed


@dataclass(frozen=True, slots=True)
class TrashDay:
    """The heading over what went on one day; ``ago`` counts days back from today."""

    day: date
    ago: int


@dataclass(frozen=True, slots=True)
class TrashedRow:
    """One thing in the trash."""

    thing: Trashed


TrashRow = TrashDay | TrashedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether something shall really be forgotten for good.

    Args:
        versions: How many earlier texts of it go too.
        back_ups: Those that still hold it, newest first, with local times;
            None while they are looked through.
        damaged: Damaged files that were kept aside, and may hold it.
        unknown: Why nobody knows, where they could not be looked through.
    """

    thing: Trashed
    versions: int = 0
    back_ups: tuple[BackUp, ...] | None = None
    damaged: tuple[Path, ...] = ()
    unknown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashState:
    """The whole trash window.

    Args:
        chosen: Id of the chosen thing.
        looked_for: What the writer typed to find something by.
        question: Asked before anything is forgotten; None while nothing is asked.
        hint: What to say where nothing lies here or nothing is found.
    """

    rows: tuple[TrashRow, ...] = ()
    chosen: str = ""
    looked_for: str = ""
    question: Question | None = None
    hint: str = ""


class TrashView(Protocol):
    """What the trash window must be able to do."""

    def draw(self, state: TrashState) -> None:
        """Draw the whole window."""

    def come(self) -> None:
        """Show itself, beside the main window."""


def trash_rows(things: tuple[Trashed, ...], today: date) -> tuple[TrashRow, ...]:
    """The rows for ``things``, which come removed last first."""
    rows: list[TrashRow] = []
    for day, of_day in groupby(things, key=lambda thing: thing.trashed_at.astimezone().date()):
        rows.append(TrashDay(day, (today - day).days))
        rows += [TrashedRow(thing) for thing in of_day]
    return tuple(rows)
