"""Asks the index, and reads what it names; on a connection of its own that can only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from weeknotes_desktop.domain.errors import CancelledError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.searching.found import Found, Hit, Line, Names
from weeknotes_desktop.domain.searching.query import Order, Query
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.storage.connection import connect_for_reading
from weeknotes_desktop.storage.faults import search_damaged, search_of_others, told_plainly
from weeknotes_desktop.storage.schema import check_header
from weeknotes_desktop.storage.search.expressions import (
    columns,
    excluded,
    expression,
    within_others,
)
from weeknotes_desktop.storage.search.healing import may_be_of_the_index
from weeknotes_desktop.storage.search.index import is_whole
from weeknotes_desktop.storage.search.lines import Lines
from weeknotes_desktop.storage.search.narrowing import Condition, Narrowing
from weeknotes_desktop.storage.triggers import are_right

_STEPS = 2_000
"""Steps of SQLite's after which is looked whether somebody asks something newer."""

_KINDS = (Kind.NOTE, Kind.GOAL, Kind.JOT, Kind.TASK)
"""Each under the number it has in the index."""

_MATCHING = "FROM search_words WHERE search_words MATCH ?"
_WEEK = """CASE number & 3
    WHEN 0 THEN (SELECT 100 * iso_year + iso_week FROM notes WHERE seq = number >> 2)
    WHEN 1 THEN (SELECT 100 * iso_year + iso_week FROM goals WHERE seq = number >> 2)
    WHEN 2 THEN (SELECT 100 * iso_year + iso_week FROM jots WHERE seq = number >> 2)
    ELSE 0 END"""
_NEWEST_FIRST = f"ORDER BY {_WEEK} DESC, number & 3, number DESC LIMIT ?"

_IN_USE = "FROM notes WHERE trashed_at IS NULL"
_YEARS = f"SELECT DISTINCT iso_year {_IN_USE} ORDER BY 1 DESC"
_CATEGORIES = f"SELECT DISTINCT category {_IN_USE}"
_TAGS = f"SELECT DISTINCT tag FROM note_tags WHERE note_id IN (SELECT id {_IN_USE})"  # noqa: S608
_WORKSTREAMS = "SELECT DISTINCT workstream FROM goals WHERE trashed_at IS NULL"

_Scored = list[tuple[int, float]]


