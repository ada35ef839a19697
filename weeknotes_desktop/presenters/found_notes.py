"""Notes found for a note or a week, in a window beside: those that link here, or of past years."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from weeknotes_desktop.domain.archive import FoundNote
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.ports import Jobs
from weeknotes_desktop.domain.shelves import NoteLibrary


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundState:
    """The whole window.

    Args:
        about: The note or week they were looked for, as the writer calls it.
        notes: Newest first; None while they are being looked for.
        problem: Why they could not be.
    """

    about: str = ""
    notes: tuple[FoundNote, ...] | None = None
    problem: str = ""


class FoundView(Protocol):
    """What the window must be able to do."""

    def draw(self, state: FoundState) -> None:
        """Draw all of it."""

    def come(self) -> None:
        """Show the window, in front and with the keyboard."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be looked for.

    Args:
        about: What the writer calls it.
        find: Finds the notes, labels as printed.
    """

    about: str
    find: Callable[[NoteLibrary, LabelPattern], tuple[FoundNote, ...]]


class FoundNotes:
    """Looks for notes away from the window, and again when something changed.

    Args:
        reading: The library, to be read away from the window.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        *,
        view: FoundView,
        reading: Callable[[], AbstractContextManager[NoteLibrary]],
        jobs: Jobs,
        pattern: Callable[[], LabelPattern],
    ) -> None:
        self._view = view
        self._reading, self._jobs, self._pattern = reading, jobs, pattern
        self._wanted: Wanted | None = None
        self._asked = 0

    def open(self, wanted: Wanted) -> None:
        """Show the window, and in it what there is."""
        self._wanted = wanted
        self._draw(self._asked, FoundState(about=wanted.about))
        self.refresh()
        self._view.come()

    def closed(self) -> None:
        """Nobody looks any more."""
        self._wanted = None

    def refresh(self) -> None:
        """Notes have changed; look again, if somebody looks."""
        wanted = self._wanted
        if wanted is None:
            return
        self._asked += 1
        number, pattern = self._asked, self._pattern()

        def find() -> tuple[FoundNote, ...]:
            with self._reading() as library:
                return wanted.find(library, pattern)

        self._jobs.run(
            find,
            lambda notes: self._draw(number, FoundState(about=wanted.about, notes=notes)),
            lambda error: self._refuse(number, wanted, error),
        )

    def _refuse(self, number: int, wanted: Wanted, error: WeekNotesError) -> None:
        self._draw(number, FoundState(about=wanted.about, notes=(), problem=str(error)))

    def _draw(self, number: int, state: FoundState) -> None:
        if number == self._asked:
            self._view.draw(state)
