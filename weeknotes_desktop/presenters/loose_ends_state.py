"""What the window of loose ends shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Protocol

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.loose_ends import LooseEnd
from weeknotes_desktop.domain.week import Week


@dataclass(frozen=True, slots=True)
class Loose:
    """What the library holds that is loose.

    Args:
        next_week: The next week that is not marked away.
        proposed: How many goals of old posts nobody has confirmed yet.
    """

    ends: tuple[LooseEnd, ...]
    next_week: Week
    proposed: int = 0

    def goal(self, goal_id: str) -> Goal | None:
        """The loose goal with that id."""
        goals = (end.goal for end in self.ends)
        return next((goal for goal in goals if goal.id == goal_id), None)


@dataclass(frozen=True, slots=True)
class LooseWeek:
    """The heading over what is left of one week."""

    week: Week


@dataclass(frozen=True, slots=True)
class LooseRow:
    """One goal without an answer.

    Args:
        unsaved: Whether what was typed about it is not on the disk yet.
    """

    end: LooseEnd
    unsaved: bool = False


LooseEndsRow = LooseWeek | LooseRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEndsState:
    """The whole window.

    Args:
        chosen: What the ways out are offered for.
        weeks: Where the chosen goal can be carried over to, the earlier one first.
        letting_go: Whether the reason for letting it go is asked.
        reason: What was typed of it before.
        hint: What to say where nothing is left.
    """

    this_week: Week
    rows: tuple[LooseEndsRow, ...] = ()
    chosen: LooseRow | None = None
    weeks: tuple[Week, ...] = ()
    letting_go: bool = False
    reason: str = ""
    hint: str = ""
    read_only: bool = False


class LooseEndsView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: LooseEndsState) -> None:
        """Draw the whole window."""

    def come(self) -> None:
        """Show itself, beside the main window."""


def loose_rows(ends: tuple[LooseEnd, ...], unsaved: frozenset[str]) -> tuple[LooseEndsRow, ...]:
    """The rows for ``ends``, which come oldest week first.

    Args:
        unsaved: The goals of which something is not on the disk yet.
    """
    rows: list[LooseEndsRow] = []
    for week, of_week in groupby(ends, key=lambda end: end.goal.week):
        rows.append(LooseWeek(week))
        rows += [LooseRow(end, end.goal.id in unsaved) for end in of_week]
    return tuple(rows)


def said_of(goal_id: str, **words: Any) -> Callable[[Loose], Loose]:
    """Lay what the writer said over a loose goal."""

    def said(end: LooseEnd) -> LooseEnd:
        if end.goal.id != goal_id:
            return end
        return replace(end, goal=replace(end.goal, **words))

    return lambda loose: replace(loose, ends=tuple(map(said, loose.ends)))
