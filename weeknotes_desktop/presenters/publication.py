"""The way of a note from the library to its readers, as the dialog *Publish* watches it."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.errors import (
    CancelledError,
    ChangedElsewhereError,
    LeakError,
    WeekNotesError,
)
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter, Timers
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.letting_pass import LettingPass
from weeknotes_desktop.presenters.publishing_run import Run
from weeknotes_desktop.presenters.publishing_state import Work
from weeknotes_desktop.presenters.publishing_ways import Way, WaysToPublish
from weeknotes_desktop.use_cases.publish_to import Made, Order, Out, publish_to


class Publication:
    """Publishes away from the window; remembers what went wrong until something else is tried.

    Args:
        changed: Called when there is something new to show.
    """

    def __init__(
        self,
        ways: WaysToPublish,
        writer: LibraryWriter,
        jobs: Jobs,
        timers: Timers,
        letting: LettingPass,
        changed: Callable[[], None],
    ) -> None:
        self._ways, self._writer, self._changed = ways, writer, changed
        self._letting = letting
        self._run = Run(jobs, timers, self._moved)
        self._asked_to_stop = False
        self.work: Work | None = None
        """How far it has come; None while nothing is being done."""
        self.leak: LeakError | None = None
        """What was about to leave and must not."""
        self.trouble = ""
        """Why it could not be published."""
        self.out: Hook[tuple[Out, Way]] = Hook()
        """The note is published and has left."""
        self.stale: Hook[None] = Hook()
        """Somebody else has changed the note, which is open as it was."""

    @property
    def running(self) -> bool:
        """Whether something is being done."""
        return self._run.running

    @property
    def stopping(self) -> bool:
        """Whether the writer wants no more of it; it may still be done before it can end."""
        return self.running and self._asked_to_stop

    def begin(self, order: Order, way: Way, made: Made | None) -> None:
        """Publish it.

        Args:
            made: What was made of it before, for the same way.
        """
        self.forget()
        self._asked_to_stop = False
        ways, lend = self._ways, self._writer.lend
        self._run.start(
            lambda watched: publish_to(
                lend, order, ways.destination(way), ways.search(), watched, made
            ),
            lambda out: self._done(out, way),
            self._failed,
        )

    def forget(self) -> None:
        """Something else is tried now."""
        self.leak, self.trouble = None, ""

    def ask_to_stop(self) -> None:
        """Stop it where all is as it was; if everything has left already, it has."""
        self._asked_to_stop = True
        self._run.ask_to_stop()
        self._changed()

    def allow(self, leak_id: str) -> None:
        """Let this sentence be read by others, now and later."""
        leaks = self.leak.leaks if self.leak is not None else ()
        for leak in leaks:
            if leak.id == leak_id:
                self._letting.allow(leak, lambda: self._allowed(leak_id), self._failed)

    def _allowed(self, leak_id: str) -> None:
        error = self.leak
        if error is not None:
            left = [leak for leak in error.leaks if leak.id != leak_id]
            self.leak = LeakError(error.problem, error.remedy, left) if left else None
        self._changed()

    def _moved(self, work: Work) -> None:
        self.work = work
        self._changed()

    def _done(self, out: Out, way: Way) -> None:
        self.work = None
        self.out.emit((out, way))

    def _failed(self, error: WeekNotesError) -> None:
        self.work = None
        if isinstance(error, LeakError):
            self.leak = error
        elif isinstance(error, CancelledError):
            self.trouble = error.problem
        else:
            self.trouble = f"{error.problem} {error.remedy}".strip()
        self._changed()
        if isinstance(error, ChangedElsewhereError):
            self.stale.emit(None)
