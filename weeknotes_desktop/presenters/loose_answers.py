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
from weeknotes_desktop.presenters.reasons import Reasons
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords, Words
from weeknotes_desktop.use_cases.answer_goal import take_answer_back
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.edit_goal import remove_goal, set_line, set_outcome
from weeknotes_desktop.use_cases.let_go import let_go


class LooseAnswers:
    """Gives a loose end the answer the writer chose, and takes it back.

    Args:
        kept: What is loose, and the way to the library.
        unsaved: What was typed beside the note and the disk refused.
        reasons: Those for letting go that are being typed.
    """

    def __init__(
        self,
        kept: KeptLines[Loose],
        notices: Notices,
        clock: Clock,
        unsaved: UnsavedWords,
        reasons: Reasons,
    ) -> None:
        self._kept, self._notices, self._clock = kept, notices, clock
        self._unsaved, self._reasons = unsaved, reasons
        self.changed: Hook[Week] = Hook()
        """The goals of a week have changed."""
        self.answered: Hook[str] = Hook()
        """This goal has its answer."""
        self.taken_back: Hook[str] = Hook()
        """A goal is loose again."""

    def report(self, goal_id: str, outcome: Outcome, line: str) -> None:
        """Say what became of a goal, with the line that stands in the window."""
        goal, place = self._goal(goal_id), ("outcome", goal_id)
        if goal is None:
            # The answer that was given elsewhere stands; what was typed is kept.
            if line:
                self.say(goal_id, line)
            return
        typed = line != (goal.line or "")
        if typed:
            self.say(goal_id, line)
        act = partial(set_outcome, goal_id=goal_id, outcome=outcome, now=self._clock())
        over = outcome in (Outcome.DONE, Outcome.DROPPED)
        then = partial(self._answered, goal, f"is {outcome.value}") if over else self._told
        # It waits for the disk only with words, and in a place of its own: they may be corrected.
        waits = typed or not self._unsaved.places.isdisjoint({place, ("line", goal_id)})
        self._do(act, then, place if waits else None, outcome=outcome)

    def say(self, goal_id: str, line: str) -> None:
        """Say in one line what happened to a goal, also where it was answered elsewhere since."""
        goal = self._goal(goal_id)
        if goal is None or line != (goal.line or ""):
            act = partial(set_line, goal_id=goal_id, line=line, now=self._clock())
            self._do(act, self._told, ("line", goal_id), line, line=line)

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
        if goal is None and not reason:
            return

        def gone(answered: Goal) -> None:
            self._reasons.forget(goal_id)
            if goal is None:
                self._told(answered)
            else:
                self._answered(goal, "is let go", answered)

        act = partial(let_go, goal_id=goal_id, now=self._clock(), reason=reason)
        self._do(act, gone, ("let_go", goal_id) if reason else None, reason, let_go=reason)

    def type_reason(self, goal_id: str, reason: str) -> None:
        """So much of the reason for letting a goal go is typed."""
        self._reasons.type(goal_id, reason)

    def reason(self, goal_id: str) -> str:
        """What was typed of the reason for letting a goal go."""
        return self._reasons.typed(goal_id)

    def _goal(self, goal_id: str) -> Goal | None:
        loose = self._kept.shown
        return None if loose is None else loose.goal(goal_id)

    def _do(
        self,
        act: Callable[[NoteLibrary], Any],
        then: Callable[[Any], None],
        place: tuple[str, str] | None = None,
        typed: str = "",
        /,
        **said: Any,
    ) -> None:
        """Change the library.

        Args:
            place: Where it waits if the disk refuses it, for what shall not be lost.
            typed: The words of it.
            said: What the goal shows meanwhile.
        """
        if place is None:
            self._kept.do(act, then)
            return
        lay = said_of(place[1], **said)
        words = Words(place, typed, act, lay, Loose, lambda again: self._kept.do(act, then, again))
        self._kept.do(act, then, words)

    def _told(self, goal: Goal) -> None:
        self.changed.emit(goal.week)

    def _answered(self, before: Goal, what: str, answered: Goal) -> None:
        self._say(f"“{before.text}” {what}.", partial(self._take_back, before, answered))
        self.answered.emit(before.id)
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
