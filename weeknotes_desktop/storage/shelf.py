"""What every shelf of the library stands on: one connection and its transactions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection as Driver
from typing import Any

from sqlalchemy import Engine, RowMapping
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Mapped
from sqlmodel import Session
from sqlmodel.sql.expression import Select

from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.storage.database import statements_told_plainly
from weeknotes_desktop.storage.faults import search_damaged


class Shelf:
    """Reads and writes through one connection, always inside a transaction.

    Args:
        engine: The only way to the file; closed by whoever owns the library.
        path: Named when something goes wrong.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._session: Session | None = None
        self._depth = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all that is written inside one whole: all of it or nothing.

        One inside another is whole in itself, and is kept only if the outer
        one is.
        """
        with self._open_session():
            yield

    @contextmanager
    def _open_session(self) -> Iterator[Session]:
        """The session to read and write in; every method of a shelf goes through here."""
        with statements_told_plainly(self._path):
            if self._session is not None:
                with self._part_of(self._session):
                    yield self._session
                return
            with self._search_healed(), Session(self._engine) as session, session.begin():
                self._session = session
                try:
                    yield session
                    self._make_sure_of(session)
                finally:
                    self._session = None

    @contextmanager
    def _search_healed(self) -> Iterator[None]:
        """Make the index of the search anew where that is what something failed of."""
        try:
            yield
        except (DBAPIError, LibraryError, MemoryError) as error:
            # Imported only where it is needed.
            from weeknotes_desktop.storage.search.healing import healed

            # A part of the transaction has told it plainly already.
            said = error if isinstance(error, DBAPIError) else error.__cause__
            with closing(self._engine.raw_connection()) as held:
                driver = held.driver_connection
                failure = said.orig if isinstance(said, DBAPIError) else error
                if isinstance(driver, Driver) and healed(driver, failure):
                    raise search_damaged(self._path) from error
            raise

    def _make_sure_of(self, session: Session) -> Driver:
        """A full disk ends the transaction by itself; nothing must pass for kept after that."""
        driver = session.connection().connection.driver_connection
        if not isinstance(driver, Driver) or not driver.in_transaction:
            raise LibraryError(
                f"Saving to {self._path.name} was given up, and nothing of it was kept.",
                "Try again once the cause is gone.",
            )
        return driver

    @contextmanager
    def _part_of(self, session: Session) -> Iterator[None]:
        driver = self._make_sure_of(session)
        connection = session.connection()
        self._depth += 1
        name = f"part_{self._depth}"
        connection.exec_driver_sql(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            if driver.in_transaction:
                connection.exec_driver_sql(f"ROLLBACK TO {name}")
                connection.exec_driver_sql(f"RELEASE {name}")
            raise
        else:
            connection.exec_driver_sql(f"RELEASE {name}")
        finally:
            self._depth -= 1


def columns(*chosen: Mapped[Any]) -> Select[*tuple[Any, ...]]:
    """What SQLModel's ``select`` does, which is typed for at most four columns."""
    return Select(*chosen)


def rows(session: Session, reading: Select[*tuple[Any, ...]]) -> Sequence[RowMapping]:
    """The rows that were read, each column under its name."""
    return session.connection().execute(reading).mappings().all()


def first_row(session: Session, reading: Select[*tuple[Any, ...]]) -> RowMapping | None:
    """The first of the rows that could be read, if there is one."""
    return next(iter(rows(session, reading.limit(1))), None)
