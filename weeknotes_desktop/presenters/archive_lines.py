"""Reads the lines of notes as they come into sight, and forgets those that are far from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.archive_rows import ArchiveRows

Lines = Mapping[str, NoteSummary]

AT_FIRST = 60
"""Notes that are shown before all are known; more than a window has room for."""
AROUND = 30
"""Rows that are read above and below those that are looked at."""
NEAR = 8
"""Rows above and below those in sight that should be known before they come into it."""
MOST = 2_000
"""Lines that are kept in memory; beyond that, only those not far from sight."""
_KEPT = 400


class ArchiveLines:
    """Knows which rows are in sight.

    Args:
        rows: As they are shown now.
        read: Reads the lines of these notes, where the library is.
        show: Hears of what was read.
    """

    def __init__(
        self,
        writer: LibraryWriter,
        rows: Callable[[], ArchiveRows],
        read: Callable[[NoteLibrary, Collection[str]], Lines],
        show: Callable[[Lines], None],
        refuse: Callable[[WeekNotesError], None],
    ) -> None:
        self._writer, self._rows, self._read = writer, rows, read
        self._show, self._say_refused = show, refuse
        # Asked for already; what does not come of these is not there.
        self._awaited: set[str] = set()
        self._round = 0
        self._reads = False
        self.sight = (0, AT_FIRST)
        """The rows in sight, the last one left out."""

    def begin_anew(self, *, on_top: bool) -> None:
        """All is read again; what is on its way is out of date.

        Args:
            on_top: Whether the list will be looked at from its top on.
        """
        self._round += 1
        self._awaited.clear()
        if on_top:
            self.sight = (0, AT_FIRST)

    def look_at(self, first: int, last: int) -> None:
        """The rows from ``first`` on are in sight, ``last`` is not; read what is not known yet."""
        self.sight = first, last
        if self._reads or self._unknown(NEAR) <= self._awaited:
            return
        wanted, now = self._unknown(AROUND) - self._awaited, self._round
        self._awaited |= wanted
        self._reads = True
        self._writer.do(
            lambda library: self._read(library, wanted),
            lambda lines: self._take(now, lines),
            self._refuse,
        )

    def with_known(self, lines: Lines) -> Lines:
        """These lines and those that were known before."""
        rows = self._rows()
        known = {**rows.lines, **lines}
        if len(known) <= MOST:
            return known
        first, last = self.sight
        near = {*rows.notes(max(first - _KEPT, 0), last + _KEPT), *lines}
        kept = {note_id: line for note_id, line in known.items() if note_id in near}
        self._awaited -= known.keys() - kept.keys()
        return kept

    def _unknown(self, around: int) -> set[str]:
        rows, (first, last) = self._rows(), self.sight
        return set(rows.notes(max(first - around, 0), last + around)) - rows.lines.keys()

    def _take(self, asked: int, lines: Lines) -> None:
        self._reads = False
        if asked == self._round:
            self._show(self.with_known(lines))
        # The writer has scrolled on meanwhile.
        self.look_at(*self.sight)

    def _refuse(self, error: WeekNotesError) -> None:
        self._reads = False
        self._say_refused(error)
