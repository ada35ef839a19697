"""Whether a file has the tables, columns and indexes of this version."""

from __future__ import annotations

import sqlite3

from weeknotes_desktop.storage.tables import METADATA


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
