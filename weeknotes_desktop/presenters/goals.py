"""The goals panel: what was meant to be done, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Count, Goal, Outcome, WeekPlan, count
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.ports import Clock, LibraryWriter, Timers
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.presenters.unsaved_words import (
    UnsavedWords,
    Words,
    new_goal,
    of_goal,
    of_week,
)
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
        unsaved_goals: Which say something that is not on the disk yet.
        focus_unsaved: Whether the focus is not on the disk yet.
    """

    week: Week
    next_week: Week
    focus: str = ""
    count: Count = Count(0, 0)
    goals: tuple[Goal, ...] = ()
    next_goals: tuple[Goal, ...] = ()
    unfinished: int = 0
    read_only: bool = False
    unsaved_goals: frozenset[str] = frozenset()
    focus_unsaved: bool = False


class GoalsView(Protocol):
    """What the goals panel must be able to do."""

    def draw(self, state: GoalsState) -> None:
        """Draw the whole panel; drawing is never mistaken for the writer's own click."""


class GoalsPresenter:
    """What each click in the goals panel means.

    The panel is drawn when the library has acknowledged; what the disk
    refused is drawn back as it was, but for words: they stay, and are tried
    again until the disk takes them.

    Args:
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        view: GoalsView,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        timers: Timers,
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._read_only = read_only
        self._view = view
        self._writer = writer
        self._notices = notices
        self._clock = clock
        self._shown: WeekGoals | None = None
        self.unsaved = UnsavedWords(writer, timers, notices)
        """What was typed and the disk refused."""
        self.unsaved.again.connect(lambda words: self._do(words.act, words=words))
        self.unsaved.stayed.connect(lambda _: self._draw())
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
        now, ident = self._clock(), new_id()
        goal = Goal(id=ident, thread=ident, week=week, text=text)
        act = partial(add_goal, week=week, text=text, now=now, goal_id=ident)
        self._do(act, words=Words(("goal", ident), text, act, new_goal(goal)))

    def reword(self, goal_id: str, text: str) -> None:
        """Give a goal another wording."""
        now = self._clock()
        act = partial(edit_goal.reword_goal, goal_id=goal_id, text=text, now=now)
        self._do(act, words=Words(("wording", goal_id), text, act, of_goal(goal_id, text=text)))

    def set_outcome(self, goal_id: str, outcome: Outcome | None) -> None:
        """Say what became of a goal, or take it back."""
        now = self._clock()
        self._do(lambda library: edit_goal.set_outcome(library, goal_id, outcome, now))

    def set_line(self, goal_id: str, line: str) -> None:
        """Say in one line what happened."""
        now = self._clock()
        act = partial(edit_goal.set_line, goal_id=goal_id, line=line, now=now)
        self._do(act, words=Words(("line", goal_id), line, act, of_goal(goal_id, line=line)))

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
        never_kept = self.unsaved.drop_goal(goal_id)
        if never_kept is not None:
            self._draw()
            self._say_removed(never_kept.line, lambda: self._do(never_kept.act, words=never_kept))
            return
        now = self._clock()
        self._do(
            lambda library: edit_goal.remove_goal(library, goal_id, now),
            lambda goal: self._say_removed(goal.text, lambda: self.restore(goal.id)),
        )

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
            act = partial(set_focus, week=week, text=text)
            self._do(act, words=Words(("focus", str(week)), text, act, of_week(week, text)))

    def _do(
        self,
        act: Callable[[NoteLibrary], Any],
        then: Callable[[Any], None] | None = None,
        words: Words | None = None,
    ) -> None:
        """Change the library, then draw what it holds.

        Args:
            words: What was typed, where it was typing.
        """
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

        if words is None or not self.unsaved.wait(words):
            # What was typed before comes before.
            self.unsaved.try_now()
        if words is None:
            self._writer.do(act_and_look, accept, self._refuse)
        else:
            self.unsaved.send(words, act_and_look, accept, self._refuse)

    def _say_removed(self, text: str, undo: Callable[[], None]) -> None:
        self._notices.show(Notice(f"“{text}” is removed.", action="Undo", act=undo))

    def _accept(self, goals: WeekGoals) -> None:
        self._shown = goals
        self._draw()
        self.looked_at.emit(goals)

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(self.unsaved.reason(error)))
        self._draw()

    def _draw(self) -> None:
        if self._shown is not None:
            shown, places = self.unsaved.over(self._shown), self.unsaved.places
            self._view.draw(_state(shown, places, read_only=self._read_only is not None))


def _state(shown: WeekGoals, unsaved: frozenset[tuple[str, str]], *, read_only: bool) -> GoalsState:
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
        unsaved_goals=frozenset(ident for what, ident in unsaved if what != "focus"),
        focus_unsaved=("focus", str(shown.week)) in unsaved,
    )
