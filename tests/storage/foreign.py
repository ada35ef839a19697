"""What somebody else builds into a file of ours."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from weeknotes_desktop.storage.connection import connect

EVIL = (
    "CREATE TRIGGER evil AFTER UPDATE ON notes BEGIN UPDATE goals SET audience = 'public'; END",
    'CREATE VIEW "odd ""name""" AS SELECT title FROM notes',
    'CREATE TRIGGER of_the_view INSTEAD OF DELETE ON "odd ""name""" BEGIN SELECT 1; END',
)


def built_in(path: Path, *statements: str) -> None:
    """Let somebody else write into a file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        for statement in statements:
            careless.execute(statement)


def built_into(path: Path) -> dict[str, str]:
    """Every trigger and view, and what each is made of."""
    found = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
    with closing(connect(path)) as connection:
        return dict(connection.execute(found).fetchall())
