"""Years of weeks at a glance: which were written, and which were short, away or blank."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Protocol

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.usual_length import Band
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of, week_from
from weeknotes_desktop.presenters.archive import ArchivePresenter

WEEKS = 53
"""So many has the longest year."""
_SHORT = 100
"""Words; a note with fewer is short while nobody knows what is usual."""
_NEWEST_YEARS = 150
"""Nobody writes for longer; a week that cannot be read lies in the year 1."""


class WeekKind(Enum):
    """What there is to see of a week."""

    WRITTEN = "written"
    SHORT = "short"
    """Its notes have less than half of what the writer’s shorter ones have."""
    AWAY = "away"
    BLANK = "blank"
    AHEAD = "ahead"
    """It has not come yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsState:
    """The whole strip of years.

    Args:
        years: The newest first; those in between that have neither note nor absence, too.
        written: The weeks that have notes, by their Monday.
        away: Why the writer is not there, likewise.
        short: A week with fewer words is short.
        this_week: The Monday of the week of today.
        here: That of the note that is open, or that could be started; None before there is any.
    """

    years: tuple[int, ...] = ()
    written: Mapping[int, WrittenWeek] = field(default_factory=dict)
    away: Mapping[int, str] = field(default_factory=dict)
    short: int = _SHORT
    this_week: int = 1
    here: int | None = None

    def week(self, row: int, column: int) -> Week | None:
        """The week there; None where the year has no such week."""
        try:
            return Week(self.years[row], column + 1)
        except WeekError:
            return None

    def place(self, monday: int) -> tuple[int, int] | None:
        """Row and column of a week; None where its year is not shown."""
        week = week_from(monday)
        if week.year not in self.years:
            return None
        return self.years.index(week.year), week.number - 1

    def kind(self, monday: int) -> WeekKind:
        """What there is to see of a week."""
        written = self.written.get(monday)
        if written is not None:
            return WeekKind.SHORT if written.words < self.short else WeekKind.WRITTEN
        if monday in self.away:
            return WeekKind.AWAY
        return WeekKind.AHEAD if monday > self.this_week else WeekKind.BLANK


class YearsView(Protocol):
    """What the strip must be able to do."""

    def draw(self, state: YearsState) -> None:
        """Draw all of it."""


class YearsPresenter:
    """Keeps the strip in step with the archive.

    Args:
        usual: How long the notes usually are; None while nobody knows.
        this_week: The week of today.
    """

    def __init__(
        self,
        view: YearsView,
        archive: ArchivePresenter,
        usual: Callable[[], Band | None],
        this_week: Callable[[], Week],
    ) -> None:
        self._view, self._archive = view, archive
        self._usual, self._this_week = usual, this_week
        self._state = YearsState()

    def refresh(self) -> None:
        """There may be other notes or absences, or another length is usual."""
        weeks, away, now = self._archive.weeks, self._archive.away, self._this_week()
        told = {now.year, *(week.week.year for week in weeks[:1] + weeks[-1:])}
        told |= {week_from(monday).year for monday in away}
        newest = max(told)
        oldest = max(min(told), newest - _NEWEST_YEARS)
        band = self._usual()
        self._show(
            years=tuple(range(newest, oldest - 1, -1)),
            written={week.monday: week for week in weeks},
            away=dict(away),
            short=_SHORT if band is None else band.low // 2,
            this_week=monday_of(now),
        )

    def show_here(self, week: Week | None) -> None:
        """The open page is of that week; None where there is none yet."""
        self._show(here=None if week is None else monday_of(week))

    def _show(self, **changed: Any) -> None:
        state = replace(self._state, **changed)
        if state != self._state:
            self._state = state
            self._view.draw(state)
