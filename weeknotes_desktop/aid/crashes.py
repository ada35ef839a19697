"""Puts together what shows a failure nobody foresaw; made when the first one happens."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from weeknotes_desktop import __version__
from weeknotes_desktop.aid.journal import Journal
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.ports import Clock, Timers
from weeknotes_desktop.presenters.crash import CrashPresenter, CrashState
from weeknotes_desktop.presenters.notices import Notice, failure
from weeknotes_desktop.storage.disk import write_whole
from weeknotes_desktop.ui.crash_window import CrashWindow
from weeknotes_desktop.ui.crew import Presenters, Views
from weeknotes_desktop.ui.theme import Theme


class Crashes:
    """Shows failures to the writer, and keeps their reports in the log.

    Args:
        journal: The log; None where none is kept, or not yet.
    """

    def __init__(
        self,
        views: Views,
        presenters: Presenters,
        timers: Timers,
        theme: Theme,
        clock: Clock,
        journal: Callable[[], Journal | None],
    ) -> None:
        self._views = views
        self._journal = journal
        self._clock = clock
        self._report = ""
        self._window = CrashWindow(theme, views.window)
        self.presenter = CrashPresenter(
            self._show,
            presenters.keeping,
            timers,
            self._log,
            lambda: _about(clock()),
            presenters.closing.rescue_wanted.emit,
        )
        self._window.rescue_chosen.connect(self.presenter.rescue)
        self._window.close_chosen.connect(views.window.close)
        self._window.report_place_chosen.connect(self._save_report)

    @property
    def window(self) -> CrashWindow:
        """What the writer sees."""
        return self._window

    def happened(self, error: BaseException) -> None:
        """Something failed that should not."""
        self.presenter.happened(error)

    def _show(self, state: CrashState) -> None:
        self._report = state.report
        self._window.draw(state)

    def _log(self, report: Sequence[str]) -> None:
        journal = self._journal()
        if journal is not None:
            journal.failed(report)
        if sys.stderr is not None:
            # Whoever started the program from a terminal sees it there, too.
            with suppress(OSError):
                print("\n".join(("weeknotes:", *report)), file=sys.stderr)  # noqa: T201

    def _save_report(self, path: Path) -> None:
        try:
            write_whole(path, f"{self._report}\n".encode())
        except OSError as error:
            reason = error.strerror or type(error).__name__
            refusal = LibraryError(f"{path.name} could not be written: {reason}.")
            self._views.notices.show(failure(refusal))
        else:
            self._views.notices.show(Notice(f"The report stands in {path.name}."))


def _about(now: datetime) -> str:
    return (
        f"WeekNotes {__version__}, Python {platform.python_version()}, {sys.platform}\n"
        f"{now:%Y-%m-%d %H:%M:%S}"
    )
