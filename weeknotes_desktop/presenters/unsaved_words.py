"""Words that the disk refused: they stand where they were typed until it has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from weeknotes_desktop.domain.errors import (
    ChangedElsewhereError,
    LibraryError,
    NotFoundError,
    WeekNotesError,
)
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.ports import LibraryWriter, Timers
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.use_cases.week_goals import WeekGoals

Shown = TypeVar("Shown")

TRY_AGAIN_AFTER = 2.0
_NEW = ("goal", "jot", "task")
"""Places of what is not in the library before its words are kept."""


class Words:
    """A line that somebody typed beside the note, on its way to the disk.

    Args:
        place: What it is and of what; another line for the same place stands instead of it.
        line: What was typed.
        act: Keeps it.
        lay: Lays it over what the library has acknowledged.
        of: What that is.
        send_again: Sends it once more; None where whoever listens to ``again`` does.
    """

    def __init__(
        self,
        place: tuple[str, str],
        line: str,
        act: Callable[[NoteLibrary], Any],
        lay: Callable[[Any], Any],
        of: type = WeekGoals,
        send_again: Callable[[Words], None] | None = None,
    ) -> None:
        self.place, self.line, self.act, self.lay = place, line, act, lay
        self.of, self.send_again = of, send_again


class UnsavedWords:
    """Keeps what was refused, and tries again until it is on the disk."""

    def __init__(self, writer: LibraryWriter, timers: Timers, notices: Notices) -> None:
        self._writer, self._timers, self._notices = writer, timers, notices
        self._waiting: dict[tuple[str, str], Words] = {}
        self._on_their_way: list[Words] = []
        self._said: Notice | None = None
        self._error: WeekNotesError | None = None
        self._cancel: Callable[[], None] | None = None
        self.kept: Hook[None] = Hook()
        """Nothing waits any more."""
        self.again: Hook[Words] = Hook()
        """These words should be sent once more."""
        self.stayed: Hook[None] = Hook()
        """The disk refused what was typed."""
        self.refused: Hook[WeekNotesError] = Hook()
        """What was typed cannot be kept, and is not tried again."""

    @property
    def places(self) -> frozenset[tuple[str, str]]:
        """What is shown and not on the disk."""
        return frozenset(self._waiting)

    def over(self, shown: Shown) -> Shown:
        """What the writer should see: what was acknowledged, with their own words over it."""
        for words in self._waiting.values():
            if isinstance(shown, words.of):
                shown = words.lay(shown)
        return shown

    def wait(self, words: Words) -> bool:
        """Whether ``words`` were refused, and stand for what was typed last in their place."""
        return self._waiting.get(words.place) is words

    def drop_goal(self, goal_id: str) -> Words | None:
        """Forget a goal that never came to the disk; its words, where it did not."""
        goal = self._waiting.pop(("goal", goal_id), None)
        if goal is not None:
            for place in [place for place in self._waiting if place[1] == goal_id]:
                del self._waiting[place]
            self._look_whether_all_is_kept()
        return goal

    def drop(self, new: tuple[str, str], *others: tuple[str, str]) -> Words | None:
        """Forget something new that never came to the disk, and what was said of it."""
        dropped = self._waiting.pop(new, None)
        if dropped is not None:
            for place in others:
                self._waiting.pop(place, None)
            self._look_whether_all_is_kept()
        return dropped

    def change(
        self,
        act: Callable[[NoteLibrary], Any],
        done: Callable[[Any], None],
        failed: Callable[[WeekNotesError], None],
        words: Words | None,
    ) -> None:
        """Change the library, after all that was typed before.

        Args:
            words: What was typed, where it was typing.
        """
        if words is None or not self.wait(words):
            self.try_now()
        if words is None:
            self._writer.do(act, done, failed)
        else:
            self.send(words, act, done, failed)

    def send(
        self,
        words: Words,
        act: Callable[[NoteLibrary], Any],
        done: Callable[[Any], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Have ``words`` kept by ``act``; they stay here where the disk refuses them.

        Args:
            failed: Hears why they cannot be kept, now or later.
        """
        self._on_their_way.append(words)

        def accept(result: Any) -> None:
            self._on_their_way.remove(words)
            # Also what was refused before in their place: it would come back over them.
            self._waiting.pop(words.place, None)
            self._look_whether_all_is_kept()
            done(result)

        def refuse(error: WeekNotesError) -> None:
            self._on_their_way.remove(words)
            if any((new, words.place[1]) in self._waiting for new in _NEW):
                error = self.reason(error)
            if not _may_come_to_pass(error):
                self._forget(words)
                failed(_with_line(error, words.line))
                self.refused.emit(error)
                return
            if words not in self._waiting.values():
                self._waiting.pop(words.place, None)
                self._waiting[words.place] = words
            self._say(error)
            self._try_later()
            self.stayed.emit(None)

        self._writer.do(act, accept, refuse)

    def reason(self, error: WeekNotesError) -> WeekNotesError:
        """Why something failed: what waits for the disk cannot be found there."""
        waits = any(what in _NEW for what, _ in self._waiting)
        if waits and self._error is not None and isinstance(error, NotFoundError):
            return self._error
        return error

    def try_now(self) -> None:
        """Try again to keep what was refused, in the order in which it was typed."""
        self._stop()
        for words in list(self._waiting.values()):
            # One that is kept may have brought the others along.
            if self.wait(words) and words not in self._on_their_way:
                (words.send_again or self.again.emit)(words)

    def finish(self, done: Callable[[], None], failed: Callable[[WeekNotesError], None]) -> None:
        """Call ``done`` once nothing waits for the disk, or say why something still does."""
        if not self._waiting and not self._on_their_way:
            done()
            return

        def answered(_: object) -> None:
            if self._waiting and self._error is not None:
                failed(self._error)
            else:
                done()

        self.try_now()
        # What is on its way is answered before this.
        self._writer.do(lambda _: None, answered, failed)

    def _forget(self, words: Words) -> None:
        if self.wait(words):
            del self._waiting[words.place]
        self._look_whether_all_is_kept()

    def _look_whether_all_is_kept(self) -> None:
        if self._waiting:
            return
        self._stop()
        said, self._said = self._said, None
        if said is not None:
            self._notices.withdraw(said)
            self.kept.emit(None)

    def _say(self, error: WeekNotesError) -> None:
        """Once, and not again with each try."""
        self._error = error
        if self._said is None:
            going_on = "What you typed stands in its place, and saving it goes on by itself."
            self._said = Notice(error.problem, going_on, urgent=True)
            self._notices.show(self._said)

    def _try_later(self) -> None:
        self._stop()
        self._cancel = self._timers.after(TRY_AGAIN_AFTER, self.try_now)

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None


