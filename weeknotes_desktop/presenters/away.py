"""Weeks away: the writer says that they are not there, and why, and that they are back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords, Words
from weeknotes_desktop.use_cases.mark_away import be_back, mark_away
from weeknotes_desktop.use_cases.week_goals import WeekGoals


class AwayPresenter:
    """Marks weeks; a notice offers the way back.

    Args:
        shown: The goals as the library has acknowledged them.
        unsaved: Where a reason waits that the disk refused.
        read_only: Why nothing can be changed, where that is so.
    """

    def __init__(
        self,
        *,
        shown: Callable[[], WeekGoals | None],
        unsaved: UnsavedWords,
        writer: LibraryWriter,
        notices: Notices,
        read_only: WeekNotesError | None = None,
    ) -> None:
        self._shown, self._unsaved = shown, unsaved
        self._writer, self._notices, self._read_only = writer, notices, read_only
        self.changed: Hook[Week] = Hook()
        """The writer is away in that week, or there again."""

    def mark(self, week: Week, reason: str) -> None:
        """Be away in that week."""
        before = self._before(week)
        self._mark(week, reason, lambda: self._say_away(week, before))

    def back(self, week: Week) -> None:
        """Be there after all."""
        before = self._before(week)
        self._back(week, lambda: self._say_back(week, before))

    def _before(self, week: Week) -> str | None:
        shown = self._shown()
        return shown.plan.away if shown is not None and shown.week == week else None

    def _mark(self, week: Week, reason: str, then: Callable[[], None]) -> None:
        if self._read_only is not None:
            self._refuse(self._read_only)
            return
        words = Words(
            ("away", str(week)),
            reason,
            partial(mark_away, week=week, reason=reason),
            partial(_laid_over, week=week, reason=reason),
            send_again=lambda words: self._send(week, words, then),
        )
        self._send(week, words, then)

    def _send(self, week: Week, words: Words, then: Callable[[], None]) -> None:
        def accept(_: object) -> None:
            self.changed.emit(week)
            then()

        self._unsaved.send(words, words.act, accept, self._refuse)

    def _back(self, week: Week, then: Callable[[], None]) -> None:
        if self._read_only is not None:
            self._refuse(self._read_only)
            return
        self._unsaved.drop(("away", str(week)))

        def accept(_: object) -> None:
            self.changed.emit(week)
            then()

        self._writer.do(lambda library: be_back(library, week), accept, self._refuse)

    def _say_away(self, week: Week, before: str | None) -> None:
        # The reason is for the panel: a notice is read over the shoulder.
        self._notices.show(
            Notice(
                f"You are away in week {week.number}; its goals are held.",
                action="Undo",
                act=lambda: self._put_back(week, before),
            )
        )

    def _say_back(self, week: Week, before: str | None) -> None:
        self._notices.show(
            Notice(
                f"Week {week.number} is a week like any other again.",
                action="Undo",
                act=lambda: self._put_back(week, before),
            )
        )

    def _put_back(self, week: Week, before: str | None) -> None:
        if before is None:
            self._back(week, lambda: None)
        else:
            self._mark(week, before, lambda: None)

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def _laid_over(shown: WeekGoals, week: Week, reason: str) -> WeekGoals:
    if shown.week != week:
        return shown
    return replace(shown, plan=replace(shown.plan, away=reason))
