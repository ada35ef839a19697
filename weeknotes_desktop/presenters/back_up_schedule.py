"""When back-ups are made by themselves, and what the status bar says of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import BackUps, Clock, Jobs, Timers
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices
from weeknotes_desktop.presenters.status import BackedUp

AFTER_START = 5.0
"""Seconds after everything is there; until then the start has the disk to itself."""
EVERY = 30 * 60.0
"""Seconds between two looks whether something changed."""


class BackUpSchedule:
    """Makes a back-up soon after the start and every half hour, where something changed.

    Args:
        back_ups: Those of the folder that the settings name now.
        say: Tells the status bar.
    """

    def __init__(
        self,
        back_ups: Callable[[], BackUps],
        jobs: Jobs,
        timers: Timers,
        notices: Notices,
        clock: Clock,
        say: Callable[[BackedUp], None],
    ) -> None:
        self._back_ups = back_ups
        self._jobs = jobs
        self._timers = timers
        self._notices = notices
        self._clock = clock
        self._say = say
        self._problem = ""
        self.made: Hook[BackUp] = Hook()
        """There is one back-up more than a moment ago."""

    def begin(self) -> None:
        """Make back-ups from now on."""
        self.look()
        self._timers.after(AFTER_START, lambda: self._turn(Reason.START))

    def look(self) -> None:
        """Say again when the newest back-up was made; others may have made or removed some."""
        self._jobs.run(self._newest, self._looked, self._could_not_look)

    def succeeded(self) -> None:
        """A back-up was made by somebody else, so what was in the way is gone."""
        self._problem = ""
        self.look()

    def _turn(self, reason: Reason) -> None:
        self._timers.after(EVERY, lambda: self._turn(Reason.CHANGES))
        self._jobs.run(lambda: self._make(reason), self._accept, self._refuse)

    def _make(self, reason: Reason) -> tuple[BackUp | None, datetime | None]:
        made = self._back_ups().make_if_changed(reason)
        return made, made.made_at if made is not None else self._newest()

    def _newest(self) -> datetime | None:
        return max((one.made_at for one in self._back_ups().all()), default=None)

    def _accept(self, result: tuple[BackUp | None, datetime | None]) -> None:
        made, newest = result
        self._problem = ""
        self._looked(newest)
        if made is not None:
            self.made.emit(made)

    def _refuse(self, error: WeekNotesError) -> None:
        # Said once, not every half hour; the status bar goes on saying it.
        if not self._problem:
            self._notices.show(Notice(f"No back-up was made. {error.problem}", error.remedy))
        self._problem = error.problem
        self.look()

    def _looked(self, newest: datetime | None) -> None:
        at = newest.astimezone() if newest is not None else None
        self._say(BackedUp(at=at, today=self._clock().date(), problem=self._problem))

    def _could_not_look(self, error: WeekNotesError) -> None:
        self._problem = self._problem or error.problem
        self._looked(None)
