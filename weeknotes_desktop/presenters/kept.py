"""What is told of the open note: its text as typed, and where that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.presenters.hindrance import Hindrance


@dataclass(frozen=True, slots=True)
class Typed:
    """Title and body as they stand in the window."""

    title: str
    body: str


class Safety(Enum):
    """Where the writer's text is."""

    SAVED = "saved"
    TYPING = "typing"
    NOT_ON_DISK = "not on disk"
    READ_ONLY = "read only"
    """Nothing can be typed, and nothing is ever saved."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the status bar says of the text.

    Args:
        since: When it was saved, or since when it could not be.
        problem: Why it could not be saved.
        hindrance: The same, told apart.
    """

    safety: Safety
    since: datetime | None = None
    problem: str = ""
    hindrance: Hindrance = Hindrance.OTHER


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """A typed text that is a note of its own now.

    Args:
        removed: Whether the note it was typed into is gone, rather than changed.
    """

    note: Note
    removed: bool
