"""An item of the writer's to-do list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An item of the writer's to-do list.

    Args:
        position: Place in the list, from 0.
        done_at: When it was ticked; None while it is open.
    """

    id: str
    text: str
    position: int = 0
    done_at: datetime | None = None
    rev: int = 0
