"""What a damaged library still says: which rows are whole, and which can be read but half."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from weeknotes_desktop.storage.fingerprints import fingerprinted, is_whole, tags_of_notes
from weeknotes_desktop.storage.log_pages import log_pages
from weeknotes_desktop.storage.pages import Pages, Value, page_size
from weeknotes_desktop.storage.raw_rows import KEYS, Key, Row

Tags = tuple[str, ...]

_FINGERPRINT = 64
_LISTED = (16, 17, 18)
"""How many values an entry of the archive's index has, in older libraries and in ours."""


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kinds: tuple[type, ...]
    is_rowid: bool
    otherwise: Any


@dataclass(frozen=True, slots=True)
class Listed:
    """What the index of the archive says of a note."""

    rev: int
    sha256: str
    title: str
    label: str


@dataclass(slots=True)
class Salvaged:
    """The rows of a damaged library.

    Args:
        whole: By table and key; their fingerprints are right.
        half: Those whose fingerprint is wrong; no whole one has the same key.
        tags: Those of each note, in their order.
        listed: Every note that the index of the archive names, by its id.
    """

    whole: dict[str, dict[Key, Row]] = field(default_factory=lambda: defaultdict(dict))
    half: dict[str, dict[Key, Row]] = field(default_factory=lambda: defaultdict(dict))
    tags: dict[str, Tags] = field(default_factory=dict)
    listed: dict[str, Listed] = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether it holds a row that can only come from a library of ours, whole or not."""
        return any(self.whole[table] or self.half[table] for table in fingerprinted())


def salvage(file: bytes, log: bytes, whole: sqlite3.Connection) -> Salvaged:
    """Read what can still be read of a damaged library.

    Args:
        file: The whole file; its header may be gone.
        log: The whole log beside it, or nothing.
        whole: Open on a library at head: it tells how rows look, and its tags
            stand in for those of a note that cannot be found.
    """
    waiting = log_pages(log)
    size = waiting.size or page_size(file)
    states = [waiting.committed] + ([waiting.all] if waiting.broken else [])
    forms = {table: tuple(_columns(whole, table)) for table in (*KEYS, "note_tags")}
    known = tags_of_notes(whole)
    salvaged = Salvaged()
    for newer in states:
        _add_state(salvaged, Pages(file, newer, size), forms, known)
    for table, rows in salvaged.half.items():
        for key in salvaged.whole[table].keys() & rows.keys():
            # An older state of the row may be the whole one; then the half is newer.
            if rows[key].get("rev", 0) <= salvaged.whole[table][key].get("rev", 0):
                del rows[key]
    return salvaged


def _add_state(
    salvaged: Salvaged,
    pages: Pages,
    forms: Mapping[str, tuple[_Column, ...]],
    known: Mapping[str, Tags],
) -> None:
    by_length = _by_length(forms)
    found = [
        (table, row)
        for record in pages.records()
        for table, form in by_length[len(record.values)]
        if (row := _row(record.rowid, record.values, form)) is not None
    ]
    tags = _tags(row for table, row in found if table == "note_tags")
    for table, row in found:
        if table != "note_tags":
            _sort(salvaged, table, row, tags, known)
    for entry in pages.entries(_LISTED):
        _add_listed(salvaged, entry)


def _by_length(
    forms: Mapping[str, tuple[_Column, ...]],
) -> Mapping[int, list[tuple[str, tuple[_Column, ...]]]]:
    """The tables whose rows may have so many values."""
    lengths: dict[int, list[tuple[str, tuple[_Column, ...]]]] = defaultdict(list)
    for table, form in forms.items():
        least = max(
            place
            for place, column in enumerate(form, 1)
            if column.otherwise is None and type(None) not in column.kinds
        )
        for length in range(least, len(form) + 1):
            lengths[length].append((table, form))
    return lengths


def _sort(
    salvaged: Salvaged,
    table: str,
    row: Row,
    tags: Mapping[str, Tags],
    known: Mapping[str, Tags],
) -> None:
    key = tuple(row[name] for name in KEYS[table])
    if table == "notes":
        note = row["id"]
        # The rows of its tags may be gone; the fingerprint tells which it had.
        for possible in (tags.get(note, ()), known.get(note, ()), ()):
            if is_whole(table, row, possible):
                if _is_newest(salvaged.whole[table].get(key), row):
                    salvaged.whole[table][key] = row
                    salvaged.tags[note] = possible
                return
    elif table == "goal_events":
        if _may_have_happened(row):
            salvaged.whole[table][key] = row
        return
    elif table not in fingerprinted() or is_whole(table, row):
        if _is_newest(salvaged.whole[table].get(key), row):
            salvaged.whole[table][key] = row
        return
    if _is_newest(salvaged.half[table].get(key), row):
        salvaged.half[table][key] = row


def _may_have_happened(event: Row) -> bool:
    """What happened to a goal has no fingerprint; at least its form must be right."""
    try:
        datetime.fromisoformat(event["at"])
        return isinstance(json.loads(event["detail"]), dict)
    except ValueError:
        return False


def _is_newest(before: Row | None, row: Row) -> bool:
    if before is None:
        return True
    order = "written_at" if "written_at" in row else "rev"
    return order not in row or bool(row[order] >= before[order])


def _add_listed(salvaged: Salvaged, entry: tuple[Value, ...]) -> None:
    ident, label, title, rev, fingerprint = (entry[place] for place in (3, 4, 5, 12, 14))
    if (
        isinstance(ident, str)
        and isinstance(label, str)
        and isinstance(title, str)
        and isinstance(rev, int)
        and isinstance(fingerprint, str)
        and len(fingerprint) == _FINGERPRINT
        and (ident not in salvaged.listed or salvaged.listed[ident].rev <= rev)
    ):
        salvaged.listed[ident] = Listed(rev, fingerprint, title, label)


def _columns(whole: sqlite3.Connection, table: str) -> Iterator[_Column]:
    described = whole.execute(f"PRAGMA table_info({table})").fetchall()
    keys = sum(bool(key) for *_, key in described)
    for _, name, kind, needed, otherwise, key in described:
        kinds: tuple[type, ...] = (str,)
        if kind in ("INTEGER", "BOOLEAN"):
            kinds = (int,)
        elif kind == "BLOB":
            kinds = (bytes,)
        is_rowid = bool(key) and keys == 1 and kind == "INTEGER"
        if is_rowid:
            # It is not written in the row itself.
            kinds = (type(None),)
        elif not needed:
            kinds = (*kinds, type(None))
        empty: Any = 0 if int in kinds else ""
        yield _Column(name, kinds, is_rowid, empty if otherwise is not None else None)


def _row(rowid: int, values: tuple[Value, ...], form: tuple[_Column, ...]) -> Row | None:
    """The row of that table; None where the record cannot be one.

    A row that is older than its last columns is shorter, as SQLite leaves it.
    """
    row: Row = {}
    for place, column in enumerate(form):
        if place < len(values):
            value = values[place]
        elif column.otherwise is not None or type(None) in column.kinds:
            value = column.otherwise
        else:
            return None
        if not isinstance(value, column.kinds):
            return None
        if column.name == "sha256" and len(str(value)) != _FINGERPRINT:
            return None
        row[column.name] = rowid if column.is_rowid else value
    return row


def _tags(rows: Iterable[Row]) -> dict[str, Tags]:
    by_note: dict[str, dict[int, str]] = defaultdict(dict)
    for row in rows:
        by_note[row["note_id"]][row["position"]] = row["tag"]
    return {note: tuple(tags[place] for place in sorted(tags)) for note, tags in by_note.items()}
