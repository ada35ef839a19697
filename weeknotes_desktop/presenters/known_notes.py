"""Every note by what it is called, for those who have to know all of them, as links do."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.use_cases.list_notes import list_notes

QUICKLY_READ = 2_000
"""So many notes are read in a part of a second, and wanted sooner or later."""

Notes = tuple[NoteSummary, ...]


class KnownNotes:
    """Reads all notes at once where they are few, and else when somebody wants to know them.

    Args:
        number: How many there are.
        reading: The library, to be read away from the window.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        number: Callable[[], int],
        reading: Callable[[], AbstractContextManager[NoteLibrary]],
        writer: LibraryWriter,
        jobs: Jobs,
        pattern: Callable[[], LabelPattern],
        refuse: Callable[[WeekNotesError], None],
    ) -> None:
        self._number = number
        self._reading, self._writer, self._jobs = reading, writer, jobs
        self._pattern, self._refuse = pattern, refuse
        self._notes: Notes | None = None
        self._wanted = self._known = False
        self._round = 0
        # Those that were changed while all were being read.
        self._stale: set[Week] = set()
        self.learnt: Hook[None] = Hook()
        """There are others now, or some are called something else."""

    def notes(self) -> Notes | None:
        """Every note, newest week first, labels as printed; None while they are first read.

        The same value until one changes.
        """
        if not self._wanted:
            self._wanted = True
            self._read()
        return self._notes

    def changed(self, week: Week | None) -> None:
        """There may be others in a week, or anywhere."""
        if not self._wanted:
            if self._number() <= QUICKLY_READ:
                self.notes()
            return
        if week is None:
            self._read()
        elif self._known:
            self._read_week(week)
        else:
            self._stale.add(week)

    def _read(self) -> None:
        self._round += 1
        self._known = False
        now, pattern = self._round, self._pattern()

        def read() -> Notes:
            with self._reading() as library:
                return list_notes(library, pattern)

        def take(notes: Notes) -> None:
            if now == self._round:
                self._know(notes)

        self._jobs.run(read, take, self._give_up)

    def _know(self, notes: Notes) -> None:
        self._known, self._notes = True, notes
        stale, self._stale = self._stale, set()
        for week in stale:
            self._read_week(week)
        self.learnt.emit(None)

    def _read_week(self, week: Week) -> None:
        pattern = self._pattern()

        def take(notes: Notes) -> None:
            self._notes = with_week(self._notes or (), week, notes)
            self.learnt.emit(None)

        self._writer.do(lambda library: list_notes(library, pattern, week), take, self._refuse)

    def _give_up(self, error: WeekNotesError) -> None:
        # Whoever asks next tries again.
        self._wanted = False
        self._refuse(error)


def with_week(notes: Notes, week: Week, of_week: Notes) -> Notes:
    """``notes``, newest week first, with those of ``week`` replaced.

    A note that moved to ``week`` is taken out of the week it stood in.
    """
    moved = {note.id for note in of_week}
    others = [note for note in notes if note.week != week and note.id not in moved]
    place = next((at for at, note in enumerate(others) if note.week < week), len(others))
    return (*others[:place], *of_week, *others[place:])
