"""What the writer said about weeks as a whole."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import ColumnElement, and_
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import col, update

from weeknotes_desktop.domain.errors import ChangedElsewhereError
from weeknotes_desktop.domain.goal import WeekPlan
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.rows import plan_of, plan_values
from weeknotes_desktop.storage.shelf import Shelf, columns, first_row, rows
from weeknotes_desktop.storage.tables import WeekRow

_PLAN = (
    col(WeekRow.iso_year),
    col(WeekRow.iso_week),
    col(WeekRow.focus),
    col(WeekRow.away),
    col(WeekRow.rev),
)


class WeeksShelf(Shelf):
    """The plans of the library."""

    def plan(self, week: Week) -> WeekPlan:
        """What was said about the week; an empty plan when nothing was."""
        with self._open_session() as session:
            row = first_row(session, columns(*_PLAN).where(_is(week)))
        return WeekPlan(week=week) if row is None else plan_of(row)

    def weeks_away(self) -> tuple[WeekPlan, ...]:
        """The plans of all weeks in which the writer is not there, earliest first."""
        reading = columns(*_PLAN).where(col(WeekRow.away).is_not(None)).order_by(*_PLAN[:2])
        with self._open_session() as session:
            return tuple(plan_of(row) for row in rows(session, reading))

    def save_plan(self, plan: WeekPlan) -> WeekPlan:
        """Keep what was said about a week; returns it with its new revision."""
        kept = replace(plan, rev=plan.rev + 1)
        values = plan_values(kept)
        with self._open_session() as session:
            changing = update(WeekRow).where(_is(plan.week), col(WeekRow.rev) == plan.rev)
            done = session.exec(changing.values(**values)).rowcount
            if not done and plan.rev == 0:
                adding = insert_or(WeekRow).values(**values).on_conflict_do_nothing()
                done = session.exec(adding).rowcount
            if not done:
                raise ChangedElsewhereError(
                    "What is said about this week was changed elsewhere since it was read.",
                    "Nothing was overwritten; read it again to see what it says now.",
                )
        return kept


def _is(week: Week) -> ColumnElement[bool]:
    return and_(col(WeekRow.iso_year) == week.year, col(WeekRow.iso_week) == week.number)
