"""Looks whether the index of the search is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from weeknotes_desktop.storage.search.index import out_of_place
from weeknotes_desktop.storage.search_tables import COLUMNS

_LISTED = "CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab('main', 'search_words', 'row')"
_STANDING = "SELECT coalesce(sum(cnt), 0) FROM temp.search_terms"
_SIZES = "SELECT sz FROM search_words_docsize"
_TOTALS = "SELECT block FROM search_words_data WHERE id = 1"
"""How many texts there are, and how many words each column has."""


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether FTS5 finds its index in order, and in it everything that there should be.

    Args:
        connection: In a transaction; nothing is changed.
    """
    try:
        with _taken_back(connection):
            for table in ("search_words", "search_parts"):
                check = f"INSERT INTO {table} ({table}) VALUES ('integrity-check')"  # noqa: S608
                connection.execute(check)
            # It passes noise in the place of its plan, by which then nothing is found.
            return not fault(connection)
    except (sqlite3.Error, MemoryError):
        return False


def fault(connection: sqlite3.Connection) -> str:
    """What is wrong with the index, in a sentence; empty for nothing.

    It only reads, but every page: it must hold as many words as it says its texts have.
    """
    try:
        if number := out_of_place(connection):
            return f"{number} notes, goals, jots or tasks are not found as they should be."
        with _terms(connection):
            (standing,) = connection.execute(_STANDING).fetchone()
        totals = _totals(connection)
        whole = totals == _said(connection) and sum(totals[1:]) == standing
        return "" if whole else "Words are missing in it."
    except (sqlite3.DatabaseError, MemoryError):
        return "It cannot be read."


def _said(connection: sqlite3.Connection) -> list[int]:
    """The totals, as the single texts say them."""
    totals = [0] * (1 + len(COLUMNS))
    for (sizes,) in connection.execute(_SIZES):
        for place, number in enumerate((1, *_numbers(sizes))):
            totals[place] += number
    return totals


def _totals(connection: sqlite3.Connection) -> list[int]:
    (packed,) = connection.execute(_TOTALS).fetchone() or (b"",)
    # As long as nothing was ever in it, it says nothing.
    return list(_numbers(packed)) or [0] * (1 + len(COLUMNS))


def _numbers(packed: bytes) -> Iterator[int]:
    """The numbers that SQLite packs one behind the other, seven bits to a byte."""
    number = 0
    for byte in packed:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            yield number
            number = 0


@contextmanager
def _terms(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute(_LISTED)
    try:
        yield
    finally:
        connection.execute("DROP TABLE temp.search_terms")


@contextmanager
def _taken_back(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("SAVEPOINT looking")
    try:
        yield
    finally:
        with suppress(sqlite3.Error, MemoryError):
            connection.execute("ROLLBACK TO looking")
            connection.execute("RELEASE looking")
