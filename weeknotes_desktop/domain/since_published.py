"""What readers would see differently if a note were published again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from weeknotes_desktop.domain.comparison import Change, Piece, compare
from weeknotes_desktop.domain.goal_text import goal_markdown
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView


class Part(StrEnum):
    """A part of a published note that can differ."""

    READERS = "readers"
    TITLE = "title"
    LABEL = "label"
    WEEK = "week"
    DAY = "day"
    CATEGORY = "category"
    TAGS = "tags"
    TEXT = "text"
    GOALS = "goals"
    NEXT_WEEK = "next week"


_WHOLE = (Part.READERS, Part.WEEK, Part.DAY)
"""Parts that are one thing, however it is written."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of the note, compared word by word.

    Args:
        reader: Who sees it so. What the public and the team see alike is told once,
            as of the public.
    """

    part: Part
    pieces: tuple[Piece, ...]
    reader: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different now; at least one part of the note is."""

    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """All that one reader is told of a note.

    Args:
        day: That its page names.
        readers: For whom the note is.
    """

    view: NoteView
    day: date
    readers: Audience

    def parts(self) -> dict[Part, str]:
        """Each part as words."""
        return dict(_parts(self))


BothTold = tuple[tuple[Told, Told], ...]
"""What each reader was told and would be told, those who see least first."""


def differ(both: BothTold) -> bool:
    """Whether anybody would be told something else."""
    return any(before.parts() != after.parts() for before, after in both)


def compare_told(both: BothTold) -> Comparison | None:
    """What is different, word by word; None where all see the same."""
    found: dict[tuple[Part, tuple[Piece, ...]], Difference] = {}
    for before, after in both:
        old, new = before.parts(), after.parts()
        for part in Part:
            if old[part] != new[part]:
                pieces = _compared(part, old[part], new[part])
                told = Difference(part, pieces, after.view.audience)
                found.setdefault((part, _changes(pieces)), told)
    order = list(Part)
    differences = sorted(found.values(), key=lambda one: order.index(one.part))
    return Comparison(tuple(differences)) if differences else None


def _compared(part: Part, old: str, new: str) -> tuple[Piece, ...]:
    if part in _WHOLE:
        return Piece(Change.GONE, old), Piece(Change.NEW, new)
    return compare(old, new)


def _changes(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.change is not Change.SAME)


def _parts(told: Told) -> Iterator[tuple[Part, str]]:
    view, day = told.view, told.day
    yield Part.READERS, told.readers
    yield Part.TITLE, view.title
    yield Part.LABEL, view.label
    yield Part.WEEK, str(view.week)
    yield Part.DAY, day.isoformat()
    yield Part.CATEGORY, view.category
    yield Part.TAGS, ", ".join(view.tags)
    yield Part.TEXT, view.body
    yield Part.GOALS, goal_markdown(view.goals, view.form, report=True)
    yield Part.NEXT_WEEK, goal_markdown(view.next_goals, view.form, report=False)
