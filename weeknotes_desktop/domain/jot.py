"""A line caught during the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True, kw_only=True)
class Jot:
    """A line caught during the week; raw material for the note.

    Args:
        at: When it was caught, local time with its zone.
        used_in: The note it went into.
    """

    id: str
    week: Week
    at: datetime
    text: str
    used_in: str | None = None
    rev: int = 0
