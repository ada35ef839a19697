"""What is said of a goal besides its wording: public wording, workstream, how one will know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial

from weeknotes_desktop.domain.goal import Form, Goal
from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.shown_goals import ShownGoals
from weeknotes_desktop.presenters.unsaved_words import Words, of_goal
from weeknotes_desktop.use_cases import edit_goal


class Detail(StrEnum):
    """What the writer can say of a goal in a line of its own; the value names the goal's field."""

    PUBLIC_WORDING = "public_text"
    HOW = "how"
    WORKSTREAM = "workstream"


_KEEPS: dict[Detail, Callable[[NoteLibrary, str, str, datetime], Goal]] = {
    Detail.PUBLIC_WORDING: edit_goal.set_public_wording,
    Detail.HOW: edit_goal.set_how,
    Detail.WORKSTREAM: edit_goal.set_workstream,
}


class GoalDetails:
    """Keeps each detail as soon as it is said."""

    def __init__(self, goals: ShownGoals, clock: Clock) -> None:
        self._goals, self._clock = goals, clock

    def say(self, goal_id: str, detail: Detail, text: str) -> None:
        """Say something of a goal in words; empty takes it back."""
        now, keep = self._clock(), _KEEPS[detail]

        def act(library: NoteLibrary) -> Goal:
            return keep(library, goal_id, text, now)

        said = " ".join(text.split()) or None
        lay = of_goal(goal_id, **{detail.value: said})
        self._goals.change(act, words=Words((detail.value, goal_id), text, act, lay))

    def set_stretch(self, goal_id: str, stretch: bool) -> None:
        """Say whether a goal is a stretch."""
        self._goals.change(
            partial(edit_goal.set_stretch, goal_id=goal_id, stretch=stretch, now=self._clock())
        )

    def set_form(self, goal_id: str, form: Form) -> None:
        """Say whether a goal is a statement or a question."""
        self._goals.change(
            partial(edit_goal.set_form, goal_id=goal_id, form=form, now=self._clock())
        )
