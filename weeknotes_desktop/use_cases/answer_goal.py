"""Take the answer of a goal back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.shelves import NoteLibrary


def take_answer_back(library: NoteLibrary, before: Goal, answered: Goal, now: datetime) -> Goal:
    """Let a goal want its answer again; its line, and what was said of it since, stay.

    Args:
        before: The goal without the answer.
        answered: The goal with it.
    """
    with library.transaction():
        goal = library.goal(before.id)
        outcome = before.outcome if goal.outcome is answered.outcome else goal.outcome
        changed = replace(
            goal,
            outcome=outcome,
            let_go=before.let_go if goal.let_go == answered.let_go else goal.let_go,
            # The answer ended the hold.
            held=goal.held or (before.held and not answered.held and outcome is None),
        )
        return goal if changed == goal else library.save_goal(changed, now)
