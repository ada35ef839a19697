"""Writes the index anew a bit at a time, so that no word stays in it that no text has any more.

FTS5 writes down of a text that it is gone, and leaves its words where they are until it happens
to write that part of its index anew. (A later SQLite can take them out at once, but then an
older one, such as that of Debian 12, cannot read the index at all.)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

_PAGES = 250
"""So many pages are written in one step; a page has four thousand letters."""
_WORDS = 1_000
"""So many words are looked for in one step."""

_WRITE_SOME = "INSERT INTO search_words (search_words, rank) VALUES ('merge', ?)"
_WRITE_ALL = "INSERT INTO {0} ({0}) VALUES ('optimize')"
_NEXT_WORDS = "SELECT id, word FROM search_vocabulary WHERE id > ? ORDER BY id LIMIT ?"
_STANDS = "SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT 1"


def untidy(connection: sqlite3.Connection) -> int:
    """How many texts were taken out since the index was written anew last."""
    (number,) = connection.execute("SELECT sum(untidy) FROM search_state").fetchone()
    return int(number)


def tidy(connection: sqlite3.Connection) -> Iterator[None]:
    """Write it anew, step by step, each of which takes a small part of a second.

    Args:
        connection: In a transaction for each step; others may write in between.
    """
    before = connection.execute("SELECT kind, untidy FROM search_state").fetchall()
    pages = -_PAGES
    while _wrote(connection, pages):
        yield
        # A negative number begins, a positive one goes on.
        pages = _PAGES
    yield
    yield from _forget_words(connection)
    connection.execute(_WRITE_ALL.format("search_parts"))
    connection.executemany(
        "UPDATE search_state SET untidy = untidy - ? WHERE kind = ?",
        [(number, kind) for kind, number in before],
    )


def tidy_at_once(connection: sqlite3.Connection) -> None:
    """Write all of it anew.

    Args:
        connection: In a transaction.
    """
    connection.execute(_WRITE_ALL.format("search_words"))
    for _ in _forget_words(connection):
        pass
    connection.execute(_WRITE_ALL.format("search_parts"))
    connection.execute("UPDATE search_state SET untidy = 0")


def _wrote(connection: sqlite3.Connection, pages: int) -> bool:
    before = connection.total_changes
    connection.execute(_WRITE_SOME, (pages,))
    # One is the statement itself.
    return connection.total_changes - before > 1


def _forget_words(connection: sqlite3.Connection) -> Iterator[None]:
    """Take those words out of the vocabulary that stand nowhere any more."""
    last = 0
    while words := connection.execute(_NEXT_WORDS, (last, _WORDS)).fetchall():
        gone = [
            (ident,)
            for ident, word in words
            if connection.execute(_STANDS, (f'"{word}"',)).fetchone() is None
        ]
        connection.executemany("DELETE FROM search_vocabulary WHERE id = ?", gone)
        last = words[-1][0]
        yield
