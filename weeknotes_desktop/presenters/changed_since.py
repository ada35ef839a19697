"""Whether readers would see the open note differently if it were published again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.ports import Jobs, Timers
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.use_cases.changed_since_published import SincePublished, since_published

_TOGETHER = 0.3
"""Seconds in which several changes are one."""


class Desk(Protocol):
    """Where the open note stands."""

    def say_changed(self, note_id: str, *, changed: bool) -> None:
        """Say it of the note, if it is still open."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found of the open note.

    Args:
        note: None while none is open.
        since: None where there is nothing to compare.
    """

    note: Note | None = None
    since: SincePublished | None = None


class ChangedSince:
    """Looks again after each save, and whenever its goals are changed.

    Args:
        current: The open note as it stands in the window.
        reading: Opens the library beside the writer.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        current: Callable[[], Note | None],
        reading: Callable[[], AbstractContextManager[NoteLibrary]],
        settings: Callable[[], Settings],
        jobs: Jobs,
        timers: Timers,
    ) -> None:
        self._desk, self._current, self._reading = desk, current, reading
        self._settings, self._jobs, self._timers = settings, jobs, timers
        self._cancel: Callable[[], None] | None = None
        self._asked = 0
        self.latest = Looked()
        """What was found last."""
        self.looked: Hook[Looked] = Hook()
        """It was looked at anew."""

    def look(self) -> None:
        """The note, its goals or what was published of it may be different now."""
        if self._cancel is None:
            self._cancel = self._timers.after(_TOGETHER, self._look)

    def _look(self) -> None:
        self._cancel = None
        self._asked += 1
        note = self._current()
        if note is None or note.status is not Status.PUBLISHED:
            self._take(Looked(note), changed=False)
            return
        asked, settings = self._asked, self._settings()

        def read() -> tuple[SincePublished | None, bool]:
            with self._reading() as library:
                since = since_published(library, note, settings)
            return since, since is not None and since.changed

        def take(found: tuple[SincePublished | None, bool]) -> None:
            # Whatever was asked later counts.
            if asked == self._asked:
                since, changed = found
                self._take(Looked(note, since), changed=changed)

        self._jobs.run(read, take, _ignored)

    def _take(self, looked: Looked, *, changed: bool) -> None:
        self.latest = looked
        if looked.note is not None:
            self._desk.say_changed(looked.note.id, changed=changed)
        self.looked.emit(looked)


def _ignored(_: WeekNotesError) -> None:
    """A library that cannot be read says so elsewhere."""
