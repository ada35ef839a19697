"""Says which notes were changed since they were published, some at a time, newest first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import islice
from typing import NamedTuple

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Jobs
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive import ArchivePresenter
from weeknotes_desktop.use_cases.find_changed import find_changed

_AT_ONCE = 60
"""Notes that are compared in a part of a second."""


class _Candidates(NamedTuple):
    """Notes to be compared.

    Args:
        among: All that were looked at; None for every note there is.
    """

    notes: tuple[str, ...]
    among: frozenset[str] | None


class ChangedNotes:
    """Compares published notes with what was published, while somebody asks for those that differ.

    Args:
        reading: The library, to be read away from the window.
    """

    def __init__(
        self,
        archive: ArchivePresenter,
        reading: Callable[[], AbstractContextManager[NoteLibrary]],
        jobs: Jobs,
        settings: Callable[[], Settings],
        refuse: Callable[[WeekNotesError], None],
    ) -> None:
        self._archive, self._reading, self._jobs = archive, reading, jobs
        self._settings, self._refuse = settings, refuse
        self._round = 0

    def look(self, week: Week | None) -> None:
        """Something may have changed in a week, or anywhere."""
        if week is None:
            self._round += 1
        now = self._round

        def read() -> _Candidates:
            with self._reading() as library, library.transaction():
                return _candidates(library, week)

        def begin(found: _Candidates) -> None:
            if found.among is None:
                # What was taken back by now is found at once.
                still = self._archive.changed & set(found.notes)
                self._archive.know_changed(still, None, more=bool(found.notes))
            self._compare(now, found)

        self._jobs.run(read, begin, self._refuse)

    def _compare(self, asked: int, found: _Candidates) -> None:
        """Compare the first of these notes, then the others."""
        part, left = found.notes[:_AT_ONCE], found._replace(notes=found.notes[_AT_ONCE:])
        if asked != self._round or not self._archive.looks_for_changed or not (part or found.among):
            return
        settings = self._settings()

        def compare() -> frozenset[str]:
            with self._reading() as library:
                return find_changed(library, part, settings)

        def tell(changed: frozenset[str]) -> None:
            among = part if found.among is None else found.among
            self._archive.know_changed(changed, among, more=bool(left.notes))
            if left.notes:
                self._compare(asked, left)

        self._jobs.run(compare, tell, self._refuse)


def _candidates(library: NoteLibrary, week: Week | None) -> _Candidates:
    if week is None:
        return _Candidates(library.perhaps_changed(), None)
    # The note before shows the goals of this week as those of the next.
    weeks = (one for one in library.written_weeks() if one.week <= week)
    near = tuple(islice(weeks, 2))
    perhaps = (note_id for one in near for note_id in library.perhaps_changed(one.week))
    return _Candidates(tuple(perhaps), frozenset(id_ for one in near for id_ in one.notes))
