"""Change what a goal says, where it stands, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.goal import Form, Goal, Outcome
from weeknotes_desktop.domain.goal_line import without_outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.add_goal import bare_workstream, optional, wording


def reword_goal(library: NoteLibrary, goal_id: str, text: str, now: datetime) -> Goal:
    """Give a goal another wording."""
    with library.transaction():
        goal = library.goal(goal_id)
        changed = replace(goal, text=wording(text))
        return goal if changed == goal else library.save_goal(changed, now)


def set_outcome(library: NoteLibrary, goal_id: str, outcome: Outcome | None, now: datetime) -> Goal:
    """Say what became of a goal, or take it back with None; its line stays.

    An outcome the writer gives is their own word: the goal is no longer
    merely proposed. One that was let go is taken up again where it is opened
    or done after all. One that was on hold is no longer: it has its answer.
    """
    with library.transaction():
        goal = library.goal(goal_id)
        taken_up = outcome in (None, Outcome.DONE)
        changed = replace(
            goal,
            outcome=outcome,
            line=without_outcome(goal.line, outcome),
            let_go=None if taken_up else goal.let_go,
            held=goal.held and outcome is None,
            proposed=False,
        )
        return goal if changed == goal else library.save_goal(changed, now)


def set_line(library: NoteLibrary, goal_id: str, line: str, now: datetime) -> Goal:
    """Say in one line what happened, or what got in the way.

    The name of the outcome is not repeated: it stands there already.
    """
    with library.transaction():
        goal = library.goal(goal_id)
        changed = replace(goal, line=without_outcome(optional(line), goal.outcome))
        return goal if changed == goal else library.save_goal(changed, now)


def set_goal_audience(
    library: NoteLibrary, goal_id: str, audience: Audience, now: datetime
) -> Goal:
    """Say who may read a goal."""
    with library.transaction():
        goal = library.goal(goal_id)
        changed = replace(goal, audience=audience)
        return goal if changed == goal else library.save_goal(changed, now)


def set_form(library: NoteLibrary, goal_id: str, form: Form, now: datetime) -> Goal:
    """Say whether a goal is worded as a statement or as a question."""
    with library.transaction():
        goal = library.goal(goal_id)
        changed = replace(goal, form=form)
        return goal if changed == goal else library.save_goal(changed, now)


def set_public_wording(library: NoteLibrary, goal_id: str, text: str, now: datetime) -> Goal:
    """Say what outsiders may read in place of a goal that is not theirs to read; or nothing."""
    with library.transaction():
        goal = library.goal(goal_id)
        changed = replace(goal, public_text=optional(text))
        return goal if changed == goal else library.save_goal(changed, now)


def set_how(library: NoteLibrary, goal_id: str, how: str, now: datetime) -> Goal:
    """Answer “How will I know?” for a goal."""
    with library.transaction():
        goal = library.goal(goal_id)
        changed = replace(goal, how=optional(how))
        return goal if changed == goal else library.save_goal(changed, now)


def set_workstream(library: NoteLibrary, goal_id: str, workstream: str, now: datetime) -> Goal:
    """Say which workstream a goal belongs to; the “#” that is typed before it is not kept."""
    with library.transaction():
        goal = library.goal(goal_id)
        changed = replace(goal, workstream=bare_workstream(workstream))
        return goal if changed == goal else library.save_goal(changed, now)


def set_stretch(library: NoteLibrary, goal_id: str, now: datetime, *, stretch: bool) -> Goal:
    """Say whether a goal is a stretch, which is not counted."""
    with library.transaction():
        goal = library.goal(goal_id)
        changed = replace(goal, stretch=stretch)
        return goal if changed == goal else library.save_goal(changed, now)


def move_goal(library: NoteLibrary, goal_id: str, position: int, now: datetime) -> tuple[Goal, ...]:
    """Move a goal to ``position`` in its week; returns the week in its new order."""
    with library.transaction():
        goal = library.goal(goal_id)
        order = [other for other in library.goals(goal.week) if other.id != goal_id]
        order.insert(max(0, min(position, len(order))), goal)
        return tuple(
            other
            if other.position == place
            else library.save_goal(replace(other, position=place), now)
            for place, other in enumerate(order)
        )


def remove_goal(library: NoteLibrary, goal_id: str, now: datetime) -> Goal:
    """Put a goal into the trash; returns it, so that it can be named."""
    with library.transaction():
        goal = library.goal(goal_id)
        library.remove_goal(goal_id, now)
        return goal


def restore_goal(library: NoteLibrary, goal_id: str, now: datetime) -> Goal:
    """Take a goal out of the trash again."""
    return library.restore_goal(goal_id, now)
