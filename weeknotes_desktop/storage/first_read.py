"""What a start reads before the rest of the program has arrived.

Imports the standard library's sqlite3 and nothing larger: SQLModel alone costs
more than a whole bare window. The rows are those the library reads and writes.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock

from weeknotes_desktop.domain.errors import LibraryError, ReadOnlyError, WeekError
from weeknotes_desktop.domain.first_sight import FirstSight
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.connection import connect, connect_for_reading
from weeknotes_desktop.storage.early_lock import take_early
from weeknotes_desktop.storage.faults import read_only, told_plainly
from weeknotes_desktop.storage.lock import LibraryLock
from weeknotes_desktop.storage.rows import (
    draft_of,
    draft_values,
    goal_of,
    note_of,
    plan_of,
    summary_of,
)
from weeknotes_desktop.storage.schema import Condition, check_header, condition

FIRST_LINES = 40
"""How many notes of the archive are read at first."""

_NEWEST_NOTES = """
    SELECT id, iso_year, iso_week, label, title, category, status, audience, words,
           origin, origin_hash, rev, body_sha256, sha256
    FROM notes ORDER BY iso_year DESC, iso_week DESC, seq DESC LIMIT ?
"""
_TAGS = "SELECT tag FROM note_tags WHERE note_id = ? ORDER BY position"
_COUNT = """
    SELECT count(*), coalesce(sum(outcome = 'done'), 0) FROM goals
    WHERE iso_year = ? AND iso_week = ? AND trashed_at IS NULL AND NOT stretch
"""
# The note typed in last, else this week's newest, else the newest of all.
_WHICH_NOTE = """
    SELECT * FROM notes WHERE seq = coalesce(
        (SELECT seq FROM drafts JOIN notes ON id = note_id ORDER BY written_at DESC LIMIT 1),
        (SELECT seq FROM notes WHERE iso_year = ? AND iso_week = ? ORDER BY seq DESC LIMIT 1),
        (SELECT seq FROM notes ORDER BY iso_year DESC, iso_week DESC, seq DESC LIMIT 1))
"""
_DRAFT = "SELECT * FROM drafts WHERE note_id = ? AND base_rev = ?"
_DRAFT_OF_ANOTHER = "SELECT * FROM drafts WHERE note_id = ? AND base_rev <> ?"
_GOALS = """
    SELECT * FROM goals WHERE iso_year = ? AND iso_week = ? AND trashed_at IS NULL
    ORDER BY position, seq
"""
_PLAN = "SELECT * FROM weeks WHERE iso_year = ? AND iso_week = ?"
_KEEP_DRAFT = """
    INSERT INTO drafts (note_id, base_rev, written_at, title, sha256, body)
    VALUES (:note_id, :base_rev, :written_at, :title, :sha256, :body)
    ON CONFLICT (note_id) DO UPDATE SET base_rev = excluded.base_rev,
        written_at = excluded.written_at, title = excluded.title,
        sha256 = excluded.sha256, body = excluded.body
