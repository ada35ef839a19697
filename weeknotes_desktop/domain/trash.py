"""What was removed and can still be brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from weeknotes_desktop.domain.week import Week

KEPT_FOR = timedelta(days=90)
"""How long something lies in the trash."""

COMPACT_DUE = "compact-due"
"""The remark that says something while what was forgotten still stands in the file."""


class Kind(StrEnum):
    """What can lie in the trash."""

    NOTE = "note"
    GOAL = "goal"
    JOT = "jot"
    TASK = "task"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed:
    """One thing in the trash.

    Args:
        week: Its week; a task has none.
        text: What it is known by: the title of a note (empty where it has
            none), the wording of a goal, the words of a jot or task.
        label: That of a note; out of the library only where it is stored.
    """

    kind: Kind
    id: str
    week: Week | None
    text: str
    label: str = ""
    trashed_at: datetime

    @property
    def until(self) -> datetime:
        """When it goes for good."""
        return self.trashed_at + KEPT_FOR
