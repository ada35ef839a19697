"""What a restore leaves where it is: history, trash and snapshots have no expiry in a back-up.

The back-up says what the library says now; what only the library knows stays
in its history or its trash, from where it can be brought back one by one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.trash import KEPT_FOR
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.storage import keepsake_rows, rows
from weeknotes_desktop.storage.connection import know_functions
from weeknotes_desktop.storage.fingerprints import Tags, is_whole, tags_of_notes
from weeknotes_desktop.storage.hashes import body_hash
from weeknotes_desktop.storage.raw_rows import KEYS, RawRows, Row
from weeknotes_desktop.storage.search.index import make_anew

_TRASHED: dict[str, Callable[[Row, Tags, str], Row]] = {
    "notes": lambda row, tags, at: rows.note_values(_saved(rows.note_of(row, tags)), at),
    "goals": lambda row, _, at: rows.goal_values(_saved(rows.goal_of(row)), at),
    "jots": lambda row, _, at: keepsake_rows.jot_values(_saved(keepsake_rows.jot_of(row)), at),
    "tasks": lambda row, _, at: keepsake_rows.task_values(_saved(keepsake_rows.task_of(row)), at),
}
"""How a row of each table that the trash knows is put into it."""


@contextmanager
def with_what_stays(
    library: sqlite3.Connection, back_up: sqlite3.Connection, now: datetime
) -> Iterator[sqlite3.Connection]:
    """The back-up, and with it what a restore carries over from the library.

    Args:
        library: At the schema of this version; only read, and nobody writes meanwhile.
        back_up: Likewise.
    """
    # No file: nobody has to clear away private words after a sudden end.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as merged:
        merged.text_factory = back_up.text_factory
        know_functions(merged)
        back_up.backup(merged)
        merged.execute("BEGIN")
        # Whatever state it is in there: all the rest is checked, and the index is not.
        make_anew(merged)
        _CarryingOver(library, merged, now).carry()
        merged.execute("COMMIT")
        yield merged


class _CarryingOver:
    """One library whose history and trash are put into the copy of a back-up."""

    def __init__(
        self, library: sqlite3.Connection, merged: sqlite3.Connection, now: datetime
    ) -> None:
        self._library, self._merged = library, merged
        self._ours, self._theirs = RawRows(library), RawRows(merged)
        self._tags = tags_of_notes(library)
        self._now = now

    def carry(self) -> None:
        """Carry over all of it."""
        self._names("categories")
        self._names("tags")
        for row in self._missing("versions"):
            # The longest text is one of many now.
            self._theirs.put("versions", row | {"peak": False})
        for table in ("contents", "attachments"):
            for row in self._missing(table):
                self._theirs.put(table, row)
        for table in _TRASHED:
            self._things(table)
        for row in self._missing("snapshots"):
            self._theirs.put("snapshots", row)
        self._drafts()
        for row in self._all("library_settings"):
            # What the program remembers is about today.
            there = self._theirs.one("library_settings", (row["key"],))
            self._theirs.put("library_settings", row, there)

    def _things(self, table: str) -> None:
        for row in self._all(table):
            there = self._theirs.one(table, (row["id"],))
            if there is None:
                self._put_away(table, row)
                continue
            if table == "notes" and _text(row) != _text(there):
                self._keep_text(row, Occasion.REPLACED, row["saved_at"])
            self._keep_for_a_while(table, row, there)

    def _put_away(self, table: str, row: Row) -> None:
        """Let what the back-up does not know lie in the trash."""
        in_use = row["trashed_at"] is None
        tags = self._tags.get(row["id"], ()) if table == "notes" else ()
        self._theirs.put(table, self._in_trash(table, row, tags) if in_use else row)
        if table == "notes":
            self._theirs.put_tags(row["id"], tags)
        if table == "goals":
            self._events(row["id"], removed=in_use)

    def _keep_for_a_while(self, table: str, row: Row, there: Row) -> None:
        """What was in use until now is not let go at once for having been removed once."""
        if row["trashed_at"] is not None or there["trashed_at"] is None:
            return
        if rows.time_of(there["trashed_at"]) + KEPT_FOR <= self._now:
            tags = tags_of_notes(self._merged).get(row["id"], ()) if table == "notes" else ()
            self._theirs.put(table, self._in_trash(table, there, tags), there)

    def _in_trash(self, table: str, row: Row, tags: Tags) -> Row:
        at = rows.moment(self._now)
        if is_whole(table, row, tags):
            return row | _TRASHED[table](row, tags, at)
        # Its fingerprint stays wrong, so that it is told wherever it is shown.
        return row | {"trashed_at": at}

    def _events(self, goal: str, *, removed: bool) -> None:
        cursor = self._library.execute(
            "SELECT * FROM goal_events WHERE goal = ? ORDER BY seq", (goal,)
        )
        for event in _rows(cursor):
            self._theirs.put("goal_events", event)
        if removed:
            happened = {"goal": goal, "at": rows.moment(self._now), "kind": "removed"}
            self._theirs.put("goal_events", happened | {"detail": "{}"})

    def _drafts(self) -> None:
        for row in self._all("drafts"):
            there = self._theirs.one("drafts", (row["note_id"],))
            note = self._theirs.one("notes", (row["note_id"],))
            if note is not None:
                if all(_text(row) != _text(other) for other in (note, there or note)):
                    self._keep_text(row, Occasion.UNSAVED, row["written_at"])
            elif there is None:
                # Text of no note; the next start brings it back.
                self._theirs.put("drafts", row)

    def _keep_text(self, row: Row, occasion: Occasion, at: str) -> None:
        note, (title, body) = row.get("note_id", row.get("id")), _text(row)
        kept = self._merged.execute(
            "SELECT 1 FROM versions WHERE note_id = ? AND title = ? AND body_sha256 = ?",
            (note, title, body_hash(body)),
        )
        if f"{title}{body}".strip() and kept.fetchone() is None:
            version = Version(
                id=new_id(),
                note_id=str(note),
                written_at=rows.time_of(at) if at else self._now,
                occasion=occasion,
                title=title,
                body=body,
            )
            self._theirs.put("versions", keepsake_rows.version_values(version, peak=False))

    def _names(self, table: str) -> None:
        names = self._library.execute(f"SELECT name FROM {table}").fetchall()  # noqa: S608
        self._merged.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?)", names)  # noqa: S608

    def _missing(self, table: str) -> Iterator[Row]:
        there = self._theirs.fingerprints(table).keys()
        for row in self._all(table):
            if tuple(row[name] for name in KEYS[table]) not in there:
                yield row

    def _all(self, table: str) -> Iterator[Row]:
        """Every row of the library, oldest first."""
        return _rows(self._library.execute(f"SELECT * FROM {table} ORDER BY rowid"))  # noqa: S608


def _saved(thing: Any) -> Any:
    return replace(thing, rev=thing.rev + 1)


def _text(row: Row) -> tuple[str, str]:
    return str(row["title"]), str(row["body"])


def _rows(cursor: sqlite3.Cursor) -> Iterator[Row]:
    names = [name for name, *_ in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))
