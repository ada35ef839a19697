"""What is done to a library as a whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.storage.faults import busy, told_plainly
from weeknotes_desktop.storage.restoring import opened_back_up
from weeknotes_desktop.storage.shelf import Shelf


class WholeLibrary(Shelf):
    """The library as one file; every method stands outside any transaction."""

    def compact(self) -> None:
        """Write the file anew, so that no trace is left of what was deleted.

        Raises:
            LibraryBusyError: If a reader kept the log from being emptied; the
                file itself is written anew.
        """
        with self._driver() as driver:
            driver.execute("VACUUM")
            (waiting, _, _) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if waiting:
            raise busy(self._path)

    def restore(self, back_up: Path) -> None:
        """Put what ``back_up`` holds in place of everything, in one go.

        It is one transaction of SQLite's own: whoever reads meanwhile sees all
        of it or nothing, and so does the next start after a sudden end.
        """
        if back_up.resolve() == self._path:
            raise LibraryError(f"{back_up} is the library itself.", "Name a back-up of it.")
        with opened_back_up(back_up) as source, self._driver() as driver:
            source.backup(driver)

    @contextmanager
    def _driver(self) -> Iterator[sqlite3.Connection]:
        with told_plainly(self._path), closing(self._engine.raw_connection()) as held:
            driver = held.driver_connection
            if not isinstance(driver, sqlite3.Connection) or driver.in_transaction:
                raise RuntimeError("The library is in a transaction.")
            yield driver
