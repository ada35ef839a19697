"""Goals in the library, and what was said about their weeks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, true
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import Session, col, insert, update
from sqlmodel.sql.expression import Select

from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.goal_events import (
    GoalEvent,
    added,
    carried,
    change,
    changes,
    commit,
    removed,
    restored,
)
from weeknotes_desktop.domain.threads import (
    Link,
    fits_in,
    going_on_from,
    last_of_threads,
    successor,
)
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.rows import goal_of, goal_values, moment, time_of
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
    col(GoalRow.committed_at),
    col(GoalRow.held),
    col(GoalRow.let_go),
)
_BY_WEEK = (col(GoalRow.iso_year), col(GoalRow.iso_week), col(GoalRow.position), col(GoalRow.seq))
_LEFT = (Outcome.PARTLY.value, Outcome.NOT_STARTED.value)

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
        return self._goals(reading)

    def thread(self, thread: str) -> tuple[Goal, ...]:
        """The goals of a thread, earliest week first, removed ones left out."""
        return self._earliest_first(col(GoalRow.thread) == thread)

    def last_of_threads(self, before: Week) -> tuple[Goal, ...]:
        """The goals of the weeks before that no other one goes on from, latest week first."""
        return last_of_threads(self._earliest_first(true()), before)

    def unanswered(self) -> tuple[Goal, ...]:
        """The goals that are neither done, dropped nor let go, earliest week first."""
        outcome = col(GoalRow.outcome)
        return self._earliest_first(
            and_(col(GoalRow.let_go).is_(None), or_(outcome.is_(None), outcome.in_(_LEFT)))
        )

    def proposed_goals(self) -> tuple[Goal, ...]:
        """The goals that were read out of old posts and not yet confirmed; likewise."""
        return self._earliest_first(col(GoalRow.proposed).is_(True))

    def _earliest_first(self, which: ColumnElement[bool]) -> tuple[Goal, ...]:
        return self._goals(columns(*_GOAL).where(which, _IN_USE).order_by(*_BY_WEEK))

    def _goals(self, reading: Select[*tuple[Any, ...]]) -> tuple[Goal, ...]:
        with self._open_session() as session:
            found = rows(session, reading)
        return tuple(goal_of(row) for row in found)

    def goal_events(self, goal_id: str) -> tuple[GoalEvent, ...]:
        """What happened to a goal, in the order in which it was told."""
        reading = columns(
            col(GoalEventRow.at), col(GoalEventRow.kind), col(GoalEventRow.detail)
        ).where(col(GoalEventRow.goal) == goal_id)
        with self._open_session() as session:
            found = rows(session, reading.order_by(col(GoalEventRow.seq)))
        return tuple(
            GoalEvent(
                goal_id=goal_id, at=time_of(row["at"]), kind=row["kind"], detail=row["detail"]
            )
            for row in found
        )

    def goal(self, goal_id: str) -> Goal:
        """One goal; a removed one counts as not there."""
        with self._open_session() as session:
            return _one(session, goal_id, _IN_USE)

    def successor(self, goal_id: str) -> Goal | None:
        """The goal that this one was carried over to; one in the trash is passed over."""
        with self._open_session() as session:
            found = successor(goal_id, lambda parent: _links(session, GoalRow.parent, parent))
            return None if found is None else _one(session, found, _IN_USE)

    def add_goal(self, goal: Goal, now: datetime) -> Goal:
        """Keep a new goal; returns it with its first revision."""
        kept = replace(goal, rev=1)
        adding = insert_or(GoalRow).values(**goal_values(kept)).on_conflict_do_nothing()
        with self._open_session() as session:
            if not session.exec(adding).rowcount:
                raise ChangedElsewhereError(
                    "That goal was added already.", "Read it again to see what it says."
                )
            tell(session, [added(kept, now)])
            if kept.parent is not None:
                tell(session, [carried(kept.parent, kept, now)])
        return kept

    def save_goal(self, goal: Goal, now: datetime) -> Goal:
        """Keep a changed goal; returns it with its new revision."""
        with self._open_session() as session:
            old = _one(session, goal.id, _IN_USE)
            kept, events = change(old, replace(goal, rev=goal.rev + 1), now)
            _write(session, goal, goal_values(kept))
            tell(session, events)
        return kept

    def go_on_from(self, goal_id: str, parent: str | None, now: datetime) -> Goal:
        """Let a goal go on from another one, and with it all that come from it."""
        with self._open_session() as session:
            goal = _one(session, goal_id, _IN_USE)
            before = None if parent is None else _one(session, parent, _IN_USE)
            family = rows(session, columns(*_GOAL).where(col(GoalRow.thread) == goal.thread))
            thrown = {row["id"]: row["trashed_at"] for row in family}
            for old, new in going_on_from(before, goal, map(goal_of, family)):
                if old != new:
                    kept = replace(new, rev=old.rev + 1)
                    _write(session, old, goal_values(kept, thrown[old.id]))
                    tell(session, changes(old, kept, now))
            return _one(session, goal_id, _IN_USE)

    def commit_goals(self, now: datetime) -> tuple[Week, ...]:
        """Let the wording of every goal count whose Monday noon has come; returns their weeks."""
        this_year, this_week = now.isocalendar()[:2]
        waiting = columns(*_GOAL).where(
            _IN_USE,
            col(GoalRow.proposed).is_(False),
            col(GoalRow.committed_at).is_(None),
            or_(
                col(GoalRow.iso_year) < this_year,
                and_(col(GoalRow.iso_year) == this_year, col(GoalRow.iso_week) <= this_week),
            ),
        )
        weeks: dict[Week, None] = {}
        with self._open_session() as session:
            for goal in map(goal_of, rows(session, waiting)):
                counting, events = commit(goal, now)
                if events:
                    _write(session, goal, goal_values(replace(counting, rev=goal.rev + 1)))
                    tell(session, events)
                    weeks[goal.week] = None
        return tuple(weeks)

    def remove_goal(self, goal_id: str, now: datetime) -> None:
        """Put a goal into the trash."""
        with self._open_session() as session:
            goal = _one(session, goal_id, _IN_USE)
            thrown = replace(goal, rev=goal.rev + 1)
            _write(session, goal, goal_values(thrown, trashed_at=moment(now)))
            tell(session, [removed(goal_id, now)])

    def restore_goal(self, goal_id: str, now: datetime) -> Goal:
        """Take a goal out of the trash again."""
        with self._open_session() as session:
            goal = _one(session, goal_id, _IN_TRASH)
            back = replace(goal, rev=goal.rev + 1)
            links = _links(session, GoalRow.thread, goal.thread)
            if not fits_in(goal_id, links):
                back = replace(back, parent=None, thread=goal_id)
            _write(session, goal, goal_values(back))
            tell(session, [restored(goal_id, now), *changes(goal, back, now)])
        return back


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


def _links(session: Session, column: Any, value: str) -> tuple[Link, ...]:
    """The goals that have ``value`` in a column, those in the trash too, oldest first."""
    reading = columns(col(GoalRow.id), col(GoalRow.parent), col(GoalRow.trashed_at))
    found = rows(session, reading.where(col(column) == value).order_by(col(GoalRow.seq)))
    return tuple(
        Link(id=row["id"], parent=row["parent"], in_use=row["trashed_at"] is None) for row in found
    )


def tell(session: Session, events: Iterable[GoalEvent]) -> None:
    """Add events to the log."""
    for event in events:
        session.exec(
            insert(GoalEventRow).values(
                goal=event.goal_id, at=moment(event.at), kind=str(event.kind), detail=event.detail
            )
        )
