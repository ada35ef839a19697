"""Where each row of the archive stands, without looking at any other: there may be thousands."""

from __future__ import annotations

from bisect import bisect_right

from weeknotes_desktop.presenters.archive_rows import ArchiveRows


class RowHeights:
    """Notes, weeks without one and headings each have a height of their own."""

    def __init__(self) -> None:
        self._rows = ArchiveRows()
        self.note = self._blank = self._heading = self._first = 1

    def measure(self, note: int, blank: int, heading: int, first: int) -> None:
        """Rows are that high now.

        Args:
            first: The heading on top.
        """
        self.note, self._blank, self._heading, self._first = note, blank, heading, first

    def take(self, rows: ArchiveRows) -> None:
        """These rows are shown now."""
        self._rows = rows

    @property
    def total(self) -> int:
        """All rows together."""
        last = len(self._rows) - 1
        return self.top(last) + self.height(last) if last >= 0 else 0

    def top(self, row: int) -> int:
        """Where a row begins."""
        run = self._rows.run_of(row)
        within = row - self._rows.starts[run]
        return self._top_of_run(run) + within * self.note

    def height(self, row: int) -> int:
        """How high a row is."""
        if self._rows.is_heading(row):
            return self._heading if row else self._first
        return self.note if self._rows.note_at(row) is not None else self._blank

    def row_at(self, place: int) -> int:
        """The row that is there; -1 where none is."""
        if not 0 <= place < self.total:
            return -1
        runs = range(len(self._rows.runs))
        run = bisect_right(runs, place, key=self._top_of_run) - 1
        start = self._rows.starts[run]
        if not self._rows.runs[run].notes:
            return start
        return start + (place - self._top_of_run(run)) // self.note

    def _top_of_run(self, run: int) -> int:
        rows = self._rows
        start, notes, blanks = rows.starts[run], rows.notes_before[run], rows.blanks_before[run]
        headings = start - notes - blanks
        top = notes * self.note + blanks * self._blank + headings * self._heading
        # The heading on top is lower than the others.
        lower = self._heading - self._first if start and rows.is_heading(0) else 0
        return top - lower
