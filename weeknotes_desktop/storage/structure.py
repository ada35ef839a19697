"""Whether a file can be read, and has the tables, columns and indexes of this version."""

from __future__ import annotations

import sqlite3

from weeknotes_desktop.storage.search_tables import TABLES
from weeknotes_desktop.storage.tables import METADATA


def page_faults(connection: sqlite3.Connection, pragma: str = "integrity_check") -> list[str]:
    """What SQLite finds wrong with the pages of a file.

    Newer versions of it look into the index of the search as well; that one can be made
    anew, so its faults are none of the library.

    Args:
        pragma: Which of its two ways to look.

    Raises:
        sqlite3.Error: If a page cannot be read at all.
    """
    said = [str(line) for (line,) in connection.execute(f"PRAGMA {pragma}")]
    return [
        line for line in said if line != "ok" and not any(f".{name}" in line for name in TABLES)
    ]


def wrong_structure(connection: sqlite3.Connection) -> str:
    """What is not as it should be at the schema of this version, in a sentence; empty for nothing.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    tables = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
    }
    for table in METADATA.sorted_tables:
        # A view could pass for a table by its columns.
        if table.name not in tables:
            return f"The table {table.name} is missing."
        found = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table.name})")}
        if found != {column.name for column in table.columns}:
            return f"The table {table.name} is not as it should be."
        made = {name for _, name, *_ in connection.execute(f"PRAGMA index_list({table.name})")}
        if not made.issuperset(index.name for index in table.indexes if index.name):
            return f"An index of the table {table.name} is missing."
    return ""
