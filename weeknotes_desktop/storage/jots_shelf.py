"""Jots and tasks in the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import Session, col, update

from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.keepsake_rows import jot_of, jot_values, task_of, task_values
from weeknotes_desktop.storage.rows import Values, moment
from weeknotes_desktop.storage.shelf import Shelf, columns, first_row, rows
from weeknotes_desktop.storage.tables import JotRow, TaskRow

_JOT = (
    col(JotRow.id),
    col(JotRow.iso_year),
    col(JotRow.iso_week),
    col(JotRow.at),
    col(JotRow.text),
    col(JotRow.used_in),
    col(JotRow.rev),
)
_TASK = (
    col(TaskRow.id),
    col(TaskRow.position),
    col(TaskRow.text),
    col(TaskRow.done_at),
    col(TaskRow.rev),
)


class JotsShelf(Shelf):
    """The jots of the library, and the writer's to-do list."""

    def jots(self, week: Week) -> tuple[Jot, ...]:
        """The jots of a week, oldest first, removed ones left out."""
        this_week = and_(
            col(JotRow.iso_year) == week.year,
            col(JotRow.iso_week) == week.number,
            col(JotRow.trashed_at).is_(None),
        )
        with self._open_session() as session:
            found = rows(session, columns(*_JOT).where(this_week).order_by(col(JotRow.seq)))
        return tuple(sorted(map(jot_of, found), key=lambda jot: jot.at))

    def add_jot(self, jot: Jot) -> Jot:
        """Keep a new jot; returns it with its first revision."""
        kept = replace(jot, rev=1)
        with self._open_session() as session:
            _add(session, JotRow, jot_values(kept))
        return kept

    def save_jot(self, jot: Jot) -> Jot:
        """Keep a changed jot; returns it with its new revision."""
        kept = replace(jot, rev=jot.rev + 1)
        with self._open_session() as session:
            _write(session, JotRow, jot.rev, jot_values(kept))
        return kept

    def remove_jot(self, jot_id: str, now: datetime) -> None:
        """Put a jot into the trash."""
        with self._open_session() as session:
            jot = jot_of(_found(session, JotRow, _JOT, jot_id, trashed=False))
            _write(session, JotRow, jot.rev, jot_values(_next(jot), moment(now)))

    def restore_jot(self, jot_id: str) -> Jot:
        """Take a jot out of the trash again."""
        with self._open_session() as session:
            jot = jot_of(_found(session, JotRow, _JOT, jot_id, trashed=True))
            kept: Jot = _next(jot)
            _write(session, JotRow, jot.rev, jot_values(kept))
        return kept

    def tasks(self) -> tuple[Task, ...]:
        """The to-do list in its order, removed ones left out."""
        reading = columns(*_TASK).where(col(TaskRow.trashed_at).is_(None))
        with self._open_session() as session:
            found = rows(session, reading.order_by(col(TaskRow.position), col(TaskRow.seq)))
        return tuple(task_of(row) for row in found)

    def add_task(self, task: Task) -> Task:
        """Keep a new task; returns it with its first revision."""
        kept = replace(task, rev=1)
        with self._open_session() as session:
            _add(session, TaskRow, task_values(kept))
        return kept

    def save_task(self, task: Task) -> Task:
        """Keep a changed task; returns it with its new revision."""
        kept = replace(task, rev=task.rev + 1)
        with self._open_session() as session:
            _write(session, TaskRow, task.rev, task_values(kept))
        return kept

    def remove_task(self, task_id: str, now: datetime) -> None:
        """Put a task into the trash."""
        with self._open_session() as session:
            task = task_of(_found(session, TaskRow, _TASK, task_id, trashed=False))
            _write(session, TaskRow, task.rev, task_values(_next(task), moment(now)))

    def restore_task(self, task_id: str) -> Task:
        """Take a task out of the trash again."""
        with self._open_session() as session:
            task = task_of(_found(session, TaskRow, _TASK, task_id, trashed=True))
            kept: Task = _next(task)
            _write(session, TaskRow, task.rev, task_values(kept))
        return kept


def _next(kept: Any) -> Any:
    return replace(kept, rev=kept.rev + 1)


def _add(session: Session, table: type[JotRow] | type[TaskRow], values: Values) -> None:
    adding = insert_or(table).values(**values).on_conflict_do_nothing()
    if not session.exec(adding).rowcount:
        raise ChangedElsewhereError("That was added already.", "Read it again.")


def _write(session: Session, table: type[JotRow] | type[TaskRow], rev: int, values: Values) -> None:
    ours = and_(col(table.id) == values["id"], col(table.rev) == rev)
    if session.exec(update(table).where(ours).values(**values)).rowcount:
        return
    there = first_row(session, columns(col(table.rev)).where(col(table.id) == values["id"]))
    if there is None:
        raise _not_there(values["id"])
    raise ChangedElsewhereError(
        "That was changed elsewhere since it was read.",
        "Nothing was overwritten; read it again to see what it says now.",
    )


def _found(
    session: Session,
    table: type[JotRow] | type[TaskRow],
    wanted: tuple[Any, ...],
    ident: str,
    *,
    trashed: bool,
) -> Any:
    lies_there = col(table.trashed_at).is_not(None) if trashed else col(table.trashed_at).is_(None)
    which: ColumnElement[bool] = and_(col(table.id) == ident, lies_there)
    row = first_row(session, columns(*wanted).where(which))
    if row is None:
        raise _not_there(ident)
    return row


def _not_there(ident: str) -> NotFoundError:
    return NotFoundError(f"There is no jot or task with the id {ident}.")
