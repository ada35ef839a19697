"""The goals panel: what was meant to be done, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Count, Goal, Outcome, WeekPlan, count
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_unfinished
from weeknotes_desktop.use_cases.set_focus import set_focus
from weeknotes_desktop.use_cases.week_goals import WeekGoals, week_goals


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsState:
    """The goals of one week and of the week after it.

    Args:
        next_week: The next week that is not marked away.
        count: Goals done of goals set, this week, stretch goals left out.
        unfinished: How many goals of this week can be carried over.
    """

    week: Week
    next_week: Week
    focus: str = ""
    count: Count = Count(0, 0)
    goals: tuple[Goal, ...] = ()
    next_goals: tuple[Goal, ...] = ()
    unfinished: int = 0
    read_only: bool = False


class GoalsView(Protocol):
    """What the goals panel must be able to do."""

    def draw(self, state: GoalsState) -> None:
        """Draw the whole panel; drawing is never mistaken for the writer's own click."""


class GoalsPresenter:
    """What each click in the goals panel means.

    The panel is drawn when the library has acknowledged; what the disk
    refused is drawn back as it was.

    Args:
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        view: GoalsView,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._read_only = read_only
        self._view = view
        self._writer = writer
        self._notices = notices
        self._clock = clock
        self._shown: WeekGoals | None = None
        self.looked_at: Hook[WeekGoals] = Hook()
        """Other goals are shown than a moment ago."""
        self.changed: Hook[WeekGoals] = Hook()
        """The library holds other goals than a moment ago."""

    @property
    def shown(self) -> WeekGoals | None:
        """The goals as the library has acknowledged them."""
        return self._shown

    def show(self, goals: WeekGoals) -> None:
        """Show goals that are in hand already."""
        self._shown = goals
        self._draw()

    def show_week(self, week: Week) -> None:
        """Show the goals of ``week`` and of the one after."""
        if self._shown is None or self._shown.week != week:
            self._writer.do(lambda library: week_goals(library, week), self._accept, self._refuse)

    def reload(self) -> None:
        """Read the goals again, after something else changed the library."""
        if self._shown is not None:
            week = self._shown.week
            self._writer.do(lambda library: week_goals(library, week), self._accept, self._refuse)

    def add(self, week: Week, text: str) -> None:
        """Set a goal."""
        now = self._clock()
        self._do(lambda library: add_goal(library, week, text, now))

    def reword(self, goal_id: str, text: str) -> None:
        """Give a goal another wording."""
        now = self._clock()
        self._do(lambda library: edit_goal.reword_goal(library, goal_id, text, now))

    def set_outcome(self, goal_id: str, outcome: Outcome | None) -> None:
        """Say what became of a goal, or take it back."""
        now = self._clock()
        self._do(lambda library: edit_goal.set_outcome(library, goal_id, outcome, now))

    def set_line(self, goal_id: str, line: str) -> None:
        """Say in one line what happened."""
        now = self._clock()
        self._do(lambda library: edit_goal.set_line(library, goal_id, line, now))

    def set_audience(self, goal_id: str, audience: Audience) -> None:
        """Say who may read a goal."""
        now = self._clock()
        self._do(lambda library: edit_goal.set_goal_audience(library, goal_id, audience, now))

    def move(self, goal_id: str, position: int) -> None:
        """Move a goal within its week."""
        now = self._clock()
        self._do(lambda library: edit_goal.move_goal(library, goal_id, position, now))

    def remove(self, goal_id: str) -> None:
        """Remove a goal; the notice offers it back."""
        now = self._clock()
        self._do(lambda library: edit_goal.remove_goal(library, goal_id, now), self._removed)

    def restore(self, goal_id: str) -> None:
        """Take a goal out of the trash again."""
        now = self._clock()
        self._do(lambda library: edit_goal.restore_goal(library, goal_id, now))

    def carry_over(self) -> None:
        """Carry what is unfinished over to the next week."""
        if self._shown is not None:
            week, to, now = self._shown.week, self._shown.next_week, self._clock()
            self._do(lambda library: carry_unfinished(library, week, to, now))

    def set_focus(self, text: str) -> None:
        """Say in one line what the week is about."""
        if self._shown is not None:
            week = self._shown.week
            self._do(lambda library: set_focus(library, week, text))

    def _do(
        self, act: Callable[[NoteLibrary], Any], then: Callable[[Any], None] | None = None
    ) -> None:
        """Change the library, then draw what it holds."""
        if self._read_only is not None:
            self._refuse(self._read_only)
            return
        week = self._shown.week if self._shown else None

        def act_and_look(library: NoteLibrary) -> tuple[Any, WeekGoals | None]:
            result = act(library)
            return result, week_goals(library, week) if week else None

        def accept(acknowledged: tuple[Any, WeekGoals | None]) -> None:
            result, goals = acknowledged
            if then is not None:
                then(result)
            # The writer may have gone to another week meanwhile.
            if goals is not None and self._shown is not None and goals.week == self._shown.week:
                self._accept(goals)
                self.changed.emit(goals)

        self._writer.do(act_and_look, accept, self._refuse)

    def _removed(self, goal: Goal) -> None:
        self._notices.show(
            Notice(
                f"“{goal.text}” is removed.",
                action="Undo",
                act=lambda: self.restore(goal.id),
            )
        )

    def _accept(self, goals: WeekGoals) -> None:
        self._shown = goals
        self._draw()
        self.looked_at.emit(goals)

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))
        self._draw()

    def _draw(self) -> None:
        if self._shown is not None:
            self._view.draw(_state(self._shown, read_only=self._read_only is not None))


def _state(shown: WeekGoals, *, read_only: bool) -> GoalsState:
    plan: WeekPlan = shown.plan
    return GoalsState(
        week=shown.week,
        next_week=shown.next_week,
        focus=plan.focus,
        count=count(shown.goals),
        goals=shown.goals,
        next_goals=shown.next_goals,
        unfinished=shown.unfinished,
        read_only=read_only,
    )
