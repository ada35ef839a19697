"""What restoring a back-up would change, thing by thing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from weeknotes_desktop.domain.backup import Consequence, Fate
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.fingerprints import Tags, tags_of_notes
from weeknotes_desktop.storage.rows import week_of

_Key = str


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A table whose rows the writer knows one by one."""

    table: str
    kind: str
    key: str
    says: tuple[str, ...]
    text: str


# What a row says; how often and when it was saved is no difference to anybody.
_SHELVES = (
    _Shelf(
        "notes",
        "note",
        "id",
        ("label", "title", "category", "status", "audience", "body_sha256"),
        "title",
    ),
    _Shelf(
        "goals",
        "goal",
        "id",
        (
            "position",
            "text",
            "public_text",
            "audience",
            "stretch",
            "workstream",
            "how",
            "outcome",
            "line",
            "parent",
            "proposed",
            "held",
            "let_go",
        ),
        "text",
    ),
    _Shelf("weeks", "week", "iso_year || '-' || iso_week", ("focus", "away"), "focus"),
    _Shelf("jots", "jot", "id", ("text", "used_in"), "text"),
    _Shelf("tasks", "task", "id", ("position", "text", "done_at"), "text"),
)


def consequences_of(now: sqlite3.Connection, then: sqlite3.Connection) -> tuple[Consequence, ...]:
    """What changes when all that ``then`` holds takes the place of all that ``now`` holds.

    Args:
        now: Open on a library at the schema of this version.
        then: Likewise.

    Returns:
        Newest week first; things without a week last.
    """
    found: list[Consequence] = []
    for shelf in _SHELVES:
        ours, theirs = _stands_in(now, shelf), _stands_in(then, shelf)
        for key in dict.fromkeys((*ours, *theirs)):
            fate = _fate(ours.get(key), theirs.get(key))
            if fate is not None:
                found.append(_consequence(fate, shelf, theirs.get(key) or ours[key]))
    # Stable: within a week the order of the shelves stays.
    return tuple(
        sorted(found, key=lambda one: (one.week is not None, one.week or Week(1, 1)), reverse=True)
    )


def _fate(now: _Standing | None, then: _Standing | None) -> Fate | None:
    if now is None:
        return Fate.COMES_BACK
    if then is None:
        return Fate.GOES
    # Not by their fingerprints: a damaged row has that of the whole one.
    return None if now.says == then.says else Fate.CHANGES


@dataclass(frozen=True, slots=True)
class _Standing:
    """One thing as it stands in a library, not in its trash."""

    row: Mapping[str, Any]
    says: tuple[object, ...]


def _stands_in(connection: sqlite3.Connection, shelf: _Shelf) -> dict[_Key, _Standing]:
    tags: dict[str, Tags] = tags_of_notes(connection) if shelf.kind == "note" else {}
    return {
        row["key"]: _Standing(
            row,
            (
                week_of(row) if row["iso_year"] else None,
                tags.get(row["key"], ()),
                *(row[name] for name in shelf.says),
            ),
        )
        for row in _rows(connection, shelf)
    }


def _rows(connection: sqlite3.Connection, shelf: _Shelf) -> Iterator[Mapping[str, Any]]:
    week = "NULL AS iso_year, NULL AS iso_week" if shelf.kind == "task" else "iso_year, iso_week"
    trashed = "" if shelf.kind == "week" else "WHERE trashed_at IS NULL"
    # The names are ours.
    cursor = connection.execute(
        f"SELECT {shelf.key} AS key, {week}, {', '.join(shelf.says)}"  # noqa: S608
        f" FROM {shelf.table} {trashed} ORDER BY rowid"
    )
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _consequence(fate: Fate, shelf: _Shelf, standing: _Standing) -> Consequence:
    row = standing.row
    return Consequence(
        fate=fate,
        kind=shelf.kind,
        id=row["key"],
        week=week_of(row) if row["iso_year"] else None,
        text=_words(row[shelf.text]),
        label=_words(row["label"]) if shelf.kind == "note" else "",
    )


def _words(value: object) -> str:
    """A text; nothing where a damaged row holds something else."""
    return value if isinstance(value, str) else ""