"""


class FirstRead:
    """Holds the lock of a library, reads what the window shows first, and keeps drafts.

    Args:
        lock: None where the folder cannot be written.
        condition: What has to be done before the library can be used.
        connection: Open where the library is ready.
    """

    def __init__(
        self,
        path: Path,
        lock: LibraryLock | None,
        condition: Condition,
        connection: sqlite3.Connection | None,
    ) -> None:
        self.path = path
        self.lock = lock
        self.condition = condition
        self._connection = connection
        # The window's thread reads while the writer's keeps drafts: a draft
        # inside the reading's transaction would be taken back with it.
        self._one_at_a_time = Lock()

    @classmethod
    def open(cls, path: Path) -> FirstRead:
        """Take the lock and look at the file; one that is not ready is left as it is.

        Where the folder cannot be written, a library that is ready is opened
        for reading only.

        Raises:
            LibraryBusyError: If another window or command holds the library.
            NotALibraryError: If the file is something else.
            NewerLibraryError: If a newer version of the program wrote it.
            ReadOnlyError: If it can neither be written nor read as it is.
        """
        path = path.resolve()
        check_header(path)
        try:
            lock = LibraryLock(path, take_early)
        except ReadOnlyError:
            return cls._open_unlocked(path)
        try:
            return cls._open_locked(path, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _open_locked(cls, path: Path, lock: LibraryLock) -> FirstRead:
        if not check_header(path):
            return cls(path, lock, Condition.MISSING, None)
        connection = connect(path) if os.access(path, os.W_OK) else connect_for_reading(path)
        try:
            state = condition(connection, path)
        except BaseException:
            connection.close()
            raise
        if state is Condition.READY:
            return cls(path, lock, state, connection)
        connection.close()
        return cls(path, lock, state, None)

    @classmethod
    def _open_unlocked(cls, path: Path) -> FirstRead:
        if not check_header(path):
            raise read_only(path)
        connection = connect_for_reading(path)
        try:
            if condition(connection, path) is not Condition.READY:
                raise read_only(path)
        except BaseException:
            connection.close()
            raise
        return cls(path, None, Condition.READY, connection)

    @property
    def ready(self) -> bool:
        """Whether there is something to read, and a place for drafts."""
        return self._connection is not None

    @property
    def read_only(self) -> ReadOnlyError | None:
        """Why nothing can be written, where that is so."""
        writable = self.lock is not None and (
            self.condition is Condition.MISSING or os.access(self.path, os.W_OK)
        )
        return None if writable else read_only(self.path)

    def first_sight(self, this_week: Week) -> FirstSight:
        """What the window shows first; nothing where the library has yet to be made or migrated.

        Raises:
            LibraryError: If it could not be read.
        """
        if self._connection is None:
            return FirstSight(week=this_week, plan=WeekPlan(week=this_week))
        with self._one_at_a_time, told_plainly(self.path):
            self._connection.execute("BEGIN")
            try:
                return _Look(self._connection).first_sight(this_week)
            finally:
                self._connection.execute("ROLLBACK")

    def keep_draft(self, draft: Draft) -> None:
        """Keep typed text, in place of the draft before; it is on the disk on return.

        A draft of another revision is set aside, as the library does it.

        Raises:
            LibraryError: If it could not be kept.
        """
        if self._connection is None:
            raise LibraryError("The library is still being opened.", "Try again in a moment.")
        with self._one_at_a_time, told_plainly(self.path):
            _keep(self._connection, draft)

    def hand_over(self) -> LibraryLock | None:
        """Close the file and leave the lock to whoever opens it next."""
        with self._one_at_a_time:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
        lock, self.lock = self.lock, None
        return lock

    def close(self) -> None:
        """Close the file and give back the lock; once is enough, more does no harm."""
        lock = self.hand_over()
        if lock is not None:
            lock.release()


def _keep(connection: sqlite3.Connection, draft: Draft) -> None:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    cursor.execute("BEGIN IMMEDIATE")
    try:
        another = cursor.execute(_DRAFT_OF_ANOTHER, (draft.note_id, draft.base_rev)).fetchone()
        if another is not None:
            aside = replace(draft_of(another), note_id=new_id())
            cursor.execute(_KEEP_DRAFT, draft_values(aside))
        cursor.execute(_KEEP_DRAFT, draft_values(draft))
        cursor.execute("COMMIT")
    except BaseException:
        # A full disk has ended it by itself already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class _Look:
    """One read of the library, inside one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._counts: dict[tuple[int, int], tuple[int, int]] = {}

    def first_sight(self, this_week: Week) -> FirstSight:
        summaries = self._summaries()
        note = self._note(this_week)
        week = note.week if note else this_week
        return FirstSight(
            week=week,
            summaries=summaries[:FIRST_LINES],
            more=len(summaries) > FIRST_LINES,
            note=note,
            draft=self._draft(note) if note else None,
            goals=self._goals(week),
            next_goals=self._goals_after(week),
            plan=self._plan(week),
        )

    def _rows(self, statement: str, *values: object) -> Sequence[sqlite3.Row]:
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(statement, values).fetchall()

    def _summaries(self) -> tuple[NoteSummary, ...]:
        return tuple(
            summary_of(row, self._tags(row["id"]), *self._count(row["iso_year"], row["iso_week"]))
            for row in self._rows(_NEWEST_NOTES, FIRST_LINES + 1)
        )

    def _tags(self, note_id: str) -> tuple[str, ...]:
        return tuple(row["tag"] for row in self._rows(_TAGS, note_id))

    def _count(self, year: int, number: int) -> tuple[int, int]:
        if (year, number) not in self._counts:
            row = self._rows(_COUNT, year, number)[0]
            self._counts[year, number] = row[0], row[1]
        return self._counts[year, number]

    def _note(self, this_week: Week) -> Note | None:
        found = self._rows(_WHICH_NOTE, this_week.year, this_week.number)
        return note_of(found[0], self._tags(found[0]["id"])) if found else None

    def _draft(self, note: Note) -> Draft | None:
        # One that no longer fits its note would be saved over it; it is rescued beside it.
        found = self._rows(_DRAFT, note.id, note.rev)
        return draft_of(found[0]) if found else None

    def _goals(self, week: Week) -> tuple[Goal, ...]:
        return tuple(goal_of(row) for row in self._rows(_GOALS, week.year, week.number))

    def _goals_after(self, week: Week) -> tuple[Goal, ...]:
        try:
            return self._goals(week.plus(1))
        except WeekError:
            return ()

    def _plan(self, week: Week) -> WeekPlan:
        found = self._rows(_PLAN, week.year, week.number)
        return plan_of(found[0]) if found else WeekPlan(week=week)
