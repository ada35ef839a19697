"""What was found, and whoever finds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.searching.excerpts import Marked
from weeknotes_desktop.domain.searching.query import Order, Query
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found.

    Args:
        kind: What it is.
        number: Which of them; it means something to whoever found it.
        score: How well it fits, the larger the better; 0 where that was not asked, or
            where a word was found only within others.
    """

    kind: Kind
    number: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found, as far as it was asked for.

    Args:
        hits: In their order.
        more: Whether there are others.
        missing: Whether something is not found yet, as the index is being made.
    """

    hits: tuple[Hit, ...] = ()
    more: bool = False
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A hit as it is shown.

    Args:
        id: Of the note, goal, jot or task.
        note: The note it stands in: itself, the one a jot went into, or one of its
            week. None where there is none.
        week: A task has none.
        label: As printed, of the note or of the week.
        title: Of that note; None where there is none.
        excerpt: The part of its text that tells most.
    """

    hit: Hit
    id: str
    note: str | None
    week: Week | None
    label: str | None
    title: Marked | None
    excerpt: Marked


@dataclass(frozen=True, slots=True)
class Names:
    """What filters can name in a library, each in alphabetical order, years newest first."""

    years: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    workstreams: tuple[str, ...] = ()


class Search(Protocol):
    """Looks for things in a library, on any thread but the window’s.

    The newest question wins: one that comes while another is being answered ends that one
    with CancelledError. Every method may raise LibraryError.
    """

    def find(
        self, query: Query, pattern: LabelPattern, order: Order = Order.BEST, limit: int = 50
    ) -> Found:
        """What fits; nothing where nothing is asked.

        Raises:
            DamagedSearchError: If its index is damaged; it has to be made anew.
        """

    def lines(self, hits: Sequence[Hit], query: Query, pattern: LabelPattern) -> tuple[Line, ...]:
        """Those hits as they are shown; what is not there any more is left out."""

    def names(self) -> Names:
        """What filters can name."""

    def cancel(self) -> None:
        """Let go of the question that is being answered, from any thread."""

    def close(self) -> None:
        """Let go of the library; a question after that takes hold of it again."""
