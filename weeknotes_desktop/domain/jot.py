"""A line caught during the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from weeknotes_desktop.domain.week import Week

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


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

    @property
    def day(self) -> str:
        """The weekday it was caught on, where it was caught."""
        return _DAYS.split()[self.at.weekday()]

    @property
    def words(self) -> str:
        """The line as it goes into a note."""
        return f"On {self.day}: {self.text}"
