"""Empties the trash after a start, of what has been due for days, and never without a back-up."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import BackUps, Clock, Jobs, LibraryFile, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.trash import COMPACT_DUE
from weeknotes_desktop.presenters.calendar import clock_is_off
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.use_cases.empty_trash import empty_trash, look_at_trash
from weeknotes_desktop.use_cases.newest_note import newest_note


class TrashEmptying:
    """Lets go for good what is due, and wipes what was forgotten while somebody read.

    Args:
        back_ups: Those of the folder that the settings name now.
        refuse: Hears where the library could not be changed.
    """

    def __init__(
        self,
        *,
        back_ups: Callable[[], BackUps],
        writer: LibraryWriter,
        jobs: Jobs,
        clock: Clock,
        refuse: Callable[[WeekNotesError], None],
    ) -> None:
        self._back_ups, self._writer, self._jobs = back_ups, writer, jobs
        self._clock, self._refuse = clock, refuse
        self.emptied: Hook[int] = Hook()
        """So many things are gone for good."""

    def begin(self) -> None:
        """The library is there and may be written."""
        self._writer.do(self._look, self._back_up_first, self._refuse)
        self._writer.do(
            lambda library: bool(library.remark(COMPACT_DUE)), self._wipe_if, self._refuse
        )

    def _look(self, library: NoteLibrary) -> tuple[str, ...]:
        now = self._clock()
        note = newest_note(library)
        if note is not None and clock_is_off(note, now):
            return ()
        return look_at_trash(library, now)

    def _back_up_first(self, due: tuple[str, ...]) -> None:
        if due:
            self._jobs.run(
                lambda: self._back_ups().make_if_changed(Reason.START),
                lambda _: self._empty(due),
                # Whoever makes the back-ups says so; the next start tries again.
                _nothing,
            )

    def _empty(self, due: tuple[str, ...]) -> None:
        now = self._clock()

        def gone(number: int) -> None:
            self.emptied.emit(number)
            self._wipe_if(bool(number))

        self._writer.do(lambda library: empty_trash(library, due, now), gone, self._refuse)

    def _wipe_if(self, due: bool) -> None:
        def compact(file: LibraryFile) -> None:
            file.compact()

        if due:
            # Where somebody reads just now, it is done when the library is closed.
            self._writer.do_with_file(compact, _nothing, _nothing)


def _nothing(_: object) -> None:
    """Nobody waits to hear of it."""
