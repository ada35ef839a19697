"""What the writer says about goals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class GoalVoice(QObject):
    """One for all rows of the panel; each signal carries the id of the goal."""

    outcome_chosen = Signal(str, object)  # its Outcome, or None
    reworded = Signal(str, str)
    line_entered = Signal(str, str)
    moved = Signal(str, int)  # to which place in its week, from 0
    removed = Signal(str)
    audience_chosen = Signal(str, object)
    detail_entered = Signal(str, object, str)  # which Detail, the words
    stretch_chosen = Signal(str, bool)
    form_chosen = Signal(str, object)
    held = Signal(str)
    taken_up = Signal(str)  # it was on hold, or let go
    let_go = Signal(str, str)  # the reason, which may be empty
    carried = Signal(str)
    confirmed = Signal(str)  # it was proposed, and is the writer's own
    dismissed = Signal(str)
    thread_chosen = Signal(str)
    tie_chosen = Signal(str)
