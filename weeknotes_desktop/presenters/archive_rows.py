"""The rows of the archive: many are listed, and each is made when somebody looks at it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import week_from
from weeknotes_desktop.presenters.archive_runs import BLANK, MONTH, NOTES, Run


@dataclass(frozen=True, slots=True)
class ThisWeekRow:
    """The heading over what belongs to the week of today."""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """The heading over a month, with the number of its notes."""

    year: int
    month: int
    notes: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note; its label is as printed."""

    note: NoteSummary


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A note that is still being read; only its week is known."""

    note_id: str
    week: Week


@dataclass(frozen=True, slots=True)
class BlankWeekRow:
    """A week without a note; choosing it starts one.

    Args:
        away: Why the writer is not there; None where they are.
    """

    week: Week
    away: str | None = None


ArchiveRow = ThisWeekRow | MonthRow | NoteRow | ComingRow | BlankWeekRow


class ArchiveRows(Sequence[ArchiveRow]):
    """Every row of the archive, as of one moment.

    Args:
        lines: What has been read of the notes by now, by their ids.
    """

    def __init__(
        self, runs: Sequence[Run] = (), lines: Mapping[str, NoteSummary] | None = None
    ) -> None:
        self.runs = runs
        """What stands where."""
        self.lines = lines or {}
        """What has been read of the notes by now, by their ids."""
        self.starts = array("l")
        """The first row of each run."""
        self.notes_before = array("l")
        """How many rows above each run are notes."""
        self.blanks_before = array("l")
        """How many rows above each run are weeks without one."""
        rows = notes = blanks = 0
        for run in runs:
            self.starts.append(rows)
            self.notes_before.append(notes)
            self.blanks_before.append(blanks)
            rows += len(run.notes) or 1
            notes += len(run.notes)
            blanks += run.kind == BLANK
        self._length = rows

    def with_lines(self, lines: Mapping[str, NoteSummary]) -> ArchiveRows:
        """The same rows, of which more has been read."""
        rows = ArchiveRows.__new__(ArchiveRows)
        rows.__dict__ |= {**vars(self), "lines": lines}
        return rows

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> ArchiveRow: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[ArchiveRow]: ...

    def __getitem__(self, place: int | slice) -> ArchiveRow | Sequence[ArchiveRow]:
        if isinstance(place, slice):
            return tuple(self[at] for at in range(*place.indices(self._length)))
        if not -self._length <= place < self._length:
            raise IndexError(place)
        number = self.run_of(place % self._length)
        return self._made(self.runs[number], place % self._length - self.starts[number])

    def __iter__(self) -> Iterator[ArchiveRow]:
        for run in self.runs:
            for within in range(len(run.notes) or 1):
                yield self._made(run, within)

    def run_of(self, place: int) -> int:
        """The number of the run that a row belongs to."""
        return bisect_right(self.starts, place) - 1

    def key(self, place: int) -> tuple[int, int | str]:
        """What a row is, whatever it says: the same as long as it is about the same thing."""
        place %= self._length
        number = self.run_of(place)
        run = self.runs[number]
        if run.kind == NOTES:
            return NOTES, run.notes[place - self.starts[number]]
        return run.kind, run.at

    def is_heading(self, place: int) -> bool:
        """Whether a row can be neither reached nor chosen."""
        return self.runs[self.run_of(place)].kind <= MONTH

    def place_of(self, note_id: str | None) -> int | None:
        """Where a note stands; None where it does not."""
        for number, run in enumerate(self.runs):
            if note_id in run.notes:
                return self.starts[number] + run.notes.index(str(note_id))
        return None

    def place_with(self, key: tuple[int, int | str]) -> int | None:
        """Where a row with that key stands; None where it does not."""
        kind, at = key
        if kind == NOTES:
            return self.place_of(str(at))
        return self._start_of(lambda run: run.kind == kind and run.at == at)

    def place_of_week(self, monday: int) -> int | None:
        """The first row of a week; None where it has none."""
        return self._start_of(lambda run: run.kind >= BLANK and run.at == monday)

    def _start_of(self, wanted: Callable[[Run], bool]) -> int | None:
        numbers = (number for number, run in enumerate(self.runs) if wanted(run))
        number = next(numbers, None)
        return None if number is None else self.starts[number]

    def note_at(self, place: int) -> str | None:
        """The id of the note in a row; None where it is none."""
        number = self.run_of(place)
        notes = self.runs[number].notes
        return notes[place - self.starts[number]] if notes else None

    def week_at(self, place: int) -> Week | None:
        """The week that a row belongs to; None where it is a heading."""
        run = self.runs[self.run_of(place)]
        return week_from(run.at) if run.kind >= BLANK else None

    def notes(self, first: int = 0, last: int | None = None) -> Iterator[str]:
        """The ids of the notes in these rows, the last one left out."""
        end = self._length if last is None else min(last, self._length)
        number = max(self.run_of(first), 0)
        while number < len(self.runs) and self.starts[number] < end:
            start = self.starts[number]
            yield from self.runs[number].notes[max(first - start, 0) : end - start]
            number += 1

    def beside(self, note_id: str | None, step: int) -> str | None:
        """The note so many notes below the given one; the first of all where that is not listed."""
        place = self.place_of(note_id)
        if place is None:
            return next(self.notes(), None)
        number = self.run_of(place)
        wanted = self.notes_before[number] + place - self.starts[number] + step
        return self._note(wanted) if wanted >= 0 else None

    def _note(self, number: int) -> str | None:
        """The note that has so many above it."""
        run = bisect_right(self.notes_before, number) - 1
        notes = self.runs[run].notes
        within = number - self.notes_before[run]
        return notes[within] if within < len(notes) else None

    def _made(self, run: Run, within: int) -> ArchiveRow:
        if run.kind == NOTES:
            note_id = run.notes[within]
            line = self.lines.get(note_id)
            return ComingRow(note_id, week_from(run.at)) if line is None else NoteRow(line)
        if run.kind == BLANK:
            return BlankWeekRow(week_from(run.at), None if run.told is None else str(run.told))
        if run.kind == MONTH:
            return MonthRow(run.at // 12, run.at % 12 + 1, int(run.told or 0))
        return ThisWeekRow()
