"""What of the archive is shown: the notes a writer asks for, and what they can ask by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.searching.folding import folded


class Showing(StrEnum):
    """Which notes, by how far they have come."""

    ALL = "all"
    DRAFTS = "drafts"
    PUBLISHED = "published"
    CHANGED = "changed"
    """Published, and readers would see something else if they were published again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveFilter:
    """Which notes are shown; a note must answer to all that is asked.

    Args:
        category: Empty for notes without one; None for any.
        workstream: A goal of the week of the note belongs to it.
        words: Each must be in title, label or category.
    """

    showing: Showing = Showing.ALL
    category: str | None = None
    tag: str | None = None
    workstream: str | None = None
    year: int | None = None
    words: str = ""

    @property
    def asks_for_something(self) -> bool:
        """Whether it differs from asking for nothing."""
        return self != EVERYTHING

    @property
    def looks_for_changed(self) -> bool:
        """Whether somebody has to say first what was changed."""
        return self.showing is Showing.CHANGED

    @property
    def simple(self) -> bool:
        """Whether the newest answers are found without looking at all notes."""
        return not self.wanted and not self.looks_for_changed

    @property
    def shows_weeks(self) -> bool:
        """Whether weeks without a note belong into the list: nothing but the year is asked for."""
        return not self.wanted and replace(self, year=None, words="") == EVERYTHING

    @property
    def wanted(self) -> tuple[str, ...]:
        """The words to look for, as the search sees words; each as it is typed, in one piece."""
        pieces = (folded(piece).strip() for piece in self.words.split())
        return tuple(piece for piece in pieces if piece)


EVERYTHING = ArchiveFilter()


class TitledNote(NamedTuple):
    """What a note is called, without its body.

    Args:
        monday: The first day of its week, as in ``WrittenWeek``.
        label: As stored; empty while it follows the pattern.
        words: Of its body.
    """

    monday: int
    id: str
    title: str
    label: str
    category: str
    words: int


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note that was looked for.

    Args:
        note: Its label as printed.
        words: Why it was found; empty where there is nothing to say.
    """

    note: NoteSummary
    words: str = ""


Counted = tuple[tuple[str, int], ...]
"""Names, each with the number of notes that have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChoices:
    """What one can ask for: only what would find something.

    Args:
        categories: In alphabetical order; the empty name is for notes without one, and comes last.
        years: The newest first.
    """

    drafts: int = 0
    categories: Counted = ()
    tags: Counted = ()
    workstreams: Counted = ()
    years: tuple[tuple[int, int], ...] = ()


def in_order(counted: Iterable[tuple[str, int]]) -> Counted:
    """In alphabetical order, what has no name last."""
    return tuple(sorted(counted, key=lambda one: (not one[0], folded(one[0]), one[0])))
