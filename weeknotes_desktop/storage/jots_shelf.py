"""Jots and tasks in the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import and_
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import Session, col, update

from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.keepsake_rows import jot_of, jot_values, task_of, task_values
from weeknotes_desktop.storage.rows import Row, Values, moment
from weeknotes_desktop.storage.shelf import Shelf, columns, first_row, rows
from weeknotes_desktop.storage.tables import JotRow, TaskRow

_Kept = TypeVar("_Kept", Jot, Task)


@dataclass(frozen=True, slots=True)
class _Kind(Generic[_Kept]):
    """Jots or tasks: how one stands in its table, and what is done to it there."""

    table: type[JotRow] | type[TaskRow]
    wanted: tuple[Any, ...]
    of: Callable[[Row], _Kept]
    values: Callable[[_Kept, str | None], Values]

    def add(self, session: Session, thing: _Kept) -> _Kept:
        """Keep a new one."""
        kept = replace(thing, rev=1)
        adding = insert_or(self.table).values(**self.values(kept, None)).on_conflict_do_nothing()
        if not session.exec(adding).rowcount:
            raise ChangedElsewhereError("That was added already.", "Read it again.")
        return kept

    def save(self, session: Session, thing: _Kept, trashed_at: str | None = None) -> _Kept:
        """Keep a changed one."""
        kept = replace(thing, rev=thing.rev + 1)
        ours = and_(col(self.table.id) == thing.id, col(self.table.rev) == thing.rev)
        changing = update(self.table).where(ours).values(**self.values(kept, trashed_at))
        if session.exec(changing).rowcount:
            return kept
        there = columns(col(self.table.rev)).where(col(self.table.id) == thing.id)
        if first_row(session, there) is None:
            raise _not_there(thing.id)
        raise ChangedElsewhereError(
            "That was changed elsewhere since it was read.",
            "Nothing was overwritten; read it again to see what it says now.",
        )

    def trash(self, session: Session, ident: str, now: datetime) -> None:
        """Put one into the trash."""
        self.save(session, self._found(session, ident, trashed=False), moment(now))

    def bring_back(self, session: Session, ident: str) -> _Kept:
        """Take one out of the trash again."""
        return self.save(session, self._found(session, ident, trashed=True))

    def _found(self, session: Session, ident: str, *, trashed: bool) -> _Kept:
        trashed_at = col(self.table.trashed_at)
        lies_there = trashed_at.is_not(None) if trashed else trashed_at.is_(None)
        reading = columns(*self.wanted).where(and_(col(self.table.id) == ident, lies_there))
        row = first_row(session, reading)
        if row is None:
            raise _not_there(ident)
        return self.of(row)


_JOTS = _Kind(
    JotRow,
    (
        col(JotRow.id),
        col(JotRow.iso_year),
        col(JotRow.iso_week),
        col(JotRow.at),
        col(JotRow.text),
        col(JotRow.used_in),
        col(JotRow.rev),
    ),
    jot_of,
    jot_values,
)
_TASKS = _Kind(
    TaskRow,
    (
        col(TaskRow.id),
        col(TaskRow.position),
        col(TaskRow.text),
        col(TaskRow.done_at),
        col(TaskRow.rev),
    ),
    task_of,
    task_values,
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
        reading = columns(*_JOTS.wanted).where(this_week)
        with self._open_session() as session:
            found = rows(session, reading.order_by(col(JotRow.seq)))
        return tuple(sorted(map(jot_of, found), key=lambda jot: jot.at))

    def add_jot(self, jot: Jot) -> Jot:
        """Keep a new jot; returns it with its first revision."""
        with self._open_session() as session:
            return _JOTS.add(session, jot)

    def save_jot(self, jot: Jot) -> Jot:
        """Keep a changed jot; returns it with its new revision."""
        with self._open_session() as session:
            return _JOTS.save(session, jot)

    def remove_jot(self, jot_id: str, now: datetime) -> None:
        """Put a jot into the trash."""
        with self._open_session() as session:
            _JOTS.trash(session, jot_id, now)

    def restore_jot(self, jot_id: str) -> Jot:
        """Take a jot out of the trash again."""
        with self._open_session() as session:
            return _JOTS.bring_back(session, jot_id)

    def tasks(self) -> tuple[Task, ...]:
        """The to-do list in its order, removed ones left out."""
        reading = columns(*_TASKS.wanted).where(col(TaskRow.trashed_at).is_(None))
        with self._open_session() as session:
            found = rows(session, reading.order_by(col(TaskRow.position), col(TaskRow.seq)))
        return tuple(map(task_of, found))

    def add_task(self, task: Task) -> Task:
        """Keep a new task; returns it with its first revision."""
        with self._open_session() as session:
            return _TASKS.add(session, task)

    def save_task(self, task: Task) -> Task:
        """Keep a changed task; returns it with its new revision."""
        with self._open_session() as session:
            return _TASKS.save(session, task)

    def remove_task(self, task_id: str, now: datetime) -> None:
        """Put a task into the trash."""
        with self._open_session() as session:
            _TASKS.trash(session, task_id, now)

    def restore_task(self, task_id: str) -> Task:
        """Take a task out of the trash again."""
        with self._open_session() as session:
            return _TASKS.bring_back(session, task_id)


def _not_there(ident: str) -> NotFoundError:
    return NotFoundError(f"There is no jot or task with the id {ident}.")
