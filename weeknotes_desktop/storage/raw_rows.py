"""Rows of a library by table and key, read and written just as they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

Row = dict[str, Any]
Key = tuple[Any, ...]

KEYS = {
    "notes": ("id",),
    "goals": ("id",),
    "weeks": ("iso_year", "iso_week"),
    "drafts": ("note_id",),
    "versions": ("id",),
    "jots": ("id",),
    "tasks": ("id",),
    "contents": ("sha256",),
    "attachments": ("id",),
    "library_settings": ("key",),
    "snapshots": ("id",),
    "goal_events": ("goal", "at", "kind", "detail"),
}
"""What a row of each table is known by; goals come before what happened to them."""


_NUMBERS = range(1, 2**48)


class RawRows:
    """The rows of an open library; names of tables and columns are always ours.

    Args:
        connection: Open, and in a transaction of whoever uses it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def one(self, table: str, key: Key) -> Row | None:
        """The row of that key, if there is one."""
        known_by = " AND ".join(f"{name} = ?" for name in KEYS[table])
        return self._first(f"SELECT * FROM {table} WHERE {known_by}", key)  # noqa: S608

    def fingerprints(self, table: str) -> dict[Key, str | None]:
        """The fingerprint of every row by its key; None where rows of the table have none."""
        names = ", ".join(KEYS[table])
        columns = {name for _, name, *_ in self._connection.execute(f"PRAGMA table_info({table})")}
        last = "sha256" if "sha256" in columns else "NULL"
        reading = f"SELECT {names}, {last} FROM {table}"  # noqa: S608
        return {tuple(row[:-1]): row[-1] for row in self._connection.execute(reading)}

    def numbered(self, table: str, rowid: int) -> Row | None:
        """The row of that number, if there is one."""
        return self._first(f"SELECT * FROM {table} WHERE rowid = ?", (rowid,))  # noqa: S608

    def drop(self, table: str, rowid: int) -> None:
        """Take a row away."""
        self._connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))  # noqa: S608

    def put(self, table: str, row: Mapping[str, Any], there: Row | None = None) -> None:
        """Write a row in place of the one that is there, or as a new one.

        A row in place of another takes its number; a new one keeps its own
        where nobody else has it.
        """
        values = {name: value for name, value in row.items() if name != "seq"}
        if there is None:
            seq = row.get("seq")
            # One that was salvaged may be any number; the search counts with four times it.
            if seq is not None and seq in _NUMBERS and self.numbered(table, seq) is None:
                values["seq"] = seq
            self._insert(table, values)
            return
        marks = ", ".join(f"{name} = ?" for name in values)
        known_by = " AND ".join(f"{name} = ?" for name in KEYS[table])
        self._connection.execute(
            f"UPDATE {table} SET {marks} WHERE {known_by}",  # noqa: S608
            (*values.values(), *(there[name] for name in KEYS[table])),
        )

    def put_tags(self, note: str, tags: Iterable[str]) -> None:
        """Give a note these tags in place of those it has."""
        self._connection.execute("DELETE FROM note_tags WHERE note_id = ?", (note,))
        for position, tag in enumerate(tags):
            self._insert("note_tags", {"note_id": note, "position": position, "tag": tag})

    def _insert(self, table: str, values: Mapping[str, Any]) -> None:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        self._connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
            tuple(values.values()),
        )

    def _first(self, statement: str, values: Key) -> Row | None:
        cursor = self._connection.execute(statement, values)
        found = cursor.fetchone()
        if found is None:
            return None
        return dict(zip((name for name, *_ in cursor.description), found, strict=True))
