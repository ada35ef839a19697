"""What the notice bar says: one sentence, what to do, and sometimes a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing the writer should know.

    Args:
        text: What happened, one sentence.
        remedy: What to do now; empty when there is nothing to do.
        action: Word on the button, as Undo; empty for no button.
        act: What the button does.
        urgent: Whether it stays until dismissed; others fade after a while.
    """

    text: str
    remedy: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    urgent: bool = False


class Notices(Protocol):
    """Where presenters say things to the writer."""

    def show(self, notice: Notice) -> None:
        """Show ``notice`` in place of the one before."""


def failure(error: WeekNotesError) -> Notice:
    """An expected failure, as the writer reads it."""
    return Notice(error.problem, error.remedy, urgent=True)
