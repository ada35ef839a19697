"""Put a goal on hold, and take it up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.shelves import NoteLibrary


def hold_goal(library: NoteLibrary, goal_id: str, now: datetime, *, held: bool = True) -> Goal:
    """Owe nothing for a goal while it is held; its week stays as it is.

    Goals of a week that is marked away are held without this.

    Raises:
        WeekNotesError: If the goal has its answer.
    """
    with library.transaction():
        goal = library.goal(goal_id)
        if held and goal.outcome is not None:
            raise WeekNotesError(
                "That goal has its answer; there is nothing to put on hold.",
                "Take its outcome back first.",
            )
        changed = replace(goal, held=held)
        return goal if changed == goal else library.save_goal(changed, now)


def take_up(library: NoteLibrary, goal_id: str, now: datetime) -> Goal:
    """Owe a goal again that was on hold or let go; what became of it before stays.

    One that was dropped by letting it go is open again.
    """
    with library.transaction():
        goal = library.goal(goal_id)
        dropped = goal.let_go is not None and goal.outcome is Outcome.DROPPED
        changed = replace(goal, held=False, let_go=None, outcome=None if dropped else goal.outcome)
        return goal if changed == goal else library.save_goal(changed, now)
