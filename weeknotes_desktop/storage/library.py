"""The library on disk."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine

from weeknotes_desktop.storage.connection import connect, connect_for_reading
from weeknotes_desktop.storage.database import empty_engine, engine_over
from weeknotes_desktop.storage.drafts_shelf import DraftsShelf
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.goals_shelf import GoalsShelf
from weeknotes_desktop.storage.lock import LibraryLock, take_with_filelock
from weeknotes_desktop.storage.notes_shelf import NotesShelf
from weeknotes_desktop.storage.schema import Condition, check_header, condition
from weeknotes_desktop.storage.weeks_shelf import WeeksShelf

_PATIENCE = 5.0
"""Seconds that a reader waits for a migration, as long as SQLite waits for a transaction."""


class SqlLibrary(NotesShelf, DraftsShelf, GoalsShelf, WeeksShelf):
    """All notes and goals of one writer, in one SQLite file.

    Used by one thread. Close it, or use it as a context.
    """

    def __init__(self, engine: Engine, path: Path, lock: LibraryLock | None = None) -> None:
        super().__init__(engine, path)
        self._lock = lock

    def __enter__(self) -> SqlLibrary:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and give back the lock; once is enough, more does no harm."""
        try:
            self._engine.dispose()
        finally:
            if self._lock is not None:
                self._lock.release()


def open_for_writing(path: Path, *, lock: LibraryLock | None = None) -> SqlLibrary:
    """Open the library, make it where there is none, migrate it where it is old.

    Args:
        lock: Held already, as by the first read at start; the library gives it
            back when it is closed. Without one it is taken here.

    Raises:
        LibraryBusyError: If another window or command holds the library.
        NotALibraryError: If the file is something else.
        NewerLibraryError: If a newer version of the program wrote it.
        ReadOnlyError: If it cannot be written.
        LibraryError: If anything else stands in the way; the file is as it was.
    """
    # Nothing is left beside a file that is something else; looked at again under the lock.
    check_header(path)
    held = lock or LibraryLock(path)
    try:
        _bring_to_head(held.library)
        return SqlLibrary(engine_over(connect(held.library)), held.library, held)
    except BaseException:
        if lock is None:
            held.release()
        raise


def open_after(first: FirstRead) -> SqlLibrary:
    """Open the library that a first read holds, with its lock; for reading if it could only read.

    The caller has ``first`` hand over once this has worked.

    Raises:
        LibraryError: As ``open_for_writing`` says; the lock stays with ``first``.
    """
    if first.lock is None or first.read_only is not None:
        return open_for_reading(first.path)
    return open_for_writing(first.path, lock=first.lock)


def open_for_reading(path: Path) -> SqlLibrary:
    """Open the library for reading only, also while somebody else writes.

    Where there is none, an empty one is read and none is made. An old one is
    migrated first, which takes the lock for as long as that lasts.

    Raises:
        LibraryError: As ``open_for_writing`` says, where reading is concerned.
    """
    path = path.resolve()
    if not check_header(path):
        return SqlLibrary(empty_engine(), path)
    connection = connect_for_reading(path)
    try:
        state = condition(connection, path)
        if state is Condition.READY:
            return SqlLibrary(engine_over(connection, "BEGIN"), path)
    except BaseException:
        connection.close()
        raise
    connection.close()
    if state is Condition.MISSING:
        return SqlLibrary(empty_engine(), path)
    # Another reader may be migrating it, which does not take long.
    with LibraryLock(path, partial(take_with_filelock, patience=_PATIENCE)):
        _bring_to_head(path)
    return SqlLibrary(engine_over(connect_for_reading(path), "BEGIN"), path)


def _bring_to_head(path: Path) -> None:
    if check_header(path):
        connection = connect_for_reading(path)
        try:
            if condition(connection, path) is Condition.READY:
                return
        finally:
            connection.close()
    # Imported only where it is needed: Alembic costs more than all the rest.
    from weeknotes_desktop.storage.migrate import bring_to_head

    bring_to_head(path)
