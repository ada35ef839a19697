"""Finds out what publishing would change, before the writer says so."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Jobs, Timers
from weeknotes_desktop.presenters.publishing_run import Run, Watched
from weeknotes_desktop.presenters.publishing_ways import Way, WaysToPublish
from weeknotes_desktop.use_cases.publish_to import Lend, Made, Order, make

_AFTER = 0.3
"""Seconds without another choice before it is looked for."""


class Foresight:
    """Makes what would leave, and counts what of it is new; what was asked last is what counts.

    Args:
        changed: Called when there is something new to say.
    """

    def __init__(
        self,
        ways: WaysToPublish,
        lend: Lend,
        jobs: Jobs,
        timers: Timers,
        changed: Callable[[], None],
    ) -> None:
        self._ways, self._lend, self._timers = ways, lend, timers
        self._changed = changed
        self._run = Run(jobs, timers, lambda _: None)
        self._cancel: Callable[[], None] | None = None
        self._way: Way | None = None
        self._made: Made | None = None
        self.changes: int | None = None
        """How many pages or files will change; None where nobody knows."""
        self.problem = ""
        """Why nothing can go there."""
        self.counting = False
        """Whether it is being found out."""

    def look(self, order: Order, way: Way) -> None:
        """Find it out for this, once the writer has made no other choice for a moment."""
        self.stop()
        self.counting = True
        self._cancel = self._timers.after(_AFTER, lambda: self._begin(order, way))

    def stop(self) -> None:
        """Find nothing out any more, and know nothing."""
        if self._cancel is not None:
            self._cancel()
        self._cancel = None
        self._run.stop()
        self.changes, self.problem, self.counting = None, "", False

    def made_for(self, way: Way) -> Made | None:
        """What was made for this way, as long as it was; it may be out of date."""
        return self._made if way == self._way else None

    def forget(self) -> None:
        """Let go of what was made."""
        self.stop()
        self._way = self._made = None

    def _begin(self, order: Order, way: Way) -> None:
        self._cancel = None
        known = self.made_for(way)

        def work(watched: Watched) -> tuple[Made, int]:
            made = make(self._lend, order, self._ways.destination(way), watched, known)
            return made, self._ways.changes(way, made.parcel)

        def found(result: tuple[Made, int]) -> None:
            (self._made, self.changes), self._way = result, way
            self.counting = False
            self._changed()

        def refused(error: WeekNotesError) -> None:
            self.problem, self.counting = error.problem, False
            self._changed()

        self._run.start(work, found, refused)
