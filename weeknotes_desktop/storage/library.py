"""The library on disk."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.soundness import Mended
from weeknotes_desktop.domain.trash import COMPACT_DUE
from weeknotes_desktop.storage.after_sudden_end import finish_mending
from weeknotes_desktop.storage.archive_shelf import ArchiveShelf
from weeknotes_desktop.storage.connection import connect, connect_for_reading
from weeknotes_desktop.storage.database import empty_engine, engine_over, engine_that_opens
from weeknotes_desktop.storage.drafts_shelf import DraftsShelf
from weeknotes_desktop.storage.faults import newer_unreadable, told_plainly
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.history_shelf import HistoryShelf
from weeknotes_desktop.storage.lock import LibraryLock, take_with_filelock
from weeknotes_desktop.storage.names_shelf import NamesShelf
from weeknotes_desktop.storage.pictures_shelf import PicturesShelf
from weeknotes_desktop.storage.schema import Condition, check_header, condition
from weeknotes_desktop.storage.snapshots_shelf import SnapshotsShelf
from weeknotes_desktop.storage.tables import METADATA
from weeknotes_desktop.storage.texts_shelf import TextsShelf
from weeknotes_desktop.storage.trash_shelf import TrashShelf
from weeknotes_desktop.storage.triggers import are_right
from weeknotes_desktop.storage.weeks_shelf import WeeksShelf
from weeknotes_desktop.storage.whole_library import WholeLibrary
from weeknotes_desktop.storage.whole_shelf import WholeShelf

_PATIENCE = 5.0
"""Seconds that a reader waits for a migration, as long as SQLite waits for a transaction."""


class SqlLibrary(
    ArchiveShelf,
    NamesShelf,
    TrashShelf,
    HistoryShelf,
    SnapshotsShelf,
    DraftsShelf,
    WeeksShelf,
    PicturesShelf,
    TextsShelf,
    WholeShelf,
    WholeLibrary,
):
    """All notes and goals of one writer, in one SQLite file.

    Used by one thread. Close it, or use it as a context.

    Args:
        back_up_folder: Where the writer wants the back-ups; None for beside it.
    """

    def __init__(
        self,
        engine: Engine,
        path: Path,
        lock: LibraryLock | None = None,
        back_up_folder: Path | None = None,
    ) -> None:
        super().__init__(engine, path)
        self._lock = lock
        self._closed = False
        self._back_up_folder = back_up_folder

    def __enter__(self) -> SqlLibrary:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def mend(self) -> Mended:
        """Move the damaged file aside and put a whole library in its place; go on with that.

        Raises:
            LibraryError: If it could not be done; then nothing was changed.
        """
        from weeknotes_desktop.storage.good_back_ups import good_back_ups
        from weeknotes_desktop.storage.mending import mend

        self._engine.dispose()
        try:
            return mend(self._path, good_back_ups(self._path, self._back_up_folder))
        finally:
            # Not opened here: where the disk fails just now, the next act tries again.
            self._engine = engine_that_opens(partial(connect, self._path))

    def close(self) -> None:
        """Close the file and give back the lock; once is enough, more does no harm."""
        try:
            if self._lock is not None and not self._closed:
                self._wipe_if_due()
            self._engine.dispose()
        finally:
            self._closed = True
            if self._lock is not None:
                self._lock.release()

    def _wipe_if_due(self) -> None:
        """Wipe what was forgotten while somebody read; where that fails, the next one does it."""
        with suppress(LibraryError, SQLAlchemyError):
            if self.remark(COMPACT_DUE):
                with self._driver() as driver:
                    # Whoever closes does not wait for whoever reads.
                    driver.execute("PRAGMA busy_timeout = 0")
                self.compact()


def open_for_writing(
    path: Path,
    *,
    lock: LibraryLock | None = None,
    back_up_folder: Path | None = None,
    patience: float = 0,
) -> SqlLibrary:
    """Open the library, make it where there is none, migrate it where it is old.

    Args:
        lock: Held already, as by the first read at start; the library gives it
            back when it is closed. Without one it is taken here.
        patience: For how many seconds to wait for whoever holds it.
        back_up_folder: Where the writer wants the back-ups; None for beside it.

    Raises:
        LibraryBusyError: If another window or command holds the library.
        NotALibraryError: If the file is something else.
        NewerLibraryError: If a newer version of the program wrote it.
        ReadOnlyError: If it cannot be written.
        DamagedLibraryError: If it is gone, and a log or a back-up of it is there.
        LibraryError: If anything else stands in the way; the file is as it was.
    """
    # Nothing is left beside a file that is something else; looked at again under the lock.
    check_header(path)
    held = lock or LibraryLock(path, partial(take_with_filelock, patience=patience))
    try:
        finish_mending(held.library)
        if not check_header(held.library):
            from weeknotes_desktop.storage.lost import refuse_lost

            refuse_lost(held.library, back_up_folder)
        _bring_to_head(held.library)
        engine = engine_over(connect(held.library))
        return SqlLibrary(engine, held.library, held, back_up_folder)
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
    return open_for_writing(first.path, lock=first.lock, back_up_folder=first.back_up_folder)


def open_for_reading(path: Path, *, back_up_folder: Path | None = None) -> SqlLibrary:
    """Open the library for reading only, also while somebody else writes.

    Where there is none, an empty one is read and none is made. One that a newer
    version wrote is read if it has all that we read. An old one is
    migrated first, which takes the lock for as long as that lasts.

    Raises:
        LibraryError: As ``open_for_writing`` says, where reading is concerned.
    """
    path = path.resolve()
    if not check_header(path):
        from weeknotes_desktop.storage.lost import refuse_lost

        refuse_lost(path, back_up_folder)
        return SqlLibrary(empty_engine(), path)
    connection = connect_for_reading(path)
    try:
        state = condition(connection, path, to_read=True)
        if state is Condition.NEWER:
            _make_sure_of_columns(connection, path)
        if state in (Condition.READY, Condition.NEWER):
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


def _make_sure_of_columns(connection: Connection, path: Path) -> None:
    """A newer library may have other tables; without those of ours it cannot be read."""
    for table in METADATA.sorted_tables:
        found = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table.name})")}
        if not found.issuperset(column.name for column in table.columns):
            raise newer_unreadable(path)


def _bring_to_head(path: Path) -> None:
    if check_header(path):
        connection = connect_for_reading(path)
        try:
            if condition(connection, path) is Condition.READY:
                with told_plainly(path):
                    if are_right(connection):
                        return
        finally:
            connection.close()
    # Imported only where it is needed: Alembic costs more than all the rest.
    from weeknotes_desktop.storage.migrate import bring_to_head

    bring_to_head(path)
