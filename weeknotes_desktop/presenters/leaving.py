"""The quick ways out of the open note: to a file, and to the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from weeknotes_desktop.domain.audience import line_for
from weeknotes_desktop.domain.destination import Destination, silent
from weeknotes_desktop.domain.errors import LeakError, WeekNotesError
from weeknotes_desktop.domain.last_gate import LeakSearch
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, Jobs, LibraryWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.slug import page_name
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.letting_pass import LettingPass
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.leave import Leaving, make_ready, send


class LeavingPresenter:
    """Takes the open note out of the program, as the public may read it.

    Args:
        page: The way out into a file.
        clipboard: The way out to the clipboard.
        search: Looks through what is about to leave.
        show_file: Opens a file in the system's browser.
    """

    def __init__(
        self,
        keeping: Keeping,
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        page: Callable[[Path], Destination],
        clipboard: Callable[[], Destination],
        search: Callable[[], LeakSearch],
        settings: Callable[[], Settings],
        now: Clock,
        show_file: Callable[[Path], None],
    ) -> None:
        self._keeping = keeping
        self._writer = writer
        self._jobs = jobs
        self._notices = notices
        self._letting = LettingPass(writer, notices)
        self._page = page
        self._clipboard = clipboard
        self._search = search
        self._settings = settings
        self._now = now
        self._show_file = show_file

    def may_leave(self, note: Note) -> bool:
        """Whether the public may read the note at all; says so where it may not."""
        if Audience.PUBLIC.may_read(note.audience):
            return True
        self._notices.show(
            Notice(
                "This note is not for the public, so it is not exported.",
                "Its facts line says who may read it.",
            )
        )
        return False

    def export(self, path: Path) -> None:
        """Write one HTML page of the open note, once it is saved."""
        act = partial(self._show_file, path)
        said = Notice(f"Exported to {path}.", action="Open", act=act)
        self._let_out(lambda: self._page(path), said)

    def copy(self) -> None:
        """Put the open note on the clipboard, in every form that others may ask for."""
        note = self._keeping.current()
        if note is not None and self.may_leave(note):
            said = Notice("Copied as the public reads it, to be pasted anywhere.")
            self._let_out(self._clipboard, said)

    def _let_out(self, destination: Callable[[], Destination], said: Notice) -> None:
        self._keeping.finish(lambda: self._read(destination, said))

    def _read(self, destination: Callable[[], Destination], said: Notice) -> None:
        note = self._keeping.current()
        settings = self._settings()
        if note is None:
            return
        self._writer.do(
            lambda library: make_ready(library, settings, Audience.PUBLIC, self._now(), note),
            lambda leaving: self._send(leaving, destination, said),
            self._refuse,
        )

    def _send(self, leaving: Leaving, destination: Callable[[], Destination], said: Notice) -> None:
        def refused(error: WeekNotesError) -> None:
            if isinstance(error, LeakError):
                again = partial(self._let_out, destination, said)
                self._notices.show(stopped(error, self._letting, again, self._refuse))
            else:
                self._refuse(error)

        self._jobs.run(
            lambda: send(leaving, destination(), self._search(), silent),
            lambda sent: self._notices.show(replace(said, remedy=" ".join(sent.remarks))),
            refused,
        )

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def stopped(
    error: LeakError,
    letting: LettingPass,
    again: Callable[[], None],
    refuse: Callable[[WeekNotesError], None],
) -> Notice:
    """That something private was about to leave, and a button that lets it pass from now on.

    Only the sentence that the notice shows; the next one has a notice of its own.

    Args:
        again: Lets it leave once more, when the library knows.
    """
    return Notice(
        error.problem,
        error.remedy,
        urgent=True,
        action="This may be public",
        act=lambda: letting.allow(error.leaks[0], again, refuse),
    )


def file_name(note: Note, label: str, reader: Audience = Audience.PUBLIC) -> str:
    """What the exported page is called unless the writer says otherwise.

    Args:
        label: As it is typed; what ``reader`` may not read is not in the name.
    """
    return page_name(note.week, line_for(label, reader))
