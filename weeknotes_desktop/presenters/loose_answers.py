"""The three ways out of a loose end: say what became of it, carry it over, let it go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.kept_lines import KeptLines
from weeknotes_desktop.presenters.loose_ends_state import Loose, said_of
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.presenters.unsaved_words import Words
from weeknotes_desktop.use_cases.answer_goal import report_goal, take_answer_back
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.edit_goal import remove_goal, set_line
from weeknotes_desktop.use_cases.let_go import let_go


class LooseAnswers:
    """Gives a loose end the answer the writer chose, and takes it back.

    Args:
        kept: What is loose, and the way to the library.
    """

    def __init__(self, kept: KeptLines[Loose], notices: Notices, clock: Clock) -> None:
        self._kept, self._notices, self._clock = kept, notices, clock
        self.changed: Hook[Week] = Hook()
        """The goals of a week have changed."""
        self.taken_back: Hook[str] = Hook()
        """A goal is loose again."""

    def report(self, goal_id: str, outcome: Outcome, line: str) -> None:
        """Say what became of a goal, with the line that stands in the window."""
        goal = self._goal(goal_id)
        if goal is None:
            return
        typed = line if line != (goal.line or "") else None
        act = partial(report_goal, goal_id=goal_id, outcome=outcome, line=typed, now=self._clock())
        over = outcome in (Outcome.DONE, Outcome.DROPPED)
        then = partial(self._answered, goal, f"is {outcome.value}") if over else self._told(goal)
        self._do(act, then, None if typed is None else ("line", goal_id), line=line)

    def say(self, goal_id: str, line: str) -> None:
        """Say in one line what happened to a goal, or what got in the way."""
        goal = self._goal(goal_id)
        if goal is not None and line != (goal.line or ""):
            act = partial(set_line, goal_id=goal_id, line=line, now=self._clock())
            self._do(act, self._told(goal), ("line", goal_id), line=line)

    def carry(self, goal_id: str, to: Week) -> None:
        """Carry a goal over to a later week."""
        goal, now = self._goal(goal_id), self._clock()
        if goal is None:
            return

        def carried(new: Goal) -> None:
            where = "this week" if to == Week.of(now.date()) else f"week {new.week.number}"
            undo = partial(self._bring_back, goal, new)
            self._say(f"“{goal.text}” is carried over to {where}.", undo)
            self.changed.emit(new.week)

        self._do(partial(carry_over, goal_id=goal_id, now=now, to=to), carried)

    def let_go(self, goal_id: str, reason: str) -> None:
        """Let a goal go; the reason stays with the writer and may be empty."""
        goal = self._goal(goal_id)
        if goal is not None:
            act = partial(let_go, goal_id=goal_id, now=self._clock(), reason=reason)
            place = ("let_go", goal_id) if reason else None
            self._do(act, partial(self._answered, goal, "is let go"), place, let_go=reason)

    def _goal(self, goal_id: str) -> Goal | None:
        loose = self._kept.shown
        return None if loose is None else loose.goal(goal_id)

    def _do(
        self,
        act: Callable[[NoteLibrary], Any],
        then: Callable[[Any], None],
        place: tuple[str, str] | None = None,
        **typed: str,
    ) -> None:
        """Change the library.

        Args:
            place: Whose words are typed, where there are some.
        """
        if place is None:
            self._kept.do(act, then)
            return
        (line,) = typed.values()
        lay = said_of(place[1], **typed)
        words = Words(place, line, act, lay, Loose, lambda again: self._kept.do(act, then, again))
        self._kept.do(act, then, words)

    def _told(self, goal: Goal) -> Callable[[Any], None]:
        return lambda _: self.changed.emit(goal.week)

    def _answered(self, before: Goal, what: str, answered: Goal) -> None:
        self._say(f"“{before.text}” {what}.", partial(self._take_back, before, answered))
        self.changed.emit(before.week)

    def _say(self, sentence: str, undo: Callable[[], None]) -> None:
        self._notices.show(Notice(sentence, action="Undo", act=undo))

    def _take_back(self, before: Goal, answered: Goal) -> None:
        act = partial(take_answer_back, before=before, answered=answered, now=self._clock())
        self._loosen(before, act, before.week)

    def _bring_back(self, before: Goal, new: Goal) -> None:
        self._loosen(before, partial(remove_goal, goal_id=new.id, now=self._clock()), new.week)

    def _loosen(self, goal: Goal, act: Callable[[NoteLibrary], Any], week: Week) -> None:
        def loose(_: object) -> None:
            self.taken_back.emit(goal.id)
            self.changed.emit(week)

        self._kept.do(act, loose)
