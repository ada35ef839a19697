"""The archive: every note by month, this week on top."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Protocol

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import WeekPlan
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notices, failure
from weeknotes_desktop.use_cases.list_notes import list_notes


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
class BlankWeekRow:
    """A week without a note; choosing it starts one.

    Args:
        away: Why the writer is not there; None where they are.
    """

    week: Week
    away: str | None = None


NEVER_AWAY: Mapping[Week, str] = MappingProxyType({})
ArchiveRow = ThisWeekRow | MonthRow | NoteRow | BlankWeekRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveState:
    """The whole archive pane.

    Args:
        chosen: Id of the note that is open.
        looked_for: What the writer typed to find a note by.
        hint: What to say where no note is found or none is there yet.
    """

    rows: tuple[ArchiveRow, ...] = ()
    chosen: str | None = None
    looked_for: str = ""
    hint: str = ""


class ArchiveView(Protocol):
    """What the archive pane must be able to do."""

    def draw(self, state: ArchiveState) -> None:
        """Draw the whole pane."""


def archive_rows(
    notes: Iterable[NoteSummary], this_week: Week, away: Mapping[Week, str] = NEVER_AWAY
) -> tuple[ArchiveRow, ...]:
    """The rows for ``notes``, which come newest week first.

    Args:
        away: Why the writer is not there, for each week in which they are not.
    """
    listed = tuple(notes)
    now = tuple(NoteRow(note) for note in listed if note.week == this_week)
    rows: list[ArchiveRow] = [
        ThisWeekRow(),
        *(now or (BlankWeekRow(this_week, away.get(this_week)),)),
    ]
    others = [note for note in listed if note.week != this_week]
    months = {note.week.month for note in others}
    with_blanks = _with_blank_weeks(others, this_week, months, away)
    for (year, month), group in groupby(with_blanks, key=_month):
        of_month = list(group)
        number = sum(isinstance(row, NoteRow) for row in of_month)
        rows += [MonthRow(year, month, number), *of_month]
    return tuple(rows)


def _month(row: NoteRow | BlankWeekRow) -> tuple[int, int]:
    return row.note.week.month if isinstance(row, NoteRow) else row.week.month


def _with_blank_weeks(
    notes: Sequence[NoteSummary],
    this_week: Week,
    months: Container[tuple[int, int]],
    away: Mapping[Week, str],
) -> Iterator[NoteRow | BlankWeekRow]:
    """The notes, with a row for each week between two of them that has none.

    Months without any note stay out: a break of years is no list of failures.
    """
    before: Week | None = None
    for note in notes:
        if before is not None:
            missed = before.plus(-1)
            while missed > note.week:
                if missed.month in months and missed != this_week:
                    yield BlankWeekRow(missed, away.get(missed))
                missed = missed.plus(-1)
        yield NoteRow(note)
        before = note.week


class ArchivePresenter:
    """Keeps the archive pane in step with the library.

    Args:
        this_week: The week of today.
        pattern: How labels are made now.
    """

    def __init__(
        self,
        view: ArchiveView,
        writer: LibraryWriter,
        notices: Notices,
        this_week: Callable[[], Week],
        pattern: Callable[[], LabelPattern],
    ) -> None:
        self._view = view
        self._writer = writer
        self._notices = notices
        self._this_week = this_week
        self._pattern = pattern
        self._notes: tuple[NoteSummary, ...] = ()
        self._away: Mapping[Week, str] = NEVER_AWAY
        self._chosen: str | None = None
        self._looked_for = ""
        self.state = ArchiveState()
        """What is shown now."""
        self.listed: Hook[None] = Hook()
        """There may be other notes, or some are called something else."""
        self.whole = False
        """Whether all notes are listed, not only the newest, which a window shows first."""
        self.read_whole: Hook[None] = Hook()
        """All notes were listed."""

    @property
    def notes(self) -> tuple[NoteSummary, ...]:
        """Every note, newest week first, labels as printed; the same value until one changes."""
        return self._notes

    def show(self, notes: tuple[NoteSummary, ...]) -> None:
        """Show these notes, newest week first, labels as printed."""
        self._notes = notes
        self._draw()
        self.listed.emit(None)

    def reload(self) -> None:
        """Read the whole archive again."""
        pattern = self._pattern()

        def read(library: NoteLibrary) -> tuple[tuple[NoteSummary, ...], tuple[WeekPlan, ...]]:
            return list_notes(library, pattern), library.weeks_away()

        def take(found: tuple[tuple[NoteSummary, ...], tuple[WeekPlan, ...]]) -> None:
            notes, plans = found
            self._away = _reasons(plans)
            self.whole = True
            self.show(notes)
            self.read_whole.emit(None)

        self._writer.do(read, take, self._refuse)

    def refresh(self, week: Week) -> None:
        """Read the notes of one week again, after something in it changed."""
        pattern = self._pattern()

        def read(library: NoteLibrary) -> tuple[tuple[NoteSummary, ...], WeekPlan]:
            return list_notes(library, pattern, week), library.plan(week)

        def take(found: tuple[tuple[NoteSummary, ...], WeekPlan]) -> None:
            notes, plan = found
            others = {one: why for one, why in self._away.items() if one != week}
            self._away = {**others, **_reasons((plan,))}
            self.show(with_week(self._notes, week, notes))

        self._writer.do(read, take, self._refuse)

    def choose(self, note_id: str | None) -> None:
        """Mark the note that is open."""
        if note_id != self._chosen:
            self._chosen = note_id
            self._draw()

    def look_for(self, words: str) -> None:
        """Show only notes whose title, label or category holds all ``words``."""
        self._looked_for = words
        self._draw()

    def beside(self, note_id: str | None, step: int) -> str | None:
        """The note ``step`` rows below the given one, as the archive lists them."""
        ids = [note.id for note in self._found()]
        if note_id not in ids:
            return ids[0] if ids else None
        place = ids.index(note_id) + step
        return ids[place] if 0 <= place < len(ids) else None

    def has_note(self, week: Week) -> bool:
        """Whether the week has a note."""
        return any(note.week == week for note in self._notes)

    def _found(self) -> tuple[NoteSummary, ...]:
        words = self._looked_for.casefold().split()
        if not words:
            return self._notes
        return tuple(note for note in self._notes if _answers(note, words))

    def _draw(self) -> None:
        found = self._found()
        hint = ""
        if self._looked_for.strip():
            rows = found_rows(found)
            hint = "" if rows else f"No note is called “{self._looked_for.strip()}”."
        else:
            rows = archive_rows(found, self._this_week(), self._away)
            if not found:
                hint = (
                    "Your notes will stand here, week by week. Old posts come in by File → Import."
                )
        self.state = ArchiveState(
            rows=rows, chosen=self._chosen, looked_for=self._looked_for, hint=hint
        )
        self._view.draw(self.state)

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))


def with_week(
    notes: tuple[NoteSummary, ...], week: Week, of_week: tuple[NoteSummary, ...]
) -> tuple[NoteSummary, ...]:
    """``notes``, newest week first, with those of ``week`` replaced.

    A note that moved to ``week`` is taken out of the week it stood in.
    """
    moved = {note.id for note in of_week}
    others = [note for note in notes if note.week != week and note.id not in moved]
    place = next((at for at, note in enumerate(others) if note.week < week), len(others))
    return (*others[:place], *of_week, *others[place:])


def found_rows(notes: Iterable[NoteSummary]) -> tuple[ArchiveRow, ...]:
    """The rows for notes that were looked for: months, and no blank weeks."""
    rows: list[ArchiveRow] = []
    for (year, month), group in groupby(notes, key=lambda note: note.week.month):
        month_notes = [NoteRow(note) for note in group]
        rows += [MonthRow(year, month, len(month_notes)), *month_notes]
    return tuple(rows)


def _reasons(plans: Iterable[WeekPlan]) -> dict[Week, str]:
    return {plan.week: plan.away for plan in plans if plan.away is not None}


def _answers(note: NoteSummary, words: list[str]) -> bool:
    text = f"{note.title} {note.label} {note.category}".casefold()
    return all(word in text for word in words)
