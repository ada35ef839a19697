"""Time passing while the window is open: a new week, goals that count now, or a clock far off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, LibraryWriter, Timers
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.use_cases.commit_goals import commit_goals
from weeknotes_desktop.use_cases.newest_note import newest_note

LOOK_EVERY = 30.0
FAR_OFF = timedelta(days=35)
"""Text is seldom saved this long after today, unless today is wrong."""
A_YEAR = 53


class WeekNotes(Protocol):
    """Knows which weeks have a note."""

    def has_note(self, week: Week) -> bool:
        """Whether the archive lists one for ``week``."""


class CalendarPresenter:
    """Says when a new week has begun, once, and when the clock cannot be right.

    The open text stays in its week whatever the clock does.

    Args:
        start: Starts the note of a week.
    """

    def __init__(
        self,
        *,
        weeks: WeekNotes,
        start: Callable[[Week], None],
        writer: LibraryWriter,
        timers: Timers,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._weeks, self._start = weeks, start
        self._writer, self._timers, self._notices = writer, timers, notices
        self._clock = clock
        self._week = self._told = Week.of(clock().date())
        self._day = clock().date()
        self._hour: datetime | None = None
        self.turned: Hook[Week] = Hook()
        """Another week is this week now."""
        self.day_turned: Hook[date] = Hook()
        """Another day is today now."""
        self.committed: Hook[tuple[Week, ...]] = Hook()
        """The goals of these weeks count from now on."""

    def begin(self) -> None:
        """The library is there and may be written."""
        self._commit()
        self._wait()

    def look(self) -> None:
        """Look at the clock now."""
        self._commit()
        today = self._clock().date()
        if today != self._day:
            self._day = today
            self.day_turned.emit(today)
        week = Week.of(today)
        if week == self._week:
            return
        self._week = week
        self.turned.emit(week)
        # A clock that went back and forth tells of no week twice.
        if week > self._told:
            self._told = week
            self._hint(week)

    def doubt_the_clock(self) -> None:
        """Say so where the newest note cannot be as old as the clock makes it."""

        def look(note: Note | None) -> None:
            sentence = clock_is_off(note, self._clock()) if note else ""
            if sentence:
                # Not urgent: what was done to a damaged library is read first.
                self._notices.show(Notice(sentence, "Weeks may be labelled wrong.", lasting=True))

        self._writer.do(newest_note, look, self._ignore)

    def _commit(self) -> None:
        """Once an hour: the limit is a noon."""
        now = self._clock()
        hour = now.replace(minute=0, second=0, microsecond=0)
        if hour != self._hour:
            self._hour = hour
            self._writer.do(
                lambda library: commit_goals(library, now), self._say_committed, self._ignore
            )

    def _say_committed(self, weeks: tuple[Week, ...]) -> None:
        if weeks:
            self.committed.emit(weeks)

    def _hint(self, week: Week) -> None:
        if not self._weeks.has_note(week):
            self._notices.show(
                Notice(
                    f"It is week {week.number} now.",
                    action="Start its note",
                    act=lambda: self._start(week),
                )
            )

    def _wait(self) -> None:
        self._timers.after(LOOK_EVERY, self._look_again)

    def _look_again(self) -> None:
        self._wait()
        self.look()

    def _ignore(self, error: WeekNotesError) -> None:
        """Whoever reads the archive says what is wrong with the library."""


def clock_is_off(newest: Note, now: datetime) -> str:
    """What is wrong with the clock, judged by the newest note; empty where nothing is."""
    today = now.date()
    saved_at = newest.saved_at
    if saved_at is not None and saved_at - now > FAR_OFF:
        day = saved_at.astimezone().date()
        when = str(day.year) if day.year != today.year else day.isoformat()
    elif newest.week > Week.of(today).plus(A_YEAR):
        when = str(newest.week.year)
    else:
        return ""
    return f"Your computer’s date is {today.isoformat()}; your newest note is of {when}."
