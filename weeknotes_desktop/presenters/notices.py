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
        other: Word on a second, quieter button; empty for none.
        act_other: What that does.
        lasting: Whether it comes back after what had to go in front of it, and the rest waits,
            until the writer has dismissed it.
    """

    text: str
    remedy: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    urgent: bool = False
    other: str = ""
    act_other: Callable[[], None] | None = None
    lasting: bool = False

    @property
    def takes_back(self) -> bool:
        """Whether its button takes back what happened."""
        return self.action == "Undo" and self.act is not None


class Notices(Protocol):
    """Where presenters say things to the writer."""

    def show(self, notice: Notice) -> None:
        """Show ``notice`` in place of the one before.

        A lasting one is not replaced: it comes back after a notice that is
        urgent or has a button, and any other waits for it.
        """

    def withdraw(self, notice: Notice) -> None:
        """Take ``notice`` back, as it is true no more; nothing happens to any other."""


def failure(error: WeekNotesError) -> Notice:
    """An expected failure, as the writer reads it."""
    return Notice(error.problem, error.remedy, urgent=True)
