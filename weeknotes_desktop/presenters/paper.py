"""Printing the open note, and saving it as PDF: the page that the public sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from weeknotes_desktop.domain.destination import Destination, silent
from weeknotes_desktop.domain.errors import LeakError, PublishError, WeekNotesError
from weeknotes_desktop.domain.last_gate import LeakSearch
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, Jobs, LibraryWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.leaving import stopped
from weeknotes_desktop.presenters.letting_pass import LettingPass
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.leave import Leaving, make_ready, pack

Then = Callable[[bool], None]

_PAGE = Path("note.html")


class Press(Protocol):
    """Puts a page on paper, or into a file that looks like paper."""

    def save(self, page: str, path: Path, then: Then) -> None:
        """Write ``page`` as PDF; says whether it could be done."""

    def print(self, page: str, then: Then) -> None:
        """Ask which printer, and print; says whether that was done or not wanted."""


class PaperPresenter:
    """Takes the open note to the press, once it is saved.

    Args:
        page: The way out into a file; nothing is written there.
        search: Looks through what is about to leave.
        may_leave: Whether the public may read a note at all; says so where it may not.
        show_file: Opens a file in the system's own program for it.
    """

    def __init__(
        self,
        *,
        keeping: Keeping,
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        press: Press,
        page: Callable[[Path], Destination],
        search: Callable[[], LeakSearch],
        settings: Callable[[], Settings],
        now: Clock,
        may_leave: Callable[[Note], bool],
        show_file: Callable[[Path], None],
    ) -> None:
        self._keeping, self._writer, self._jobs = keeping, writer, jobs
        self._notices, self._press = notices, press
        self._letting = LettingPass(writer, notices)
        self._page, self._search = page, search
        self._settings, self._now = settings, now
        self._may_leave, self._show_file = may_leave, show_file

    def save(self, path: Path) -> None:
        """Save the open note as PDF."""
        # What the file is called leaves with it, so it is looked through too.
        named = path.with_suffix(_PAGE.suffix)
        self._to_press(
            lambda page: self._press.save(page, path, lambda ok: self._saved(path, ok)), named
        )

    def print(self) -> None:
        """Print the open note."""
        self._to_press(lambda page: self._press.print(page, self._printed))

    def _to_press(self, go: Callable[[str], None], named: Path = _PAGE) -> None:
        self._keeping.finish(lambda: self._look(go, named))

    def _look(self, go: Callable[[str], None], named: Path) -> None:
        note = self._keeping.current()
        settings = self._settings()
        if note is None or not self._may_leave(note):
            return
        self._writer.do(
            lambda library: make_ready(library, settings, Audience.PUBLIC, self._now(), note),
            lambda leaving: self._make(leaving, go, named),
            self._refuse,
        )

    def _make(self, leaving: Leaving, go: Callable[[str], None], named: Path) -> None:
        def made() -> str:
            parcel = pack(leaving, self._page(named), self._search(), silent)
            (page,) = parcel.files.values()
            return page.decode()

        def refused(error: WeekNotesError) -> None:
            if isinstance(error, LeakError):
                again = partial(self._to_press, go, named)
                self._notices.show(stopped(error, self._letting, again, self._refuse))
            else:
                self._refuse(error)

        self._jobs.run(made, go, refused)

    def _saved(self, path: Path, ok: bool) -> None:
        if ok:
            self._notices.show(
                Notice(f"Saved as {path}.", action="Open", act=lambda: self._show_file(path))
            )
        else:
            self._refuse(PublishError(f"{path} could not be written.", "Choose another folder."))

    def _printed(self, ok: bool) -> None:
        if not ok:
            self._refuse(PublishError("The printer took nothing.", "Save as PDF, and print that."))

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))
