"""What is told of the open note: its text as typed, and where that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import Any

from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.presenters.hindrance import Hindrance
from weeknotes_desktop.use_cases.save_note import Publishing


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
class Facts:
    """What of a note is changed beside its text, and what saving it means for readers.

    Args:
        values: By the names of the fields.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    publishing: Publishing = Publishing.NO

    def __bool__(self) -> bool:
        """Whether there is anything to save."""
        return bool(self.values)

    def then(self, later: Facts) -> Facts:
        """These and ``later`` ones, which count where both say something."""
        publishing = later.publishing if "status" in later.values else self.publishing
        return Facts({**self.values, **later.values}, publishing)

    def of(self, note: Note) -> Note:
        """``note`` with these facts."""
        return replace(note, **self.values)


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """A typed text that is a note of its own now.

    Args:
        removed: Whether the note it was typed into is gone, rather than changed.
    """

    note: Note
    removed: bool
