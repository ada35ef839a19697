"""Carry goals over to a later week."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.errors import WeekError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.add_goal import wording
from weeknotes_desktop.use_cases.next_week import next_week


def carry_over(
    library: NoteLibrary,
    goal_id: str,
    now: datetime,
    *,
    to: Week | None = None,
    text: str | None = None,
) -> Goal:
    """Make the goal a new one in a later week, on the same thread.

    The old goal is never changed. A goal that was carried over already gives
    the successor it has, so doing it twice makes one.

    Args:
        to: The later week; by default the next after the goal's own that is not
            marked away.
        text: Another wording; the old one by default.

    Raises:
        WeekError: If ``to`` is not later than the goal's week.
        WeekNotesError: If the goal is done, dropped or let go.
    """
    with library.transaction():
        goal = library.goal(goal_id)
        later = to or next_week(library, goal.week)
        if later <= goal.week:
            raise WeekError(
                f"The goal belongs to {goal.week}; {later} is not later.",
                "Carry it over to a week after that.",
            )
        existing = library.successor(goal_id)
        if existing is not None:
            return existing
        if not goal.unfinished:
            became = "dropped" if goal.let_go is None else "let go"
            became = "done" if goal.outcome is Outcome.DONE else became
            raise WeekNotesError(
                f"That goal is {became}; there is nothing to carry over.",
                "Take its outcome back first, or set a new goal.",
            )
        last = max((other.position for other in library.goals(later)), default=-1)
        return library.add_goal(_successor(goal, later, text, last + 1), now)


def carry_unfinished(library: NoteLibrary, week: Week, to: Week, now: datetime) -> tuple[Goal, ...]:
    """Carry every unfinished goal of ``week`` over to ``to``; returns the successors."""
    with library.transaction():
        return tuple(carry_over(library, goal.id, now, to=to) for goal in uncarried(library, week))


def uncarried(library: NoteLibrary, week: Week) -> tuple[Goal, ...]:
    """The unfinished goals of ``week`` without a successor.

    Stretch goals and goals on hold are not owed.
    """
    return tuple(
        goal
        for goal in library.goals(week)
        if goal.unfinished
        and not (goal.stretch or goal.held)
        and library.successor(goal.id) is None
    )


def _successor(goal: Goal, week: Week, text: str | None, position: int) -> Goal:
    return replace(
        goal,
        id=new_id(),
        parent=goal.id,
        week=week,
        text=goal.text if text is None else wording(text),
        position=position,
        outcome=None,
        line=None,
        weeks_carried=goal.weeks_carried + 1,
        proposed=False,
        committed_at=None,
        held=False,
        let_go=None,
        rev=0,
    )
