"""What a library’s index says, and whether it says what an index made anew would say."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.searching.found import Search
from weeknotes_desktop.domain.searching.parsing import parse
from weeknotes_desktop.domain.searching.query import Order
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import SqlLibrary
from weeknotes_desktop.storage.search.checking import fault, is_sound
from weeknotes_desktop.storage.search.index import make_anew, take_some_in

PATTERN = LabelPattern()
Entry = tuple[str, int, int, int]
"""A word, where it stands, in which column, and at which place of that."""


def found(search: Search, typed: str, order: Order = Order.BEST, limit: int = 50) -> list[str]:
    """The ids of what is found, in its order."""
    query = parse(typed)
    hits = search.find(query, PATTERN, order, limit).hits
    return [line.id for line in search.lines(hits, query, PATTERN)]


def shown(search: Search, typed: str) -> list[str]:
    """What each hit shows, with asterisks around what was found."""
    query = parse(typed)
    lines = search.lines(search.find(query, PATTERN).hits, query, PATTERN)
    return [line.excerpt.written("*", "*") for line in lines]


def make_whole(library: SqlLibrary) -> int:
    """Keep the search up until there is nothing to do; how many steps that took."""
    steps = 1
    while not library.keep_up_search().done:
        steps += 1
    return steps


def entries(connection: sqlite3.Connection) -> list[Entry]:
    """Everything that the index holds."""
    connection.execute(
        "CREATE VIRTUAL TABLE temp.said USING fts5vocab(main, search_words, instance)"
    )
    try:
        return connection.execute(
            "SELECT term, doc, col, offset FROM temp.said ORDER BY 1, 2, 3, 4"
        ).fetchall()
    finally:
        connection.execute("DROP TABLE temp.said")


def vocabulary(connection: sqlite3.Connection) -> set[str]:
    """Every word that others may be found in."""
    return {word for (word,) in connection.execute("SELECT word FROM search_vocabulary")}


def make_sure(path: Path) -> None:
    """Assert that the index of a library is whole, and says what one made anew says."""
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert is_sound(connection)
        assert fault(connection) == ""
        for check in ("search_words", "search_parts"):
            # With a one, FTS5 reads all texts again and compares.
            connection.execute(f"INSERT INTO {check} ({check}, rank) VALUES ('integrity-check', 1)")
        kept, known = entries(connection), vocabulary(connection)
        make_anew(connection)
        while take_some_in(connection):
            pass
        assert kept == entries(connection)
        assert known >= vocabulary(connection)
        connection.execute("ROLLBACK")
