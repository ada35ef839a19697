"""A library as the first version of the program wrote it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.migrate import bring_to_head
from weeknotes_desktop.storage.rows import Values, goal_values, note_values


def make_old_library(path: Path, notes: list[Note], goals: list[Goal]) -> None:
    """Write a file of revision 0001 that holds ``notes`` and ``goals``."""
    bring_to_head(path, to="0001")
    with closing(connect(path)) as connection:
        for note in notes:
            values = note_values(note)
            # What came with 0002, 0003 and 0005.
            for name in ("origin_hash", "saved_at", "trashed_at", "published_on"):
                del values[name]
            _insert(connection, "categories", {"name": note.category})
            _insert(connection, "notes", values)
            for position, tag in enumerate(note.tags):
                _insert(connection, "tags", {"name": tag})
                tagged = {"note_id": note.id, "position": position, "tag": tag}
                _insert(connection, "note_tags", tagged)
        for goal in goals:
            values = goal_values(goal)
            # What came with 0004.
            for name in ("committed_at", "held", "let_go"):
                del values[name]
            _insert(connection, "goals", values)
            event = {"goal": goal.id, "at": "2026-11-23T09:00:00", "kind": "added", "detail": "{}"}
            _insert(connection, "goal_events", event)


def _insert(connection: sqlite3.Connection, table: str, values: Values) -> None:
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", values)
