"""Say of goals that an import proposed whether they are the writer's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week


def confirm_goal(library: NoteLibrary, goal_id: str, now: datetime) -> Goal:
    """Take a proposed goal for the writer's own, with its outcome; once is enough."""
    with library.transaction():
        goal = library.goal(goal_id)
        return _confirm(library, goal, now) if goal.proposed else goal


def confirm_goals(
    library: NoteLibrary, now: datetime, *, week: Week | None = None
) -> tuple[Goal, ...]:
    """Confirm every proposed goal, or every one of ``week``; returns them, earliest first."""
    with library.transaction():
        return tuple(_confirm(library, goal, now) for goal in _proposed(library, week))


def dismiss_goal(library: NoteLibrary, goal_id: str, now: datetime) -> Goal:
    """Put a proposed goal into the trash; returns it, so that it can be named.

    Raises:
        WeekNotesError: If the goal is the writer's own.
    """
    with library.transaction():
        goal = library.goal(goal_id)
        if not goal.proposed:
            raise WeekNotesError(
                "That goal is your own; there is nothing to dismiss.",
                "Delete it, or let it go.",
            )
        library.remove_goal(goal_id, now)
        return goal


def dismiss_goals(
    library: NoteLibrary, now: datetime, *, week: Week | None = None
) -> tuple[Goal, ...]:
    """Put every proposed goal into the trash, or every one of ``week``; returns them."""
    with library.transaction():
        proposed = _proposed(library, week)
        for goal in proposed:
            library.remove_goal(goal.id, now)
        return proposed


def _confirm(library: NoteLibrary, goal: Goal, now: datetime) -> Goal:
    return library.save_goal(replace(goal, proposed=False), now)


def _proposed(library: NoteLibrary, week: Week | None) -> tuple[Goal, ...]:
    return tuple(goal for goal in library.proposed_goals() if week in (None, goal.week))
