"""The engine of a library: one connection, and transactions that are really begun."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlmodel import StaticPool, create_engine

from weeknotes_desktop.storage.faults import library_error
from weeknotes_desktop.storage.tables import METADATA


def empty_engine() -> Engine:
    """An engine of a library that is not there: it holds nothing and keeps nothing."""
    engine = engine_over(sqlite3.connect(":memory:", isolation_level=None), "BEGIN")
    with engine.begin() as connection:
        METADATA.create_all(connection)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    return engine


def engine_over(connection: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Engine:
    """An engine that does everything through ``connection``.

    Args:
        begin: How its transactions begin. A writer that only reads at first
            must not find the library changed when it comes to writing, so it
            takes the right to write at once.
    """
    engine = engine_that_opens(lambda: connection, begin)
    # From here on the engine owns the connection, and closes it.
    engine.connect().close()
    return engine


def engine_that_opens(
    opens: Callable[[], sqlite3.Connection], begin: str = "BEGIN IMMEDIATE"
) -> Engine:
    """The same over a connection that is opened when it is first needed.

    Where that fails, whoever needed it hears of it, and the next one tries again.
    """
    engine = create_engine(
        "sqlite://",
        creator=opens,
        # One connection for one thread: what waits, waits in the writer's queue.
        poolclass=StaticPool,
        # A failed statement is told without the writer's words in it.
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@contextmanager
def statements_told_plainly(path: Path) -> Iterator[None]:
    """Let a failed statement leave as the LibraryError it means.

    Raises:
        LibraryError: In place of the failure; a bug leaves as it came.
    """
    try:
        yield
    except DBAPIError as error:
        plain = library_error(error.orig, path)
        if plain is None:
            raise
        raise plain from error