class FileSearch:
    """Looks for things in a library file; the newest question wins.

    Args:
        library: It need not be there yet, and may become another file while this is open.
    """

    def __init__(self, library: Path) -> None:
        self._path = library.resolve()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._one_at_a_time = Lock()
        self._counting = Lock()
        self._newest = 0

    def find(
        self, query: Query, pattern: LabelPattern, order: Order = Order.BEST, limit: int = 50
    ) -> Found:
        """What fits; nothing where nothing is asked."""
        if not query.asks or not columns(query) or limit < 1:
            return Found()
        with self._question() as (connection, _):
            if connection is None:
                return Found()
            found = _Finding(connection, query, pattern, limit + 1).find(order)
            hits = [Hit(_KINDS[number & 3], number >> 2, score) for number, score in found[:limit]]
            return Found(tuple(hits), len(found) > limit, missing=not is_whole(connection))

    def lines(self, hits: Sequence[Hit], query: Query, pattern: LabelPattern) -> tuple[Line, ...]:
        """Those hits as they are shown; what is not there any more is left out."""
        with self._question() as (connection, go_on):
            if connection is None:
                return ()
            return tuple(Lines(connection, query, pattern).of(hits, go_on))

    def names(self) -> Names:
        """What filters can name."""
        with self._question() as (connection, _):
            return Names() if connection is None else _names(connection)

    def cancel(self) -> None:
        """Let go of the question that is being answered, from any thread."""
        with self._counting:
            self._newest += 1

    def close(self) -> None:
        """Close the file; a question after that opens it again."""
        self.cancel()
        with self._one_at_a_time:
            self._close()

    @contextmanager
    def _question(self) -> Iterator[tuple[sqlite3.Connection | None, Callable[[], None]]]:
        """The connection, if there is a library, and what ends the answer of an older question."""
        with self._counting:
            self._newest += 1
            mine = self._newest

        def go_on() -> None:
            if mine != self._newest:
                raise CancelledError("Something newer is looked for.")

        with self._one_at_a_time, told_plainly(self._path):
            go_on()
            connection = self._opened()
            if connection is None:
                yield None, go_on
                return
            connection.set_progress_handler(lambda: mine != self._newest, _STEPS)
            try:
                yield connection, go_on
            except (sqlite3.Error, MemoryError) as error:
                go_on()
                if may_be_of_the_index(error):
                    raise search_damaged(self._path) from error
                raise
            finally:
                connection.set_progress_handler(None, 0)

    def _opened(self) -> sqlite3.Connection | None:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            self._close()
            return None
        file = (status.st_dev, status.st_ino)
        if self._connection is None or self._file != file:
            self._close()
            if not check_header(self._path):
                return None
            connection = connect_for_reading(self._path)
            if not are_right(connection):
                connection.close()
                raise search_of_others(self._path)
            self._connection, self._file = connection, file
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class _Finding:
    """One question to the index.

    Args:
        most: So many numbers are wanted at most.
    """

    def __init__(
        self, connection: sqlite3.Connection, query: Query, pattern: LabelPattern, most: int
    ) -> None:
        self._connection, self._query, self._most = connection, query, most
        self._narrowed = Narrowing(connection, pattern).numbers(query)

    def find(self, order: Order) -> _Scored:
        """The numbers in the index of what fits, with how well."""
        if not self._query.words:
            return self._all_that_fit()
        if order is Order.NEWEST:
            parts = within_others(self._connection, self._query)
            return self._newest(expression(self._query, parts))
        best = self._best()
        return best if len(best) == self._most else best + self._within(best)

    def _best(self) -> _Scored:
        which, values = self._which(expression(self._query))
        found = f"SELECT rowid, -rank {which} ORDER BY rank LIMIT ?"
        return self._connection.execute(found, (*values, self._most)).fetchall()

    def _within(self, best: _Scored) -> _Scored:
        """What has the words only within others; what was written down last comes first."""
        parts = within_others(self._connection, self._query)
        if not any(parts):
            return []
        known = {number for number, _ in best}
        which, values = self._which(expression(self._query, parts))
        found = f"SELECT rowid {which} ORDER BY rowid DESC LIMIT ?"
        numbers = self._connection.execute(found, (*values, self._most))
        return [(number, 0.0) for (number,) in numbers if number not in known]

    def _newest(self, said: str) -> _Scored:
        which, values = self._which(said)
        return self._numbers(f"SELECT rowid AS number {which}", values)

    def _all_that_fit(self) -> _Scored:
        fitting = self._narrowed or Condition("SELECT 0 AS number WHERE 0")
        which, values = f"SELECT number FROM ({fitting.sql})", fitting.values  # noqa: S608
        if self._query.without:
            which += f" WHERE number NOT IN (SELECT rowid {_MATCHING})"
            values = (*values, excluded(self._query))
        return self._numbers(which, values)

    def _numbers(self, which: str, values: tuple[object, ...]) -> _Scored:
        found = f"SELECT number FROM ({which}) {_NEWEST_FIRST}"  # noqa: S608
        numbers = self._connection.execute(found, (*values, self._most))
        return [(number, 0.0) for (number,) in numbers]

    def _which(self, said: str) -> tuple[str, tuple[object, ...]]:
        if self._narrowed is None:
            return _MATCHING, (said,)
        # Without the plus, FTS5 would be asked once for each number.
        narrowed = f"{_MATCHING} AND +rowid IN ({self._narrowed.sql})"
        return narrowed, (said, *self._narrowed.values)


def _names(connection: sqlite3.Connection) -> Names:
    def all_of(reading: str) -> list[str]:
        return [name for (name,) in connection.execute(reading) if isinstance(name, str)]

    years = connection.execute(_YEARS)
    return Names(
        years=tuple(year for (year,) in years if isinstance(year, int)),
        categories=_in_order(all_of(_CATEGORIES)),
        tags=_in_order(all_of(_TAGS)),
        workstreams=_in_order(all_of(_WORKSTREAMS)),
    )


def _in_order(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, names), key=lambda name: (name.casefold(), name)))
