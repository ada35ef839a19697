"""Goals in the library, and what was said about their weeks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, not_, or_
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import Session, col, insert, select, update

from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.goal_events import COMMITTED, GoalEvent, added, changes, committed
from weeknotes_desktop.storage.rows import goal_of, goal_values, moment
from weeknotes_desktop.storage.shelf import Shelf, columns, first_row, rows
from weeknotes_desktop.storage.tables import GoalEventRow, GoalRow

_GOAL = (
    col(GoalRow.id),
    col(GoalRow.iso_year),
    col(GoalRow.iso_week),
    col(GoalRow.thread),
    col(GoalRow.parent),
    col(GoalRow.position),
    col(GoalRow.text),
    col(GoalRow.public_text),
    col(GoalRow.audience),
    col(GoalRow.stretch),
    col(GoalRow.workstream),
    col(GoalRow.how),
    col(GoalRow.form),
    col(GoalRow.outcome),
    col(GoalRow.line),
    col(GoalRow.weeks_carried),
    col(GoalRow.proposed),
    col(GoalRow.trashed_at),
    col(GoalRow.rev),
    col(GoalRow.sha256),
)

_IN_USE = col(GoalRow.trashed_at).is_(None)
_IN_TRASH = col(GoalRow.trashed_at).is_not(None)


class GoalsShelf(Shelf):
    """The goals of the library, and the events that tell what happened to them."""

    def goals(self, week: Week) -> tuple[Goal, ...]:
        """The goals of a week in their order, removed ones left out."""
        this_week = and_(
            col(GoalRow.iso_year) == week.year, col(GoalRow.iso_week) == week.number, _IN_USE
        )
        reading = columns(*_GOAL).where(this_week).order_by(col(GoalRow.position), col(GoalRow.seq))
        with self._open_session() as session:
            found = rows(session, reading)
        return tuple(goal_of(row) for row in found)

    def goal(self, goal_id: str) -> Goal:
        """One goal; a removed one counts as not there."""
        with self._open_session() as session:
            return _one(session, goal_id, _IN_USE)

    def successor(self, goal_id: str) -> Goal | None:
        """The goal that this one was carried over to."""
        reading = (
            columns(*_GOAL)
            .where(col(GoalRow.parent) == goal_id, _IN_USE)
            .order_by(col(GoalRow.seq))
        )
        with self._open_session() as session:
            row = first_row(session, reading)
        return None if row is None else goal_of(row)

    def add_goal(self, goal: Goal, now: datetime) -> Goal:
        """Keep a new goal; returns it with its first revision."""
        kept = replace(goal, rev=1)
        adding = insert_or(GoalRow).values(**goal_values(kept)).on_conflict_do_nothing()
        with self._open_session() as session:
            if not session.exec(adding).rowcount:
                raise ChangedElsewhereError(
                    "That goal was added already.", "Read it again to see what it says."
                )
            _tell(session, goal.id, now, [added(kept)])
        return kept

    def save_goal(self, goal: Goal, now: datetime) -> Goal:
        """Keep a changed goal; returns it with its new revision."""
        kept = replace(goal, rev=goal.rev + 1)
        with self._open_session() as session:
            old = _one(session, goal.id, _IN_USE)
            _write(session, goal, goal_values(kept))
            _tell(session, goal.id, now, changes(old, kept, now))
        return kept

    def commit_goals(self, now: datetime) -> tuple[Week, ...]:
        """Let the wording of every goal count whose Monday noon has come; returns their weeks."""
        told = select(GoalEventRow.seq).where(
            col(GoalEventRow.goal) == col(GoalRow.id), col(GoalEventRow.kind) == COMMITTED
        )
        this_year, this_week = now.isocalendar()[:2]
        waiting = columns(*_GOAL).where(
            _IN_USE,
            col(GoalRow.proposed).is_(False),
            or_(
                col(GoalRow.iso_year) < this_year,
                and_(col(GoalRow.iso_year) == this_year, col(GoalRow.iso_week) <= this_week),
            ),
            not_(told.exists()),
        )
        weeks: dict[Week, None] = {}
        with self._open_session() as session:
            for goal in map(goal_of, rows(session, waiting)):
                if goal.settled(now):
                    _tell(session, goal.id, now, [committed(goal)])
                    weeks[goal.week] = None
        return tuple(weeks)

    def remove_goal(self, goal_id: str, now: datetime) -> None:
        """Put a goal into the trash."""
        with self._open_session() as session:
            goal = _one(session, goal_id, _IN_USE)
            removed = replace(goal, rev=goal.rev + 1)
            _write(session, goal, goal_values(removed, trashed_at=moment(now)))
            _tell(session, goal_id, now, [GoalEvent("removed")])

    def restore_goal(self, goal_id: str, now: datetime) -> Goal:
        """Take a goal out of the trash again."""
        with self._open_session() as session:
            goal = _one(session, goal_id, _IN_TRASH)
            restored = replace(goal, rev=goal.rev + 1)
            _write(session, goal, goal_values(restored))
            _tell(session, goal_id, now, [GoalEvent("restored")])
        return restored


def _one(session: Session, goal_id: str, which: ColumnElement[bool]) -> Goal:
    reading = columns(*_GOAL).where(col(GoalRow.id) == goal_id, which)
    row = first_row(session, reading)
    if row is None:
        raise NotFoundError(
            f"There is no goal with the id {goal_id}.", "`goals` shows those of a week."
        )
    return goal_of(row)


def _write(session: Session, base: Goal, values: dict[str, object]) -> None:
    ours = and_(col(GoalRow.id) == base.id, col(GoalRow.rev) == base.rev)
    if not session.exec(update(GoalRow).where(ours).values(**values)).rowcount:
        raise ChangedElsewhereError(
            "This goal was changed elsewhere since it was read.",
            "Nothing was overwritten; read it again to see what it says now.",
        )


def _tell(session: Session, goal_id: str, now: datetime, events: Iterable[GoalEvent]) -> None:
    for event in events:
        session.exec(
            insert(GoalEventRow).values(
                goal=goal_id, at=moment(now), kind=event.kind, detail=event.detail
            )
        )
