"""Tying: the writer says which goal of an earlier week another one continues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple, Protocol, TypeVar

from weeknotes_desktop.domain.errors import NotFoundError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.tie_goals import continued, tie_goals, untie_goal

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class TyingState:
    """The whole window.

    Args:
        goal: What continues another goal, or shall.
        before: What it continues.
        weeks: What it may continue, latest week first.
        chosen: Id of the marked one.
        looked_for: What the writer typed to find one by.
        hint: What to say where there is nothing to choose.
    """

    goal: Goal | None = None
    before: Goal | None = None
    weeks: tuple[tuple[Week, tuple[Goal, ...]], ...] = ()
    chosen: str = ""
    looked_for: str = ""
    hint: str = ""
    read_only: bool = False


class TyingView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: TyingState) -> None:
        """Draw the whole window."""

    def come(self) -> None:
        """Show itself, beside the main window."""

    def go(self) -> None:
        """Close."""


class _Found(NamedTuple):
    """What the library says."""

    goal: Goal
    before: Goal | None
    earlier: tuple[Goal, ...]


class TyingPresenter:
    """Offers the goals of the weeks before, and ties the one that is chosen.

    Args:
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        view: TyingView,
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._view, self._writer, self._notices = view, writer, notices
        self._clock, self._read_only = clock, read_only
        self._earlier: tuple[Goal, ...] = ()
        self.state = TyingState(read_only=read_only is not None)
        """What is shown now; without a goal while the window is closed."""
        self.changed: Hook[Week] = Hook()
        """The goals of a week have changed."""

    def open(self, goal_id: str) -> None:
        """Offer what a goal may continue."""
        self.state = TyingState(read_only=self.state.read_only)
        self._read(goal_id)
        self._view.come()

    def closed(self) -> None:
        """The window is gone."""
        self.state = TyingState(read_only=self.state.read_only)

    def refresh(self) -> None:
        """Goals have changed somewhere else."""
        if self.state.goal is not None:
            self._read(self.state.goal.id)

    def look_for(self, words: str) -> None:
        """Show only goals that hold all of ``words``."""
        self.state = replace(self.state, looked_for=words)
        self._draw()

    def choose(self, goal_id: str) -> None:
        """Mark one goal."""
        if goal_id != self.state.chosen:
            self.state = replace(self.state, chosen=goal_id)
            self._draw()

    def tie(self) -> None:
        """Let the goal continue the one that is marked."""
        if self.state.goal is not None and self.state.chosen:
            self._tie(self.state.goal.id, self.state.chosen)

    def untie(self) -> None:
        """Let the goal be one of its own again."""
        goal, before, now = self.state.goal, self.state.before, self._clock()
        if goal is None or before is None:
            return

        def untied(alone: Goal) -> None:
            self._say(
                f"“{goal.text}” is a goal of its own.",
                lambda: self._tie(goal.id, before.id),
            )
            self._read(goal.id)
            self.changed.emit(alone.week)

        self._do(lambda library: untie_goal(library, goal.id, now), untied)

    def _tie(self, goal_id: str, earlier_id: str) -> None:
        now = self._clock()

        def act(library: NoteLibrary) -> tuple[Goal, Goal]:
            tied = tie_goals(library, goal_id, earlier_id, now)
            return tied, library.goal(earlier_id)

        def tied(goals: tuple[Goal, Goal]) -> None:
            goal, earlier = goals
            self._say(
                f"“{goal.text}” continues “{earlier.text}” of week {earlier.week.number}.",
                lambda: self._untie_again(goal),
            )
            self._view.go()
            self.changed.emit(goal.week)

        self._do(act, tied)

    def _untie_again(self, goal: Goal) -> None:
        now = self._clock()
        self._do(
            lambda library: untie_goal(library, goal.id, now),
            lambda _: self.changed.emit(goal.week),
        )

    def _do(self, act: Callable[[NoteLibrary], T], then: Callable[[T], None]) -> None:
        if self._read_only is not None:
            self._refuse(self._read_only)
        else:
            self._writer.do(act, then, self._refuse)

    def _say(self, sentence: str, undo: Callable[[], None]) -> None:
        self._notices.show(Notice(sentence, action="Undo", act=undo))

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))

    def _read(self, goal_id: str) -> None:
        def look(library: NoteLibrary) -> _Found:
            goal = library.goal(goal_id)
            before = continued(library, goal)
            return _Found(goal, before, () if before else library.last_of_threads(goal.week))

        def take(found: _Found) -> None:
            self._earlier = found.earlier
            self.state = replace(self.state, goal=found.goal, before=found.before)
            self._draw()

        def refuse(error: WeekNotesError) -> None:
            if isinstance(error, NotFoundError):
                # Somebody has removed it meanwhile, and was told so.
                self._view.go()
            else:
                self._refuse(error)

        self._writer.do(look, take, refuse)

    def _draw(self) -> None:
        words = self.state.looked_for.casefold().split()
        found = [goal for goal in self._earlier if _answers(goal, words)]
        ids = [goal.id for goal in found]
        chosen = self.state.chosen if self.state.chosen in ids else (ids or [""])[0]
        weeks = groupby(found, key=lambda goal: goal.week)
        self.state = replace(
            self.state,
            weeks=tuple((week, tuple(goals)) for week, goals in weeks),
            chosen=chosen,
            hint=self._hint(found),
        )
        self._view.draw(self.state)

    def _hint(self, found: list[Goal]) -> str:
        if self.state.before is not None or found:
            return ""
        if self.state.looked_for.strip():
            return f"No goal before it is called “{self.state.looked_for.strip()}”."
        return "No goal of a week before it is free to be continued."


def _answers(goal: Goal, words: list[str]) -> bool:
    text = f"{goal.text} {goal.week}".casefold()
    return all(word in text for word in words)
