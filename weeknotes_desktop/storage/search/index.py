"""Makes the index of the search, and brings it up to what the library says.

Nobody waits for that: it is done a bit at a time, the newest rows first. What has not been
taken in yet is not found; everything else may be written and looked for meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from weeknotes_desktop.storage.search_tables import (
    KINDS,
    NOTHING_YET,
    TABLES,
    TRIGGERS,
    VIEW,
    WEIGHTS,
    taking_in,
)
from weeknotes_desktop.storage.triggers import FOUND

MOST_AT_ONCE = 50
_MOST_LETTERS = 400_000
"""So many rows, or letters, are taken in within a tenth of a second, also on a slow machine."""

_SHADOWS = ("data", "idx", "content", "docsize", "config")
_SETTINGS = {
    "search_words": {"rank": f"bm25({', '.join(str(weight) for weight in WEIGHTS.values())})"},
}


def make_anew(connection: sqlite3.Connection) -> None:
    """Throw away whatever there is of the index, and make one in which nothing is yet.

    Args:
        connection: In a transaction.

    Raises:
        sqlite3.Error: If its pages cannot even be thrown away.
    """
    standing = dict(
        connection.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')")
    )
    for name in reversed(TABLES):
        if name in standing:
            _drop(connection, standing[name], name)
    for statement in TABLES.values():
        connection.execute(statement)
    _make_triggers(connection)
    for table, settings in _SETTINGS.items():
        for key, value in settings.items():
            setting = f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)"  # noqa: S608
            connection.execute(setting, (key, value))
    for table, kind in KINDS.items():
        # Of nothing, everything is in.
        connection.execute(
            "INSERT INTO search_state"  # noqa: S608
            f" SELECT ?, CASE WHEN EXISTS (SELECT 1 FROM {table}) THEN ? ELSE 0 END, 0",
            (kind, NOTHING_YET),
        )


def _make_triggers(connection: sqlite3.Connection) -> None:
    """Make those that went with their table, or were not there."""
    standing = {name for name, _ in connection.execute(FOUND)}
    for name, statement in TRIGGERS.items():
        if name not in standing:
            connection.execute(statement)


def missing(connection: sqlite3.Connection) -> int:
    """How many notes, goals, jots and tasks are not found yet."""
    return sum(
        connection.execute(
            f"SELECT count(*) FROM {table} WHERE trashed_at IS NULL AND seq <"  # noqa: S608
            " (SELECT since FROM search_state WHERE kind = ?)",
            (kind,),
        ).fetchone()[0]
        for table, kind in KINDS.items()
    )


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether everything is in."""
    (furthest,) = connection.execute("SELECT max(since) FROM search_state").fetchone()
    return bool(furthest == 0)


def take_some_in(connection: sqlite3.Connection) -> bool:
    """Take some of what is missing in, newest first; whether anything was missing.

    Args:
        connection: In a transaction.
    """
    state = dict(connection.execute("SELECT kind, since FROM search_state"))
    for table, kind in KINDS.items():
        if not state[kind]:
            continue
        lowest = _lowest_of_next(connection, table, state[kind])
        if lowest:
            for statement in taking_in(table, "seq >= ? AND seq < ?"):
                connection.execute(statement, (lowest, state[kind]))
        connection.execute("UPDATE search_state SET since = ? WHERE kind = ?", (lowest, kind))
        return True
    return False


def out_of_place(connection: sqlite3.Connection) -> int:
    """How many things are in that should not be, or are not in and should be.

    It only reads.
    """
    ours = " UNION ALL ".join(
        f"SELECT 4 * seq + {kind} AS number FROM {table} WHERE trashed_at IS NULL"  # noqa: S608
        f" AND seq >= (SELECT since FROM search_state WHERE kind = {kind})"
        for table, kind in KINDS.items()
    )
    (number,) = connection.execute(
        f"WITH ours AS ({ours}) SELECT"  # noqa: S608
        " (SELECT count(*) FROM ours WHERE number NOT IN (SELECT id FROM search_words_docsize))"
        " + (SELECT count(*) FROM search_words_docsize WHERE id NOT IN (SELECT number FROM ours))"
    ).fetchone()
    return int(number)


def _lowest_of_next(connection: sqlite3.Connection, table: str, since: int) -> int:
    """From where on the next rows go, downward; 0 where no more are there."""
    letters = "length(body)" if table == "notes" else "0"
    lowest = taken = 0
    reading = f"SELECT seq, {letters} FROM {table} WHERE seq < ? ORDER BY seq DESC LIMIT ?"  # noqa: S608
    for seq, length in connection.execute(reading, (since, MOST_AT_ONCE)).fetchall():
        if lowest and taken + int(length or 0) > _MOST_LETTERS:
            break
        lowest, taken = seq, taken + int(length or 0)
    return max(lowest, 0)


def _drop(connection: sqlite3.Connection, kind: str, name: str) -> None:
    try:
        with _taken_back_if_failed(connection):
            connection.execute(f"DROP {kind} {name}")
    except sqlite3.Error:
        if kind != "table" or name == VIEW:
            raise
        # What it needs to know itself by is gone, so it cannot be asked to go.
        _forget(connection, name)


def _forget(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    try:
        connection.execute("DELETE FROM sqlite_master WHERE name = ?", (name,))
    finally:
        connection.execute("PRAGMA writable_schema = RESET")
    for shadow in _SHADOWS:
        connection.execute(f"DROP TABLE IF EXISTS {name}_{shadow}")


@contextmanager
def _taken_back_if_failed(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("SAVEPOINT dropping")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO dropping")
        connection.execute("RELEASE dropping")
        raise
    connection.execute("RELEASE dropping")
