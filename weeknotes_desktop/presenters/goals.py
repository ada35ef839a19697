"""The goals panel: what was meant to be done, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goals_state import Crowd, GoalsState, GoalsView
from weeknotes_desktop.presenters.shown_goals import ShownGoals
from weeknotes_desktop.presenters.unsaved_words import Words, new_goal, of_goal, of_week
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_unfinished
from weeknotes_desktop.use_cases.set_focus import set_focus

if TYPE_CHECKING:
    # Imported with the rest of the program.
    from weeknotes_desktop.presenters.goal_details import GoalDetails
    from weeknotes_desktop.presenters.goals_onward import GoalsOnward
    from weeknotes_desktop.presenters.proposed_goals import ProposedGoals

__all__ = ["Crowd", "GoalsPresenter", "GoalsState", "GoalsView"]


class GoalsPresenter(ShownGoals):
    """What each click in the goals panel means."""

    details: GoalDetails
    onward: GoalsOnward
    proposed: ProposedGoals

    def complete(
        self, *, details: GoalDetails, onward: GoalsOnward, proposed: ProposedGoals
    ) -> None:
        """Welcome those who come after the first paint."""
        self.details, self.onward, self.proposed = details, onward, proposed

    def add(self, week: Week, text: str) -> None:
        """Set a goal."""
        now, ident = self._clock(), new_id()
        goal = Goal(id=ident, thread=ident, week=week, text=text)
        act = partial(add_goal, week=week, text=text, now=now, goal_id=ident)
        self.change(act, words=Words(("goal", ident), text, act, new_goal(goal)))

    def reword(self, goal_id: str, text: str) -> None:
        """Give a goal another wording."""
        now = self._clock()
        act = partial(edit_goal.reword_goal, goal_id=goal_id, text=text, now=now)
        self.change(act, words=Words(("wording", goal_id), text, act, of_goal(goal_id, text=text)))

    def set_outcome(self, goal_id: str, outcome: Outcome | None) -> None:
        """Say what became of a goal, or take it back."""
        now = self._clock()
        self.change(lambda library: edit_goal.set_outcome(library, goal_id, outcome, now))

    def set_line(self, goal_id: str, line: str) -> None:
        """Say in one line what happened."""
        now = self._clock()
        act = partial(edit_goal.set_line, goal_id=goal_id, line=line, now=now)
        self.change(act, words=Words(("line", goal_id), line, act, of_goal(goal_id, line=line)))

    def set_audience(self, goal_id: str, audience: Audience) -> None:
        """Say who may read a goal."""
        now = self._clock()
        self.change(lambda library: edit_goal.set_goal_audience(library, goal_id, audience, now))

    def move(self, goal_id: str, position: int) -> None:
        """Move a goal within its week."""
        now = self._clock()
        self.change(lambda library: edit_goal.move_goal(library, goal_id, position, now))

    def remove(self, goal_id: str) -> None:
        """Remove a goal; the notice offers it back."""
        never_kept = self.unsaved.drop_goal(goal_id)
        if never_kept is not None:
            self._draw()
            self._say_removed(
                never_kept.line, lambda: self.change(never_kept.act, words=never_kept)
            )
            return
        now = self._clock()
        self.change(
            lambda library: edit_goal.remove_goal(library, goal_id, now),
            lambda goal: self._say_removed(goal.text, lambda: self.restore(goal.id)),
        )

    def restore(self, *goal_ids: str) -> None:
        """Take goals out of the trash again."""
        now = self._clock()

        def act(library: NoteLibrary) -> None:
            with library.transaction():
                for goal_id in goal_ids:
                    edit_goal.restore_goal(library, goal_id, now)

        self.change(act)

    def carry_over(self) -> None:
        """Carry what is unfinished over to the next week."""
        if self._shown is not None:
            week, to, now = self._shown.week, self._shown.next_week, self._clock()
            self.change(lambda library: carry_unfinished(library, week, to, now))

    def set_focus(self, text: str) -> None:
        """Say in one line what the week is about."""
        if self._shown is not None:
            week = self._shown.week
            act = partial(set_focus, week=week, text=text)
            self.change(act, words=Words(("focus", str(week)), text, act, of_week(week, text)))

    def _say_removed(self, text: str, undo: Callable[[], None]) -> None:
        self.say(f"“{text}” is removed.", undo)
