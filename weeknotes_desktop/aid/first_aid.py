"""Stands by for failures nobody foresaw, and keeps the log; costs next to nothing until needed."""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from weeknotes_desktop.domain.ports import Clock, Timers
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    # Imported after the first paint, or never.
    from weeknotes_desktop.aid.crashes import Crashes
    from weeknotes_desktop.aid.journal import Journal


class FirstAid:
    """Hears of failures on whatever thread, and shows them on the window's.

    Args:
        crew: Who is there to be helped, once somebody is.
        post: Has a call made on the window's thread.
        log_file: Where to say what happened to the program; None for nowhere.
    """

    def __init__(
        self,
        crew: Callable[[], tuple[Views, Presenters]],
        timers: Timers,
        theme: Theme,
        clock: Clock,
        post: Callable[[Callable[[], None]], None],
        log_file: Path | None,
    ) -> None:
        self._crew = crew
        self._timers = timers
        self._theme = theme
        self._clock = clock
        self._post = post
        self._log_file = log_file
        self._journal: Journal | None = None
        self._faults: IO[bytes] | None = None
        self.crashes: Crashes | None = None
        """What shows failures, once there was one."""

    def happened(self, error: BaseException) -> None:
        """Something failed on the window's thread."""
        if self.crashes is None:
            from weeknotes_desktop.aid.crashes import Crashes

            views, presenters = self._crew()
            self.crashes = Crashes(
                views, presenters, self._timers, self._theme, self._clock, self._begun_log
            )
        self.crashes.happened(error)

    def stand_by(self) -> None:
        """Hear of what would end the program, too: what nobody caught, on any thread, or in C."""
        sys.excepthook = lambda _kind, error, _trace: self.happened(error)
        threading.excepthook = lambda hooked: (
            self._post(partial(self.happened, hooked.exc_value)) if hooked.exc_value else None
        )
        if self._log_file is not None:
            self._faults = _opened(self._log_file.with_name("weeknotes-faults.txt"))
        if self._faults is not None:
            faulthandler.enable(self._faults)

    def begin_log(self) -> None:
        """Say in the log that the program runs; called away from the window."""
        journal = self._begun_log()
        if journal is not None:
            from weeknotes_desktop import __version__

            journal.started(__version__)

    def opened(self, *, read_only: bool) -> None:
        """The library is open; from now on the log also has what Qt complains about."""
        if self._journal is not None:
            from weeknotes_desktop.ui.messages_of_qt import listen

            self._journal.opened(read_only=read_only)
            listen(self._journal.heard_from_qt)

    def close(self) -> None:
        """Everything is on the disk, and the program about to end."""
        if self._journal is not None:
            from weeknotes_desktop.ui.messages_of_qt import listen_no_more

            listen_no_more()
            self._journal.ended()
            self._journal.close()
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()

    def _begun_log(self) -> Journal | None:
        if self._journal is None and self._log_file is not None:
            from weeknotes_desktop.aid.journal import Journal

            self._journal = Journal(self._log_file)
        return self._journal


def _opened(file: Path) -> IO[bytes] | None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")
    except OSError:
        return None
