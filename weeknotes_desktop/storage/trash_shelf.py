"""What was removed from the library, and what is forgotten for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel import Session, SQLModel, col, delete, func, select, update

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.goal_events import changes
from weeknotes_desktop.domain.remarks import remarks_about
from weeknotes_desktop.domain.snapshot import without_goal
from weeknotes_desktop.domain.trash import COMPACT_DUE, Kind, Trashed
from weeknotes_desktop.storage.goals_shelf import GoalsShelf, tell
from weeknotes_desktop.storage.jots_shelf import JotsShelf
from weeknotes_desktop.storage.keepsake_rows import jot_of, jot_values, trashed_of
from weeknotes_desktop.storage.notes_shelf import NotesShelf
from weeknotes_desktop.storage.remarks_shelf import RemarksShelf
from weeknotes_desktop.storage.rows import goal_of, goal_values
from weeknotes_desktop.storage.shelf import columns, first_row, rows
from weeknotes_desktop.storage.snapshot_rows import NO_GOALS, snapshot_of, snapshot_values
from weeknotes_desktop.storage.tables import (
    DraftRow,
    GoalEventRow,
    GoalRow,
    JotRow,
    LibrarySettingRow,
    NoteRow,
    NoteTagRow,
    SnapshotRow,
    TaskRow,
    VersionRow,
)

_WEEK_AND_TEXT = ("id", "iso_year", "iso_week", "text", "trashed_at")
_TABLES: dict[Kind, tuple[type[Any], tuple[str, ...]]] = {
    Kind.NOTE: (NoteRow, ("id", "iso_year", "iso_week", "title", "label", "trashed_at")),
    Kind.GOAL: (GoalRow, _WEEK_AND_TEXT),
    Kind.JOT: (JotRow, _WEEK_AND_TEXT),
    Kind.TASK: (TaskRow, ("id", "text", "trashed_at")),
}


class TrashShelf(NotesShelf, GoalsShelf, JotsShelf, RemarksShelf):
    """The trash of the library, which knows the shelves that things were removed from."""

    def trash(self) -> tuple[Trashed, ...]:
        """Everything in the trash, removed last first."""
        with self._open_session() as session:
            found = [one for kind in Kind for one in _in_trash(session, kind)]
        return tuple(sorted(found, key=lambda one: one.trashed_at, reverse=True))

    def bring_back(self, ident: str, now: datetime) -> Trashed:
        """Take something out of the trash again; returns what it was."""
        with self._open_session() as session:
            found = _one(session, ident)
            if found.kind is Kind.NOTE:
                self.restore_note(ident)
            elif found.kind is Kind.GOAL:
                self.restore_goal(ident, now)
            elif found.kind is Kind.JOT:
                self.restore_jot(ident)
            else:
                self.restore_task(ident)
        return found

    def forget(self, ident: str, now: datetime) -> None:
        """Remove for good what lies in the trash, and all that belongs to it alone."""
        with self._open_session() as session:
            kind = _one(session, ident).kind
            # Until the file is written anew, its words stand there for whoever looks.
            self.keep_remark(COMPACT_DUE, "yes")
            if kind is Kind.NOTE:
                _forget_note(session, ident)
            elif kind is Kind.GOAL:
                _forget_goal(session, ident, now)
            else:
                table, _ = _TABLES[kind]
                session.exec(delete(table).where(col(table.id) == ident))


def _in_trash(session: Session, kind: Kind, ident: str | None = None) -> Sequence[Trashed]:
    table, names = _TABLES[kind]
    reading = columns(*(col(getattr(table, name)) for name in names))
    reading = reading.where(col(table.trashed_at).is_not(None))
    if ident is not None:
        reading = reading.where(col(table.id) == ident)
    return [trashed_of(kind, row) for row in rows(session, reading)]


def _one(session: Session, ident: str) -> Trashed:
    for kind in Kind:
        for found in _in_trash(session, kind, ident):
            return found
    raise NotFoundError(
        f"Nothing with the id {ident} lies in the trash.", "`trash` lists what does."
    )


def _forget_note(session: Session, note_id: str) -> None:
    _let_jots_go(session, note_id)
    owned: tuple[tuple[type[SQLModel], Any], ...] = (
        (NoteTagRow, NoteTagRow.note_id),
        (DraftRow, DraftRow.note_id),
        (VersionRow, VersionRow.note_id),
        (SnapshotRow, SnapshotRow.note_id),
    )
    for table, column in owned:
        session.exec(delete(table).where(col(column) == note_id))
    remarks = col(LibrarySettingRow.key).in_(remarks_about(note_id))
    session.exec(delete(LibrarySettingRow).where(remarks))
    session.exec(delete(NoteRow).where(col(NoteRow.id) == note_id))


def _let_jots_go(session: Session, note_id: str) -> None:
    """A jot that went into the note stays, and counts as not used."""
    used = select(JotRow.id).where(col(JotRow.used_in) == note_id)
    for jot_id in session.exec(used).all():
        row = _row(session, JotRow, jot_id)
        jot = jot_of(row)
        freed = jot_values(replace(jot, used_in=None, rev=jot.rev + 1), row["trashed_at"])
        session.exec(update(JotRow).where(col(JotRow.id) == jot_id).values(**freed))


def _forget_goal(session: Session, goal_id: str, now: datetime) -> None:
    """What it was carried over to stays in the thread, tied to the goal before it."""
    before = goal_of(_row(session, GoalRow, goal_id)).parent
    carried = select(GoalRow.id).where(col(GoalRow.parent) == goal_id)
    for child_id in session.exec(carried).all():
        row = _row(session, GoalRow, child_id)
        child = goal_of(row)
        tied = replace(child, parent=before, rev=child.rev + 1)
        values = goal_values(tied, row["trashed_at"])
        session.exec(update(GoalRow).where(col(GoalRow.id) == child_id).values(**values))
        tell(session, changes(child, tied, now))
    # The trigger lets events go only after their goal, which they still name.
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    session.exec(delete(GoalRow).where(col(GoalRow.id) == goal_id))
    session.exec(delete(GoalEventRow).where(col(GoalEventRow.goal) == goal_id))
    _forget_in_snapshots(session, goal_id)


def _forget_in_snapshots(session: Session, goal_id: str) -> None:
    """Take the goal out of all that was published; a damaged one loses all its goals."""
    named = select(SnapshotRow.id).where(func.instr(SnapshotRow.goals, goal_id) > 0)
    for snapshot_id in session.exec(named).all():
        row = _row(session, SnapshotRow, snapshot_id)
        snapshot = snapshot_of(row, row["body"])
        values = snapshot_values(without_goal(snapshot, goal_id))
        if not snapshot.whole:
            # Its fingerprint stays wrong: what cannot be trusted is shown to nobody.
            values = {"goals": NO_GOALS}
        session.exec(update(SnapshotRow).where(col(SnapshotRow.id) == snapshot_id).values(**values))


def _row(session: Session, table: type[Any], ident: str) -> Any:
    names = [column.name for column in table.__table__.columns]
    reading = columns(*(col(getattr(table, name)) for name in names))
    return first_row(session, reading.where(col(table.id) == ident))
