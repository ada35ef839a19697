"""Say that two goals of different weeks are one and the same, and take that back."""

from __future__ import annotations

from datetime import datetime

from weeknotes_desktop.domain.errors import WeekError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.shelves import NoteLibrary


def tie_goals(library: NoteLibrary, goal_id: str, earlier_id: str, now: datetime) -> Goal:
    """Let a goal go on from one of an earlier week, as if it had been carried over.

    An import does not know that a goal of one post is that of the post before
    in other words. Both stay what they are, proposed or not; tying them twice
    changes nothing.

    Raises:
        WeekError: If the other goal is not of an earlier week.
        WeekNotesError: If either belongs to another goal already.
    """
    with library.transaction():
        goal, earlier = library.goal(goal_id), library.goal(earlier_id)
        after = library.successor(earlier_id)
        if after is not None and after.id == goal_id:
            return goal
        if earlier.week >= goal.week:
            raise WeekError(
                f"The goal belongs to {goal.week}; {earlier.week} is not earlier.",
                "Tie it to a goal of a week before that.",
            )
        if after is not None:
            raise WeekNotesError(
                f"That goal goes on in {after.week} already: “{after.text}”.",
                "Tie it to that one, or untie those two first.",
            )
        before = continued(library, goal)
        if before is not None:
            raise WeekNotesError(
                f"The goal goes on from one of {before.week} already: “{before.text}”.",
                "Untie those two first.",
            )
        return library.go_on_from(goal_id, earlier_id, now)


def untie_goal(library: NoteLibrary, goal_id: str, now: datetime) -> Goal:
    """Let a goal, and all that come from it, be a thread of its own; once is enough."""
    with library.transaction():
        goal = library.goal(goal_id)
        return goal if goal.parent is None else library.go_on_from(goal_id, None, now)


def continued(library: NoteLibrary, goal: Goal) -> Goal | None:
    """The goal that this one goes on from; one in the trash is passed over."""
    thread = library.thread(goal.thread)
    earlier = [one for one in thread if one.week < goal.week]
    return earlier[-1] if earlier else None
