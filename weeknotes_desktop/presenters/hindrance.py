"""What keeps the writer's text from the disk."""

from __future__ import annotations

from enum import Enum

from weeknotes_desktop.domain.errors import (
    DiskFullError,
    LibraryBusyError,
    ReadOnlyError,
    WeekNotesError,
)


class Hindrance(Enum):
    """What keeps the text from the disk, where that has a sentence of its own."""

    FULL = "full"
    IN_USE = "in use"
    READ_ONLY = "read only"
    OTHER = "other"


def hindrance_of(error: WeekNotesError) -> Hindrance:
    """What the failure means for the text."""
    if isinstance(error, DiskFullError):
        return Hindrance.FULL
    if isinstance(error, LibraryBusyError):
        return Hindrance.IN_USE
    return Hindrance.READ_ONLY if isinstance(error, ReadOnlyError) else Hindrance.OTHER
