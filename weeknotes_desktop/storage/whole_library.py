"""What is done to a library as a whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.domain.trash import COMPACT_DUE
from weeknotes_desktop.storage.carrying_over import with_what_stays
from weeknotes_desktop.storage.faults import busy, search_damaged, told_plainly
from weeknotes_desktop.storage.remarks_shelf import RemarksShelf
from weeknotes_desktop.storage.rendered_bodies import forget_rendered
from weeknotes_desktop.storage.restoring import opened_back_up
from weeknotes_desktop.storage.search.healing import healed
from weeknotes_desktop.storage.search.index import make_anew, missing, take_some_in
from weeknotes_desktop.storage.search.tidying import tidy, tidy_at_once, untidy

_DONE = object()


class WholeLibrary(RemarksShelf):
    """The library as one file; every method stands outside any transaction."""

    _tidying: tuple[sqlite3.Connection, Iterator[None]] | None = None
    """Who writes the index of the search anew, and on which connection."""

    def compact(self) -> None:
        """Write the file anew, so that no trace is left of what was deleted.

        What was rendered goes as well: it may show the same words.

        Raises:
            LibraryBusyError: If a reader kept the log from being emptied; the
                file itself is written anew.
        """
        forget_rendered(self._path)
        with self._driver() as driver:
            with _transaction(driver):
                tidy_at_once(driver)
            driver.execute("VACUUM")
            (waiting, _, _) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if waiting:
            raise busy(self._path)
        if self.remark(COMPACT_DUE):
            self.keep_remark(COMPACT_DUE, "")

    def restore(self, back_up: Path) -> None:
        """Put what ``back_up`` holds in place of everything, in one go.

        What it does not know stays: versions and snapshots where they are, notes,
        goals, jots and tasks in the trash, the text of other notes as a version.
        It is one transaction of SQLite's own: whoever reads meanwhile sees all
        of it or nothing, and so does the next start after a sudden end.
        """
        if back_up.resolve() == self._path:
            raise LibraryError(f"{back_up} is the library itself.", "Name a back-up of it.")
        now = datetime.now().astimezone()
        with (
            opened_back_up(back_up) as source,
            self._driver() as driver,
            with_what_stays(driver, source, now) as merged,
        ):
            merged.backup(driver)

    def keep_up_search(self, *, anew: bool = False) -> Upkeep:
        """Bring the search one step further, or throw its index away to begin anew.

        Raises:
            DamagedSearchError: If its index was damaged; it is empty now.
        """
        with self._driver() as driver:
            try:
                with _transaction(driver):
                    return self._step(driver, anew=anew)
            except (sqlite3.Error, MemoryError) as error:
                if healed(driver, error):
                    raise search_damaged(self._path) from error
                raise

    def _step(self, driver: sqlite3.Connection, *, anew: bool) -> Upkeep:
        if anew:
            make_anew(driver)
        elif not take_some_in(driver) and untidy(driver):
            if self._tidying is None or self._tidying[0] is not driver:
                self._tidying = driver, tidy(driver)
            if next(self._tidying[1], _DONE) is _DONE:
                self._tidying = None
        return Upkeep(missing(driver), untidy=self._tidying is not None or bool(untidy(driver)))

    @contextmanager
    def _driver(self) -> Iterator[sqlite3.Connection]:
        with told_plainly(self._path), closing(self._engine.raw_connection()) as held:
            driver = held.driver_connection
            if not isinstance(driver, sqlite3.Connection) or driver.in_transaction:
                raise RuntimeError("The library is in a transaction.")
            yield driver


@contextmanager
def _transaction(driver: sqlite3.Connection) -> Iterator[None]:
    driver.execute("BEGIN IMMEDIATE")
    try:
        yield
        driver.execute("COMMIT")
    except BaseException:
        # A full disk has ended it by itself already.
        if driver.in_transaction:
            driver.execute("ROLLBACK")
        raise
