"""Putting a note into the trash, and taking it back at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Clock, LibraryWriter
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notice, Notices, failure
from weeknotes_desktop.use_cases.trash_note import trash_note


class Desk(Protocol):
    """Where notes are opened."""

    def open(self, note_id: str) -> None:
        """Open a note."""

    def show_empty(self, week: Week) -> None:
        """Show that no note is open, and offer to start that of ``week``."""


class RemovalPresenter:
    """Puts notes into the trash; the notice offers them back.

    Args:
        beside: The note so many rows below a given one in the archive.
    """

    def __init__(
        self,
        *,
        keeping: Keeping,
        desk: Desk,
        beside: Callable[[str, int], str | None],
        writer: LibraryWriter,
        notices: Notices,
        clock: Clock,
    ) -> None:
        self._keeping, self._desk, self._beside = keeping, desk, beside
        self._writer, self._notices, self._clock = writer, notices, clock
        self.changed: Hook[Note] = Hook()
        """A note went into the trash or came out of it."""

    def remove_open(self) -> None:
        """Put the open note into the trash."""
        note = self._keeping.current()
        if note is not None:
            self.remove(note.id)

    def remove(self, note_id: str) -> None:
        """Put a note into the trash, once what stands in the editor is on disk."""
        if not self._is_open(note_id):
            self._remove(note_id)
        elif self._keeping.failing:
            self._notices.show(
                Notice(
                    "This note could not be saved yet, so it stays.",
                    "It is saved by itself as soon as that is possible.",
                    urgent=True,
                )
            )
        else:
            self._keeping.finish(lambda: self._remove(note_id))

    def _remove(self, note_id: str) -> None:
        now = self._clock()
        self._writer.do(
            lambda library: trash_note(library, note_id, now), self._removed, self._refuse
        )

    def _removed(self, note: Note) -> None:
        # What was typed while it went is not removed: it is kept as a note of its own.
        if self._is_open(note.id) and self._keeping.safe:
            self._open_another(note)
        self.changed.emit(note)
        name = f"“{note.title}”" if note.title else "The note"
        self._notices.show(
            Notice(
                f"{name} is in the trash, for 90 days.",
                action="Undo",
                act=lambda: self._bring_back(note),
            )
        )

    def _open_another(self, gone: Note) -> None:
        another = self._beside(gone.id, 1) or self._beside(gone.id, -1)
        # Nothing of the one that is gone may be saved any more.
        self._desk.show_empty(gone.week)
        if another is not None:
            self._desk.open(another)

    def _bring_back(self, note: Note) -> None:
        now = self._clock()

        def back(_: object) -> None:
            self.changed.emit(note)
            self._desk.open(note.id)

        self._writer.do(lambda library: library.bring_back(note.id, now), back, self._refuse)

    def _is_open(self, note_id: str) -> bool:
        note = self._keeping.current()
        return note is not None and note.id == note_id

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))
