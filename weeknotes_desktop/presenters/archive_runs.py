"""What stands where in the archive: runs of rows, about as many as there are weeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from weeknotes_desktop.domain.written_week import WrittenWeek, month_of

A_WEEK = 7

NOW, MONTH, BLANK, NOTES = range(4)


class Run(NamedTuple):
    """Rows of one kind that stand together.

    Args:
        at: The Monday of the week, or the month, counted from the first one there was.
        notes: The ids of the notes of the week.
        told: The number of notes of the month, or why the writer is away in the week.
    """

    kind: int
    at: int = 0
    notes: tuple[str, ...] = ()
    told: int | str | None = None


NEVER_AWAY: Mapping[int, str] = MappingProxyType({})


def arrange(
    weeks: Sequence[WrittenWeek], this_week: int, away: Mapping[int, str] = NEVER_AWAY
) -> list[Run]:
    """This week on top, then months, each week between two notes that has none among them.

    Months without any note stay out: a break of years is no list of failures.

    Args:
        weeks: Newest first.
        this_week: Its Monday.
        away: Why the writer is not there, by the Monday of each week in which they are not.
    """
    now = [_written(week) for week in weeks if week.monday == this_week]
    others = [week for week in weeks if week.monday != this_week]
    blank = Run(BLANK, this_week, told=away.get(this_week))
    return [Run(NOW), *(now or [blank]), *_months(_with_blanks(others, this_week, away))]


def arrange_found(weeks: Sequence[WrittenWeek]) -> list[Run]:
    """Months, and in them only what was asked for."""
    return list(_months(map(_written, weeks)))


def _written(week: WrittenWeek) -> Run:
    return Run(NOTES, week.monday, week.notes)


def _with_blanks(
    weeks: Sequence[WrittenWeek], this_week: int, away: Mapping[int, str]
) -> Iterator[Run]:
    before: int | None = None
    for week in weeks:
        if before is not None and before - week.monday > A_WEEK:
            for missed in _between(before, week.monday):
                if missed != this_week:
                    yield Run(BLANK, missed, told=away.get(missed))
        yield _written(week)
        before = week.monday


def _between(later: int, earlier: int) -> Iterator[int]:
    """The weeks between two that stand in the month of either, newest first."""
    months = month_of(later), month_of(earlier)
    missed = later - A_WEEK
    while missed > earlier and month_of(missed) == months[0]:
        yield missed
        missed -= A_WEEK
    if months[0] != months[1]:
        first = earlier + A_WEEK
        while first <= missed and month_of(first) == months[1]:
            first += A_WEEK
        yield from range(first - A_WEEK, earlier, -A_WEEK)


def _months(runs: Iterator[Run]) -> Iterator[Run]:
    """The same with a heading over each month."""
    month: tuple[int, int] | None = None
    of_month: list[Run] = []
    for run in runs:
        if month_of(run.at) != month:
            if month is not None:
                yield from _headed(month, of_month)
            month, of_month = month_of(run.at), []
        of_month.append(run)
    if month is not None:
        yield from _headed(month, of_month)


def _headed(month: tuple[int, int], runs: list[Run]) -> Iterator[Run]:
    year, number = month
    yield Run(MONTH, year * 12 + number - 1, told=sum(len(run.notes) for run in runs))
    yield from runs
