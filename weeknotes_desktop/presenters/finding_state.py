"""What the bar over the text shows, and what it looks into."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.finding import Hit, Patterns, Search

OpenPatterns = Callable[[], AbstractContextManager[Patterns]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindState:
    """The bar over the text.

    Args:
        shown: Whether it is there at all.
        replacing: Whether it offers to replace.
        at: Which of the hits the caret is on, from 1; 0 for none.
        looked: Whether ``hits`` says how many there are, and not that nobody has looked yet.
        remark: What else there is to say, as that a pattern cannot be read.
    """

    shown: bool = False
    replacing: bool = False
    search: Search = Search()
    at: int = 0
    hits: int = 0
    looked: bool = False
    remark: str = ""
    may_replace: bool = True


class FindView(Protocol):
    """What the bar must be able to do."""

    def draw(self, state: FindState) -> None:
        """Draw the whole bar."""

    def take_keyboard(self) -> None:
        """Let the writer type what to find."""

    def light(self, hits: tuple[Hit, ...]) -> None:
        """Light these places of the text."""


class OpenPage(Protocol):
    """The text on show; places are counted in characters."""

    def text(self) -> str:
        """The text as it stands now."""

    def selected(self) -> tuple[int, int]:
        """Where the selection begins and ends; the same twice where there is but a caret."""

    def select(self, start: int, end: int) -> None:
        """Select that, and bring it into sight."""

    def put(self, text: str) -> None:
        """Put another text in place, as one step that can be undone."""

    def focus(self) -> None:
        """Let the writer type."""
