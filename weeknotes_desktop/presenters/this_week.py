"""The way to this week, whatever note is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notices, failure
from weeknotes_desktop.use_cases.week_goals import WeekGoals


class Desk(Protocol):
    """Where notes are opened."""

    def open(self, note_id: str) -> None:
        """Open a note."""

    def start(self, week: Week) -> None:
        """Start the note of a week."""


class ThisWeek:
    """Turns to this week's note, or starts it, and then goes on.

    Args:
        shown: The goals that are shown.
    """

    def __init__(
        self,
        *,
        editor: Desk,
        shown: Callable[[], WeekGoals | None],
        writer: LibraryWriter,
        clock: Clock,
        notices: Notices,
    ) -> None:
        self._editor, self._shown, self._writer = editor, shown, writer
        self._clock, self._notices = clock, notices
        self._wanted: tuple[Week, Callable[[], None]] | None = None

    def turn_to(self, then: Callable[[], None]) -> None:
        """Show this week's note and goals, then do what is to be done with them."""
        week = Week.of(self._clock().date())
        shown = self._shown()
        if shown is not None and shown.week == week:
            then()
            return
        self._wanted = (week, then)

        def open_or_start(notes: tuple[NoteSummary, ...]) -> None:
            if notes:
                self._editor.open(notes[0].id)
            else:
                self._editor.start(week)

        self._writer.do(lambda library: library.summaries(week), open_or_start, self._refuse)

    def goals_shown(self, goals: WeekGoals) -> None:
        """Other goals are shown; they may be those somebody waits for."""
        if self._wanted is not None and self._wanted[0] == goals.week:
            then = self._wanted[1]
            self._wanted = None
            then()

    def _refuse(self, error: WeekNotesError) -> None:
        self._wanted = None
        self._notices.show(failure(error))
