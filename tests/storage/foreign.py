"""What somebody else builds into a file of ours."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.careless import careless
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.search_tables import TABLES, VIEW
from weeknotes_desktop.storage.triggers import TRIGGERS

EVIL = (
    "CREATE TRIGGER evil AFTER UPDATE ON notes BEGIN UPDATE goals SET audience = 'public'; END",
    'CREATE VIEW "odd ""name""" AS SELECT title FROM notes',
    'CREATE TRIGGER of_the_view INSTEAD OF DELETE ON "odd ""name""" BEGIN SELECT 1; END',
)


def built_in(path: Path, *statements: str) -> None:
    """Let somebody else write into a file."""
    with closing(careless(path, isolation_level=None)) as other:
        for statement in statements:
            other.execute(statement)


OURS = TRIGGERS | {VIEW: TABLES[VIEW]}
"""The triggers of every library, and its one view."""


def built_into(path: Path) -> dict[str, str]:
    """Every trigger and view, and what each is made of."""
    found = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
    with closing(connect(path)) as connection:
        return dict(connection.execute(found).fetchall())
