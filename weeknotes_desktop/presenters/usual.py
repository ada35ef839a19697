"""How long the writer's notes usually are, kept in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.usual_length import Band, usual_length
from weeknotes_desktop.presenters.hook import Hook

if TYPE_CHECKING:
    from weeknotes_desktop.domain.shelves import NoteLibrary


class UsualLength:
    """Reads how long the published notes are."""

    def __init__(self, writer: LibraryWriter) -> None:
        self._writer = writer
        self.band: Band | None = None
        """The usual length; None while nobody can tell."""
        self.learnt: Hook[None] = Hook()
        """It is another one now."""

    def look(self) -> None:
        """Read it again."""

        def read(library: NoteLibrary) -> Band | None:
            return usual_length(library.words_published())

        self._writer.do(read, self._know, self._ignore)

    def _know(self, band: Band | None) -> None:
        if band != self.band:
            self.band = band
            self.learnt.emit(None)

    def _ignore(self, error: WeekNotesError) -> None:
        """Whoever reads the archive says what is wrong with the library."""
