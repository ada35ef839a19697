"""What a start reads before the rest of the program has arrived.

Imports the standard library's sqlite3 and nothing larger: SQLModel alone costs
more than a whole bare window. The rows are those the library reads and writes.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from weeknotes_desktop.domain.errors import LibraryError, ReadOnlyError
from weeknotes_desktop.domain.first_sight import FirstSight
from weeknotes_desktop.domain.goal import WeekPlan
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.after_sudden_end import finish_mending, log_waits
from weeknotes_desktop.storage.connection import connect, connect_for_reading
from weeknotes_desktop.storage.early_lock import take_early
from weeknotes_desktop.storage.faults import folder_read_only, newer, read_only, told_plainly
from weeknotes_desktop.storage.first_look import FirstLook
from weeknotes_desktop.storage.lock import LibraryLock
from weeknotes_desktop.storage.rows import draft_of, draft_values
from weeknotes_desktop.storage.schema import (
    Condition,
    a_column_is_missing,
    check_header,
    condition,
    unreadable,
)
from weeknotes_desktop.storage.triggers import are_right

if TYPE_CHECKING:
    # Seldom is there one.
    from weeknotes_desktop.domain.soundness import Mended

_DRAFT_OF_ANOTHER = "SELECT * FROM drafts WHERE note_id = ? AND base_rev <> ?"
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
        lock: None where the library is only read.
        condition: What has to be done before the library can be used.
        connection: Open where the library is ready.
        after_sudden_end: Whether the program before did not come to its end.
    """

    mended: Mended | None = None
    """What was done to a library that was found damaged."""
    back_up_folder: Path | None = None
    """Where the writer wants the back-ups; None for beside the library."""

    def __init__(
        self,
        path: Path,
        lock: LibraryLock | None,
        condition: Condition,
        connection: sqlite3.Connection | None,
        *,
        after_sudden_end: bool = False,
    ) -> None:
        self.path = path
        self.after_sudden_end = after_sudden_end
        self.lock = lock
        self.condition = condition
        self._connection = connection
        self._seen: tuple[Week, FirstSight] | None = None
        # The window's thread reads while the writer's keeps drafts: a draft
        # inside the reading's transaction would be taken back with it.
        self._one_at_a_time = Lock()

    @classmethod
    def open(cls, path: Path) -> FirstRead:
        """Take the lock and look at the file; one that is not ready is left as it is.

        Where the folder cannot be written, a library that is ready is opened
        for reading only, and so is one that a newer version wrote.

        Raises:
            LibraryBusyError: If another window or command holds the library.
            NotALibraryError: If the file is something else.
            DamagedLibraryError: If it cannot be read, or its last saves cannot.
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
        finish_mending(path)
        if not check_header(path):
            return cls(path, lock, Condition.MISSING, None)
        sudden = log_waits(path)
        connection = connect_for_reading(path)
        try:
            state = condition(connection, path, to_read=True)
            if state is Condition.READY and os.access(path, os.W_OK):
                with told_plainly(path):
                    right = are_right(connection)
                if right:
                    connection.close()
                    connection = connect(path)
                else:
                    # Before anything is saved they are put right, as an old schema is.
                    state = Condition.OLD
        except BaseException:
            connection.close()
            raise
        if state is Condition.NEWER:
            # Whoever may write it must not be kept from doing so.
            lock.release()
            return cls(path, None, state, connection)
        if state is Condition.READY:
            return cls(path, lock, state, connection, after_sudden_end=sudden)
        connection.close()
        return cls(path, lock, state, None)

    @classmethod
    def _open_unlocked(cls, path: Path) -> FirstRead:
        if not check_header(path):
            raise read_only(path)
        connection = connect_for_reading(path)
        try:
            state = condition(connection, path, to_read=True)
            if state not in (Condition.READY, Condition.NEWER):
                raise read_only(path)
        except BaseException:
            connection.close()
            raise
        return cls(path, None, state, connection)

    @property
    def ready(self) -> bool:
        """Whether there is something to read, and a place for drafts."""
        return self._connection is not None

    @property
    def read_only(self) -> LibraryError | None:
        """Why nothing can be written, where that is so."""
        if self.condition is Condition.NEWER:
            return newer()
        writable = self.lock is not None and (
            self.condition is Condition.MISSING or os.access(self.path, os.W_OK)
        )
        return None if writable else folder_read_only()

    def first_sight(self, this_week: Week) -> FirstSight:
        """What the window shows first; nothing where the library has yet to be made or migrated.

        Raises:
            LibraryError: If it could not be read.
        """
        if self._seen is not None and self._seen[0] == this_week:
            (_, sight), self._seen = self._seen, None
            return sight
        if self._connection is None:
            return FirstSight(week=this_week, plan=WeekPlan(week=this_week))
        with self._one_at_a_time, told_plainly(self.path):
            self._connection.execute("BEGIN")
            try:
                return FirstLook(self._connection).first_sight(this_week)
            except sqlite3.OperationalError as error:
                if a_column_is_missing(error):
                    raise unreadable(self.condition, self.path) from error
                raise
            except IndexError as error:
                # A letter is wrong in the name of a column; the row answers to another one.
                raise unreadable(self.condition, self.path) from error
            finally:
                self._connection.execute("ROLLBACK")

    def look(self, this_week: Week) -> None:
        """Read now what the window shows first, so that damage is seen before there is a window.

        Raises:
            LibraryError: If it could not be read.
        """
        self._seen = this_week, self.first_sight(this_week)

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
