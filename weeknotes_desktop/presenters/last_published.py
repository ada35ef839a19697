"""Which note was published last, said in the status bar."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern, short_label
from weeknotes_desktop.domain.ports import Clock, Jobs, Timers
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.snapshot import LastPublished
from weeknotes_desktop.presenters.status import PublishedLast

_TOGETHER = 0.2
"""Seconds in which several changes are one."""


class Bar(Protocol):
    """Where it is said."""

    def say_published(self, published: PublishedLast | None) -> None:
        """Say it, or nothing."""


class LastPublishedPresenter:
    """Looks it up whenever another note may be the last.

    Args:
        reading: Opens the library beside the writer.
        pattern: Makes the label of a note that an older version published without one.
    """

    def __init__(
        self,
        *,
        bar: Bar,
        reading: Callable[[], AbstractContextManager[NoteLibrary]],
        jobs: Jobs,
        timers: Timers,
        clock: Clock,
        pattern: Callable[[], LabelPattern],
    ) -> None:
        self._bar, self._reading = bar, reading
        self._jobs, self._timers = jobs, timers
        self._clock, self._pattern = clock, pattern
        self._cancel: Callable[[], None] | None = None
        self._asked = 0

    def look(self) -> None:
        """Another note may be the last that was published."""
        if self._cancel is None:
            self._cancel = self._timers.after(_TOGETHER, self._look)

    def _look(self) -> None:
        self._cancel = None
        self._asked += 1
        asked = self._asked

        def found(last: LastPublished | None) -> None:
            if asked == self._asked:
                self._bar.say_published(None if last is None else self._said(last))

        self._jobs.run(self._read, found, _ignored)

    def _read(self) -> LastPublished | None:
        with self._reading() as library:
            return library.last_published()

    def _said(self, last: LastPublished) -> PublishedLast:
        label = short_label(last.label or self._pattern().label_of(last.week))
        today = self._clock().date()
        return PublishedLast(note_id=last.note_id, label=label, day=last.day, today=today)


def _ignored(_: WeekNotesError) -> None:
    """A library that cannot be read says so elsewhere; the bar goes on saying what it said."""
