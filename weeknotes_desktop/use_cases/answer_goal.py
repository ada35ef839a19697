"""Give a goal its answer, and take an answer back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.edit_goal import set_line, set_outcome


def report_goal(
    library: NoteLibrary, goal_id: str, outcome: Outcome, line: str | None, now: datetime
) -> Goal:
    """Say what became of a goal, with a line on what happened.

    Args:
        line: None leaves the one it has.
    """
    with library.transaction():
        goal = set_outcome(library, goal_id, outcome, now)
        return goal if line is None else set_line(library, goal_id, line, now)


def take_answer_back(library: NoteLibrary, before: Goal, answered: Goal, now: datetime) -> Goal:
    """Let a goal want its answer again; its line, and what was said of it since, stay.

    Args:
        before: The goal without the answer.
        answered: The goal with it.
    """
    with library.transaction():
        goal = library.goal(before.id)
        changed = replace(
            goal,
            outcome=before.outcome if goal.outcome is answered.outcome else goal.outcome,
            let_go=before.let_go if goal.let_go == answered.let_go else goal.let_go,
        )
        return goal if changed == goal else library.save_goal(changed, now)
