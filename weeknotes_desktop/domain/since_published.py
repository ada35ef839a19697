"""What readers would see differently if a note were published again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from weeknotes_desktop.domain.comparison import Piece, compare
from weeknotes_desktop.domain.goal_text import goal_markdown
from weeknotes_desktop.domain.view import NoteView


class Part(StrEnum):
    """A part of a published note that can differ."""

    TITLE = "title"
    LABEL = "label"
    WEEK = "week"
    DAY = "day"
    CATEGORY = "category"
    TAGS = "tags"
    TEXT = "text"
    GOALS = "goals"
    NEXT_WEEK = "next week"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of the note, compared word by word."""

    part: Part
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different now; at least one part of the note is."""

    differences: tuple[Difference, ...]


def compare_views(before: tuple[NoteView, date], after: tuple[NoteView, date]) -> Comparison | None:
    """What turned one view into the other; None where readers see the same.

    Args:
        before: What was published, and the day that it names.
        after: What would be.
    """
    old, new = _parts(*before), _parts(*after)
    differences = tuple(
        Difference(part, compare(old[part], new[part])) for part in Part if old[part] != new[part]
    )
    return Comparison(differences) if differences else None


def _parts(view: NoteView, day: date) -> dict[Part, str]:
    return dict(_told(view, day))


def _told(view: NoteView, day: date) -> Iterator[tuple[Part, str]]:
    yield Part.TITLE, view.title
    yield Part.LABEL, view.label
    yield Part.WEEK, str(view.week)
    yield Part.DAY, day.isoformat()
    yield Part.CATEGORY, view.category
    yield Part.TAGS, ", ".join(view.tags)
    yield Part.TEXT, view.body
    yield Part.GOALS, goal_markdown(view.goals, view.form, report=True)
    yield Part.NEXT_WEEK, goal_markdown(view.next_goals, view.form, report=False)
