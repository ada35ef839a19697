"""What the archive has read of the library, and how it reads on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of, week_from
from weeknotes_desktop.presenters.archive_lines import AROUND, AT_FIRST
from weeknotes_desktop.presenters.archive_rows import ArchiveRows
from weeknotes_desktop.presenters.archive_runs import NEVER_AWAY, arrange, arrange_found
from weeknotes_desktop.use_cases.list_notes import as_printed

if TYPE_CHECKING:
    # Nothing is asked for before the first paint.
    from weeknotes_desktop.domain.archive import ArchiveFilter
    from weeknotes_desktop.domain.goal import WeekPlan
    from weeknotes_desktop.domain.label import LabelPattern
    from weeknotes_desktop.domain.names import Colours
    from weeknotes_desktop.domain.shelves import NoteLibrary


class Asked(NamedTuple):
    """What the archive wants to show.

    Args:
        which: None for every note.
        pattern: How labels are made now.
        this_week: The Monday of the week of today.
        rows: Those in sight, the last one left out.
        note_id: The note that is open, which may come into sight.
        changed: The notes that were changed since they were published.
    """

    which: ArchiveFilter | None
    pattern: LabelPattern
    this_week: int
    rows: tuple[int, int] = (0, AT_FIRST)
    note_id: str | None = None
    changed: Collection[str] = frozenset()


class Found(NamedTuple):
    """What there is to show.

    Args:
        rows: With the lines of those in sight.
        weeks: All that have notes, also what is not asked for; newest first.
        away: Why the writer is not there, by the Monday of each week in which they are not.
        drafts: How many notes nobody has seen yet; None while they are not counted.
        colours: Of categories and tags; None while they are not read.
    """

    rows: ArchiveRows
    weeks: tuple[WrittenWeek, ...]
    away: Mapping[int, str]
    drafts: int | None
    colours: Colours | None


class ArchiveReading:
    """Knows which week has which notes; its methods run where the library is."""

    def __init__(self) -> None:
        self._all: tuple[WrittenWeek, ...] = ()
        self._shown: tuple[WrittenWeek, ...] = ()
        self._away: Mapping[int, str] = NEVER_AWAY
        self._drafts: int | None = None
        self._colours: Colours | None = None
        self._complete = False

    def newest(self, library: NoteLibrary, asked: Asked) -> Found:
        """The newest notes alone, which are found much sooner than all of them."""
        rows = self._rows(library.written_weeks(asked.which, most=AT_FIRST), asked)
        return self._found(library, asked, rows, rows.notes())

    def everything(self, library: NoteLibrary, asked: Asked) -> Found:
        """All there is, read anew."""
        self._all = library.written_weeks()
        self._shown = self._all if asked.which is None else _asked_for(library, asked)
        self._away = _reasons(library.weeks_away())
        self._drafts = library.number_of_drafts()
        self._colours = _colours(library)
        self._complete = True
        rows = self._rows(self._shown, asked)
        return self._found(library, asked, rows, _in_sight(rows, asked))

    def of_week(self, library: NoteLibrary, asked: Asked, week: Week) -> Found:
        """One week read anew, after something in it changed."""
        if not self._complete:
            return self.everything(library, asked)
        monday = monday_of(week)
        here = library.written_weeks(week=week)
        # A note may have come from another week, which has one less now.
        for one in (monday, *_holding(self._all, here, monday)):
            self._take_in(library, asked, one)
        others = {one: why for one, why in self._away.items() if one != monday}
        self._away = {**others, **_reasons((library.plan(week),))}
        self._drafts = library.number_of_drafts()
        notes = (note_id for one in here for note_id in one.notes)
        return self._found(library, asked, self._rows(self._shown, asked), notes)

    def _take_in(self, library: NoteLibrary, asked: Asked, monday: int) -> None:
        week = week_from(monday)
        self._all = with_week(self._all, monday, library.written_weeks(week=week))
        if asked.which is None:
            self._shown = self._all
        else:
            self._shown = with_week(self._shown, monday, _asked_for(library, asked, week))

    def lines(
        self, library: NoteLibrary, note_ids: Iterable[str], pattern: LabelPattern
    ) -> dict[str, NoteSummary]:
        """The lines of these notes, by their ids, labels as printed."""
        found = library.lines(tuple(note_ids))
        return {line.id: line for line in as_printed(found, pattern)}

    def _rows(self, weeks: tuple[WrittenWeek, ...], asked: Asked) -> ArchiveRows:
        if asked.which is None or asked.which.shows_weeks:
            return ArchiveRows(arrange(weeks, asked.this_week, self._away))
        return ArchiveRows(arrange_found(weeks))

    def _found(
        self, library: NoteLibrary, asked: Asked, rows: ArchiveRows, notes: Iterable[str]
    ) -> Found:
        lines = self.lines(library, notes, asked.pattern)
        shown = rows.with_lines(lines)
        return Found(shown, self._all, self._away, self._drafts, self._colours)


def with_week(
    weeks: tuple[WrittenWeek, ...], monday: int, of_week: tuple[WrittenWeek, ...]
) -> tuple[WrittenWeek, ...]:
    """``weeks``, newest first, with one of them replaced.

    Args:
        of_week: That week, if it has notes, and no other.
    """
    place = next((at for at, one in enumerate(weeks) if one.monday <= monday), len(weeks))
    there = place < len(weeks) and weeks[place].monday == monday
    return (*weeks[:place], *of_week, *weeks[place + there :])


def _holding(
    weeks: Iterable[WrittenWeek], here: Iterable[WrittenWeek], monday: int
) -> tuple[int, ...]:
    """The other weeks in which the notes of one stood before."""
    notes = {note_id for one in here for note_id in one.notes}
    return tuple(
        one.monday for one in weeks if one.monday != monday and not notes.isdisjoint(one.notes)
    )


def _in_sight(rows: ArchiveRows, asked: Asked) -> set[str]:
    """The notes in the rows that are looked at, and around the one that is open."""
    first, last = asked.rows
    found = set(rows.notes(max(first - AROUND, 0), last + AROUND))
    place = rows.place_of(asked.note_id)
    if place is not None:
        found.update(rows.notes(max(place - AROUND, 0), place + AROUND))
    return found


def _asked_for(
    library: NoteLibrary, asked: Asked, week: Week | None = None
) -> tuple[WrittenWeek, ...]:
    # Not on top: nothing is asked for before the first paint.
    from weeknotes_desktop.domain.archive import EVERYTHING
    from weeknotes_desktop.use_cases.browse_archive import weeks_asked_for

    which = asked.which or EVERYTHING
    return weeks_asked_for(library, which, asked.pattern, asked.changed, week)


def _colours(library: NoteLibrary) -> Colours:
    # Not on top: colours come after the first paint.
    from weeknotes_desktop.use_cases.name_colours import name_colours

    return name_colours(library)


def _reasons(plans: Iterable[WeekPlan]) -> dict[int, str]:
    return {monday_of(plan.week): plan.away for plan in plans if plan.away is not None}
