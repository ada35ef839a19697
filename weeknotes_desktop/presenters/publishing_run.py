"""Work that the dialog *Publish* has done away from the window, and that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from weeknotes_desktop.domain.errors import CancelledError, WeekNotesError
from weeknotes_desktop.domain.ports import Jobs, Timers
from weeknotes_desktop.presenters.publishing_state import Work
from weeknotes_desktop.use_cases.publish_to import Step

T = TypeVar("T")

_LOOK_EVERY = 0.1


class Watched:
    """A ``Course`` that the window may look at and stop, from its own thread."""

    def __init__(self) -> None:
        self.work = Work(Step.READING)
        """How far it has come."""
        self._stopped = False

    def begin(self, step: Step) -> None:
        """This is done from now on.

        Raises:
            CancelledError: If the writer wants no more of it.
        """
        self(0, 0)
        self.work = Work(step)

    def __call__(self, done: int, of: int) -> None:
        """So much of it is done.

        Raises:
            CancelledError: If the writer wants no more of it.
        """
        if self._stopped:
            raise CancelledError("Stopped; all is as it was.")
        if of:
            self.work = Work(self.work.step, done, of)

    def stop(self) -> None:
        """Ask it to end; it does so where all is as it was."""
        self._stopped = True


class Run:
    """Does one thing at a time; what was asked for last is what counts.

    Args:
        moved: Hears how far it has come, a few times each second.
    """

    def __init__(self, jobs: Jobs, timers: Timers, moved: Callable[[Work], None]) -> None:
        self._jobs, self._timers, self._moved = jobs, timers, moved
        self._watched: Watched | None = None

    @property
    def running(self) -> bool:
        """Whether something is being done."""
        return self._watched is not None

    def start(
        self,
        work: Callable[[Watched], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        """Do this, in place of what is being done; of that nobody hears any more."""
        self.stop()
        watched = self._watched = Watched()

        def finished(result: T) -> None:
            if self._end(watched):
                done(result)

        def refused(error: WeekNotesError) -> None:
            if self._end(watched):
                failed(error)

        self._jobs.run(lambda: work(watched), finished, refused)
        self._look(watched)

    def ask_to_stop(self) -> None:
        """Have it end; what came of it is still heard."""
        if self._watched is not None:
            self._watched.stop()

    def stop(self) -> None:
        """Have it end, and hear no more of it."""
        self.ask_to_stop()
        self._watched = None

    def _look(self, watched: Watched) -> None:
        if self._watched is watched:
            self._moved(watched.work)
            self._timers.after(_LOOK_EVERY, lambda: self._look(watched))

    def _end(self, watched: Watched) -> bool:
        ours = self._watched is watched
        if ours:
            self._watched = None
        return ours
