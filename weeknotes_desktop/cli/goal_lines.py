"""A goal as one line on the terminal."""

from __future__ import annotations

from weeknotes_desktop.domain.goal import Goal, Outcome

_MARKS = {
    None: " ",
    Outcome.DONE: "✓",
    Outcome.PARTLY: "◐",
    Outcome.NOT_STARTED: "○",
    Outcome.DROPPED: "✕",
}


def goal_line(goal: Goal) -> str:
    """The mark of its outcome, its wording, what happened, and its id."""
    note = f" – {goal.line}" if goal.line else ""
    return f"[{_MARKS[goal.outcome]}] {goal.text}{note}  ({goal.id})"
