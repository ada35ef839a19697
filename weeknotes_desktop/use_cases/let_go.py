"""Let a goal go that will not be done any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import one_line


def let_go(library: NoteLibrary, goal_id: str, now: datetime, *, reason: str | None = None) -> Goal:
    """Close a goal for good; one without an outcome becomes dropped.

    Doing it twice changes nothing; another reason takes the place of the
    first.

    Args:
        reason: Stays with the writer.

    Raises:
        WeekNotesError: If the goal is done.
    """
    with library.transaction():
        goal = library.goal(goal_id)
        if goal.outcome is Outcome.DONE:
            raise WeekNotesError(
                "That goal is done; there is nothing to let go.", "Take its outcome back first."
            )
        changed = replace(
            goal,
            outcome=goal.outcome or Outcome.DROPPED,
            let_go=(goal.let_go or "") if reason is None else one_line(reason),
            proposed=False,
        )
        return goal if changed == goal else library.save_goal(changed, now)
