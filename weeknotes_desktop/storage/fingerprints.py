"""Whose fingerprint is wrong, in a library of any revision."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage import hashes, keepsake_rows, rows, snapshot_rows

Found = Mapping[str, Any]
"""A row as it was read, by column."""

Tags = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row that no longer says what was saved.

    Args:
        kind: note, goal, jot, task, week, draft, version, snapshot, remark or picture.
        id: Empty where it cannot be read, or there is none.
        text: Title of a note, wording of a goal, as far as it can be read.
    """

    table: str
    rowid: int
    kind: str
    id: str = ""
    week: Week | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Fingerprinted:
    """A table whose rows have a fingerprint, and how one is known as whole."""

    kind: str
    whole: Callable[[Found, Tags], bool]
    id: str = "id"
    text: str = ""


class _Row(dict[str, Any]):
    """A row in which a column that an older revision lacks is empty."""

    def __missing__(self, column: str) -> None:
        return None


def wrong_rows(connection: sqlite3.Connection) -> Iterator[WrongRow]:
    """Every row of every table whose fingerprint is wrong, table by table.

    Args:
        connection: Open on a library of any revision that we know.

    Raises:
        sqlite3.Error: Where a page cannot be read at all.
    """
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    tags = tags_of_notes(connection) if "note_tags" in there else {}
    for table, form in _TABLES.items():
        if table not in there:
            continue
        for rowid, row in rows_of(connection, table):
            if not is_whole(table, row, tags.get(row["id"], ()) if table == "notes" else ()):
                yield _wrong(table, form, rowid, row)


def fingerprinted() -> tuple[str, ...]:
    """The tables whose rows have a fingerprint that is checked."""
    return tuple(_TABLES)


def is_whole(table: str, row: Found, tags: Tags = ()) -> bool:
    """Whether a row of one of those tables says what was saved.

    Args:
        row: All of its columns; what an older revision lacks may be missing.
        tags: Those of a note, in their order.
    """
    try:
        return _TABLES[table].whole(_Row(row), tags)
    except (TypeError, ValueError, OverflowError, AttributeError):
        # A value of another kind stands where a text stood.
        return False


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[tuple[int, Found]]:
    """Every row of a table with its number, by column."""
    with closing(connection.cursor()) as cursor:
        cursor.row_factory = sqlite3.Row
        # The name is one of ours.
        cursor.execute(f"SELECT rowid AS _number, * FROM {table} ORDER BY rowid")  # noqa: S608
        for found in cursor:
            row = _Row(zip(found.keys(), found, strict=True))
            yield row.pop("_number"), row


def tags_of_notes(connection: sqlite3.Connection) -> dict[str, Tags]:
    """The tags of each note in their order, by the id of the note."""
    tags: dict[str, list[str]] = defaultdict(list)
    reading = "SELECT note_id, tag FROM note_tags ORDER BY note_id, position"
    for note_id, tag in connection.execute(reading):
        tags[note_id].append(tag)
    return {note_id: tuple(names) for note_id, names in tags.items()}


def _wrong(table: str, form: _Fingerprinted, rowid: int, row: Found) -> WrongRow:
    ident, text = row[form.id], row[form.text]
    return WrongRow(
        table,
        rowid,
        form.kind,
        id=ident if isinstance(ident, str) else "",
        week=rows.week_of(row) if row["iso_year"] is not None else None,
        text=text if isinstance(text, str) else "",
    )


def _week_is_whole(row: Found, _: Tags) -> bool:
    return bool(row["sha256"] == hashes.plan_hash(rows.plan_of(row)))


def _draft_is_whole(row: Found, _: Tags) -> bool:
    right = hashes.draft_hash(rows.draft_of(row), row["written_at"])
    return bool(row["sha256"] == right)


def _jot_is_whole(row: Found, _: Tags) -> bool:
    right = hashes.jot_hash(keepsake_rows.jot_of(row), row["at"], row["trashed_at"])
    return bool(row["sha256"] == right)


def _task_is_whole(row: Found, _: Tags) -> bool:
    right = hashes.task_hash(keepsake_rows.task_of(row), row["done_at"], row["trashed_at"])
    return bool(row["sha256"] == right)


def _remark_is_whole(row: Found, _: Tags) -> bool:
    return bool(row["sha256"] == hashes.remark_hash(row["key"], row["value"], row["rev"]))


def _picture_is_whole(row: Found, _: Tags) -> bool:
    return bool(row["sha256"] == sha256(row["content"]).hexdigest())


def _snapshot_is_whole(row: Found, _: Tags) -> bool:
    return snapshot_rows.is_whole(row, row["body"])


def _attachment_is_whole(row: Found, _: Tags) -> bool:
    return bool(row["sha256"] == hashes.attachment_hash(row))


_TABLES = {
    "notes": _Fingerprinted("note", lambda row, tags: rows.note_of(row, tags).whole, text="title"),
    "drafts": _Fingerprinted("draft", _draft_is_whole, id="note_id", text="title"),
    "versions": _Fingerprinted(
        "version", lambda row, _: keepsake_rows.version_of(row).whole, text="title"
    ),
    "snapshots": _Fingerprinted("snapshot", _snapshot_is_whole, text="title"),
    "goals": _Fingerprinted("goal", lambda row, _: rows.goal_of(row).whole, text="text"),
    "weeks": _Fingerprinted("week", _week_is_whole, text="focus"),
    "jots": _Fingerprinted("jot", _jot_is_whole, text="text"),
    "tasks": _Fingerprinted("task", _task_is_whole, text="text"),
    "attachments": _Fingerprinted("picture", _attachment_is_whole, text="name"),
    "contents": _Fingerprinted("picture", _picture_is_whole, id="sha256"),
    "library_settings": _Fingerprinted("remark", _remark_is_whole, id="key", text="value"),
}
