"""What somebody looks for: words, words that must not be there, and what narrows it down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from weeknotes_desktop.domain.week import Week

MOST_WORDS = 32
"""So many count; what is written behind them is left out."""
LONGEST_WORD = 64
"""In letters; of a longer one the beginning counts."""


class Order(StrEnum):
    """What comes first."""

    BEST = "best"
    NEWEST = "newest"


class Field(StrEnum):
    """What can be said about a thing besides its words, by the name it is written with."""

    YEAR = "year"
    WEEK = "week"
    LABEL = "label"
    GOAL = "goal"
    IS = "is"
    CATEGORY = "category"
    TAG = "tag"
    WORKSTREAM = "workstream"
    IN = "in"


class Place(StrEnum):
    """Where words can be looked for, as ``in:`` names it."""

    NOTES = "notes"
    TITLES = "titles"
    GOALS = "goals"
    JOTS = "jots"
    TASKS = "tasks"


class Became(StrEnum):
    """What can have become of a goal, as ``goal:`` names it."""

    MET = "met"
    MISSED = "missed"
    PARTLY = "partly"
    NOT_STARTED = "not-started"
    DROPPED = "dropped"
    OPEN = "open"


class State(StrEnum):
    """How a note stands, as ``is:`` names it."""

    DRAFT = "draft"
    PUBLISHED = "published"
    PRIVATE = "private"
    TEAM = "team"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Weeks:
    """A stretch of weeks, both ends included; an end that is None is open."""

    first: Week | None
    last: Week | None


Value = Weeks | Place | Became | State | str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand next to each other.

    Args:
        words: Folded.
        whole: Whether the last one must end where it ends here, too. Else it may go
            on, and a word alone may stand within another one.
    """

    words: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Something that a thing must be, or must not.

    Args:
        value: Names stay as they were written.
    """

    field: Field
    value: Value
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for.

    Args:
        words: All of them must be there.
        without: None of them may.
        filters: Of one field one of those must fit, and of each that is there; and
            none of those that must not.
        left_out: How many words were too many.
    """

    words: tuple[Words, ...] = ()
    without: tuple[Words, ...] = ()
    filters: tuple[Filter, ...] = ()
    left_out: int = 0

    @property
    def asks(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.words or self.without or self.filters)