def new_goal(goal: Goal) -> Callable[[WeekGoals], WeekGoals]:
    """Lay a goal that is not on the disk at the end of its week."""

    def lay(shown: WeekGoals) -> WeekGoals:
        if goal.week == shown.week:
            return replace(shown, goals=(*shown.goals, goal))
        if goal.week == shown.next_week:
            return replace(shown, next_goals=(*shown.next_goals, goal))
        return shown

    return lay


def of_goal(goal_id: str, **words: Any) -> Callable[[WeekGoals], WeekGoals]:
    """Lay other words over a goal."""

    def changed(goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        return tuple(replace(goal, **words) if goal.id == goal_id else goal for goal in goals)

    return lambda shown: replace(
        shown, goals=changed(shown.goals), next_goals=changed(shown.next_goals)
    )


def of_week(week: Week, focus: str) -> Callable[[WeekGoals], WeekGoals]:
    """Lay another focus over a week."""
    return lambda shown: (
        replace(shown, plan=replace(shown.plan, focus=focus)) if shown.week == week else shown
    )


def _may_come_to_pass(error: WeekNotesError) -> bool:
    """Whether trying again may help, as where a disk is full."""
    return isinstance(error, LibraryError) and not isinstance(error, ChangedElsewhereError)


def _with_line(error: WeekNotesError, line: str) -> WeekNotesError:
    if not line:
        return error
    return WeekNotesError(error.problem, f"{error.remedy} You typed: “{line}”.".strip())
