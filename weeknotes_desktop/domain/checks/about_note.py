"""What there is to look at in a note as a whole: its label, its title, the goals of its week."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from weeknotes_desktop.domain.audience import line_for
from weeknotes_desktop.domain.before_publishing import Point, Way
from weeknotes_desktop.domain.checks.slip import Slip, silence_key
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, NoteSummary, Status
from weeknotes_desktop.domain.text import shortened

TITLE = "title missing"
GOALS = "goal without outcome"

_FEW = 3
_LATELY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutNote:
    """What is known of a note and of its neighbours.

    Args:
        pattern: How labels are made.
        others: Every other note, newest first, labels as stored.
        published_as: The label it was published with; empty where it never was.
        open_goals: Those of its week that have no answer, unless another note tells of them.
    """

    note: Note
    pattern: LabelPattern
    others: tuple[NoteSummary, ...] = ()
    published_as: str = ""
    open_goals: tuple[Goal, ...] = ()

    @property
    def label(self) -> str:
        """The label as printed."""
        return self.note.label or self.pattern.label_of(self.note.week)


def title_point(about: AboutNote) -> Point:
    """Whether readers get a title; who gives none to their notes wants none."""
    title = about.note.title
    message = "The note has no title"
    if title.strip() and line_for(title, about.note.audience):
        return Point(check=TITLE, ok=True, message="The note has a title")
    if title.strip():
        message = "Readers get no title: all of it is private"
    elif _without_titles(about.others):
        return Point(check=TITLE, ok=True, message="Your notes have no titles")
    place = Slip(check=TITLE, message=message, start=0, end=len(title), words="", in_title=True)
    return Point(check=TITLE, ok=False, message=message, way=Way.SHOW, slips=(place,))


def goals_point(about: AboutNote, silent: Collection[str] = ()) -> Point:
    """Whether each goal of the week has an outcome."""
    goals = [goal for goal in about.open_goals if silence_key(GOALS, goal.id) not in silent]
    if not goals:
        return Point(check=GOALS, ok=True, message="No goal of the week waits for its outcome")
    number = "1 goal has" if len(goals) == 1 else f"{len(goals)} goals have"
    return Point(
        check=GOALS,
        ok=False,
        message=f"{number} no outcome yet",
        detail=some([goal.text for goal in goals]),
        way=Way.ANSWER,
        goal_ids=tuple(goal.id for goal in goals),
        about=tuple(goal.id for goal in goals),
    )


def some(things: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    shown = " · ".join(map(shortened, things[:_FEW]))
    more = len(things) - _FEW
    return f"{shown} · and {more} more" if more > 0 else shown


def _without_titles(others: Sequence[NoteSummary]) -> bool:
    lately = [note for note in others if note.status is Status.PUBLISHED][:_LATELY]
    titled = sum(bool(note.title.strip()) for note in lately)
    return bool(lately) and 2 * titled < len(lately)
