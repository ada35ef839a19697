"""Lets pictures go that nothing has named for long, once nobody is waiting for anything."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.ports import (
    BackUps,
    Clock,
    Jobs,
    LibraryWriter,
    Timers,
)
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.calendar import clock_is_off
from weeknotes_desktop.use_cases.clear_pictures import clear_pictures, note_unnamed
from weeknotes_desktop.use_cases.newest_note import newest_note

LOOK_AFTER = 120.0
"""Seconds after the library is there."""


class PictureClearing:
    """Looks once a run, and never removes anything without a back-up.

    The file is written anew when the library is closed: nothing of it is secret.

    Args:
        reading: Opens the library beside the writer, who need not wait for the look.
        back_ups: Those of the folder that the settings name now.
    """

    def __init__(
        self,
        *,
        reading: Callable[[], AbstractContextManager[NoteLibrary]],
        back_ups: Callable[[], BackUps],
        writer: LibraryWriter,
        jobs: Jobs,
        timers: Timers,
        clock: Clock,
    ) -> None:
        self._reading, self._back_ups = reading, back_ups
        self._writer, self._jobs, self._timers = writer, jobs, timers
        self._clock = clock

    def begin(self) -> None:
        """The library is there and may be written."""
        self._timers.after(LOOK_AFTER, self._look)

    def _look(self) -> None:
        # Whatever fails here is tried again at the next start, and nobody waits for it.
        self._jobs.run(self._unnamed, self._note, _nothing)

    def _unnamed(self) -> tuple[str, ...]:
        with self._reading() as library:
            return library.unnamed_pictures()

    def _note(self, unnamed: tuple[str, ...]) -> None:
        now = self._clock()

        def note(library: NoteLibrary) -> tuple[str, ...]:
            newest = newest_note(library)
            if newest is not None and clock_is_off(newest, now):
                return ()
            return note_unnamed(library, unnamed, now)

        self._writer.do(note, self._back_up_first, _nothing)

    def _back_up_first(self, due: tuple[str, ...]) -> None:
        if due:
            self._jobs.run(
                lambda: self._back_ups().make_if_changed(Reason.CHANGES),
                lambda _: self._writer.do(
                    lambda library: clear_pictures(library, due), _nothing, _nothing
                ),
                _nothing,
            )


def _nothing(_: object) -> None:
    """Nobody waits to hear of it."""
