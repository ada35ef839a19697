"""Exporting a note to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter, PageWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.slug import page_name
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.view_note import view_note


class LeavingPresenter:
    """Takes the open note out of the program, as the public may read it.

    Args:
        pages: Makes the writer of pages, with the settings of now.
        show_file: Opens a file in the system's browser.
    """

    def __init__(
        self,
        keeping: Keeping,
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
        pages: Callable[[Settings], PageWriter],
        settings: Callable[[], Settings],
        show_file: Callable[[Path], None],
    ) -> None:
        self._keeping = keeping
        self._writer = writer
        self._jobs = jobs
        self._notices = notices
        self._pages = pages
        self._settings = settings
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
        self._keeping.finish(lambda: self._export(path))

    def _export(self, path: Path) -> None:
        note = self._keeping.current()
        settings = self._settings()
        if note is None:
            return
        self._writer.do(
            lambda library: view_note(library, note, Audience.PUBLIC, settings),
            lambda view: self._write(view, path, settings),
            self._refuse,
        )

    def _write(self, view: NoteView, path: Path, settings: Settings) -> None:
        pages = self._pages(settings)
        self._jobs.run(lambda: pages.write(view, path), lambda _: self._done(path), self._refuse)

    def _done(self, path: Path) -> None:
        self._notices.show(
            Notice(f"Exported to {path}.", action="Open", act=lambda: self._show_file(path))
        )

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def file_name(note: Note, label: str) -> str:
    """What the exported page is called unless the writer says otherwise."""
    return page_name(note.week, label)
