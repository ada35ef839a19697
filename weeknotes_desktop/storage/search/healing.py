"""Tells whether it is the index that something failed of, and then makes it anew."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from weeknotes_desktop.storage.search.checking import is_sound
from weeknotes_desktop.storage.search.index import make_anew

_MAY_BE_IT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_ERROR)
"""What SQLite says of a damaged index; it says so of other things as well."""


def healed(connection: sqlite3.Connection, error: BaseException | None) -> bool:
    """Whether ``error`` came of a damaged index, which is made anew and empty then.

    Args:
        connection: In no transaction any more.
    """
    if connection.in_transaction or not may_be_of_the_index(error):
        return False
    # Where it can only be read, or not even its pages can be thrown away, it stays as it is.
    with suppress(sqlite3.Error, MemoryError):
        connection.execute("BEGIN IMMEDIATE")
        return _made_anew(connection)
    return False


def may_be_of_the_index(error: BaseException | None) -> bool:
    """Whether a damaged index fails in this way; other things may, too."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    # A page that is noise may also ask for more memory than there is.
    return isinstance(error, MemoryError) or (code is not None and code & 0xFF in _MAY_BE_IT)


def _made_anew(connection: sqlite3.Connection) -> bool:
    try:
        if is_sound(connection):
            return False
        if not connection.in_transaction:
            # Where memory was short, SQLite has ended it by itself.
            connection.execute("BEGIN IMMEDIATE")
        make_anew(connection)
        connection.execute("COMMIT")
        return True
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
