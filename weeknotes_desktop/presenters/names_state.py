"""What the window of categories and tags shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.names import NameColour, NameKind


@dataclass(frozen=True, slots=True)
class NameLine:
    """One name, and how many notes have it."""

    name: str
    notes: int
    colour: NameColour | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesState:
    """The whole window.

    Args:
        names: In alphabetical order; None while they are read.
        chosen: The name that the buttons are about.
        without: Notes that have no category.
        busy: Whether notes are just being changed.
        said: What happened, or why it did not.
        problem: Whether that is why it did not.
        undo: Whether what was done last can be taken back.
        read_only: Whether nothing can be changed.
    """

    kind: NameKind = NameKind.CATEGORY
    names: tuple[NameLine, ...] | None = None
    chosen: str | None = None
    without: int = 0
    busy: bool = False
    said: str = ""
    problem: bool = False
    undo: bool = False
    read_only: bool = False


class NamesView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: NamesState) -> None:
        """Draw all of it."""

    def come(self) -> None:
        """Show the window, in front and with the keyboard."""
