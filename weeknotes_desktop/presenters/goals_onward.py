"""Where a goal goes from here: over to a later week, on hold, or nowhere any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.shown_goals import ShownGoals
from weeknotes_desktop.presenters.unsaved_words import Words
from weeknotes_desktop.use_cases.answer_goal import take_answer_back
from weeknotes_desktop.use_cases.carry_over import carry_over, uncarried
from weeknotes_desktop.use_cases.hold_goal import hold_goal, take_up
from weeknotes_desktop.use_cases.let_go import let_go
from weeknotes_desktop.use_cases.week_goals import WeekGoals


class CarryView(Protocol):
    """Where the writer chooses what is carried over."""

    def choose_carried(self, goals: tuple[Goal, ...]) -> None:
        """Let the writer choose some of ``goals``."""


class GoalsOnward:
    """Carries goals over, puts them on hold, lets them go."""

    def __init__(
        self, goals: ShownGoals, view: CarryView, writer: LibraryWriter, clock: Clock
    ) -> None:
        self._goals, self._view, self._writer, self._clock = goals, view, writer, clock
        self._gone: tuple[Goal, Notice] | None = None
        self._goals.looked_at.connect(self._see_whether_gone)

    def offer(self) -> None:
        """Let the writer choose which of the unfinished goals are carried over."""
        shown = self._goals.shown
        if shown is not None:
            self._writer.do(
                lambda library: uncarried(library, shown.week),
                self._view.choose_carried,
                self._goals.refuse,
            )

    def carry(self, *goal_ids: str) -> None:
        """Carry goals over to the next week that the writer is there."""
        now = self._clock()

        def act(library: NoteLibrary) -> list[Goal]:
            with library.transaction():
                return [carry_over(library, one, now) for one in goal_ids]

        self._goals.change(act, self._say_where)

    def hold(self, goal_id: str) -> None:
        """Put a goal on hold."""
        now = self._clock()
        self._goals.change(lambda library: hold_goal(library, goal_id, now))

    def take_up(self, goal_id: str) -> None:
        """Take up a goal again that is on hold or was let go."""
        now = self._clock()
        self._goals.change(lambda library: take_up(library, goal_id, now))

    def let_go(self, goal_id: str, reason: str) -> None:
        """Let a goal go, for a reason or for none; the notice offers it back."""
        now = self._clock()

        def act(library: NoteLibrary) -> tuple[Goal, Goal]:
            with library.transaction():
                before = library.goal(goal_id)
                return before, let_go(library, goal_id, now, reason=reason)

        words = Words(("let_go", goal_id), reason, act, _gone(goal_id, reason))
        self._goals.change(act, self._say_gone, words)

    def _say_gone(self, goal: tuple[Goal, Goal]) -> None:
        before, gone = goal
        now = self._clock()

        def undo() -> None:
            self._goals.change(lambda library: take_answer_back(library, before, gone, now))

        if before != gone:
            self._gone = gone, self._goals.say(f"“{gone.text}” is let go.", undo)

    def _see_whether_gone(self, shown: WeekGoals) -> None:
        """Take back that a goal is let go, where it no longer is."""
        if self._gone is None:
            return
        gone, said = self._gone
        here = next((goal for goal in shown.goals + shown.next_goals if goal.id == gone.id), None)
        if here is not None and (here.let_go, here.outcome) != (gone.let_go, gone.outcome):
            self._gone = None
            self._goals.unsay(said)

    def _say_where(self, goals: list[Goal]) -> None:
        """Say where goals went that went out of sight."""
        shown = self._goals.shown
        in_sight = () if shown is None else (shown.week, shown.next_week)
        for goal in goals:
            if goal.week not in in_sight:
                self._goals.say(f"“{goal.text}” is carried over to week {goal.week.number}.")
                return


def _gone(goal_id: str, reason: str) -> Callable[[WeekGoals], WeekGoals]:
    """Lay over a goal that it was let go."""

    def gone(goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        return tuple(
            replace(goal, let_go=" ".join(reason.split()), outcome=goal.outcome or Outcome.DROPPED)
            if goal.id == goal_id
            else goal
            for goal in goals
        )

    return lambda shown: replace(shown, goals=gone(shown.goals), next_goals=gone(shown.next_goals))
