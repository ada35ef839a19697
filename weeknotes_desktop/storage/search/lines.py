"""Reads what was found, as it is shown: only of what is asked for, for texts are long."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.searching.excerpts import Marked, excerpt, marked
from weeknotes_desktop.domain.searching.found import Hit, Line
from weeknotes_desktop.domain.searching.query import Query
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.rows import Row, week_of

_THESE = "seq IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL"
_OF_GOALS = "seq, id, iso_year, iso_week, text, line, how, public_text, let_go"
_READING = {
    Kind.NOTE: f"SELECT seq, id, iso_year, iso_week, label, title, body FROM notes WHERE {_THESE}",  # noqa: S608
    Kind.GOAL: f"SELECT {_OF_GOALS} FROM goals WHERE {_THESE}",  # noqa: S608
    Kind.JOT: f"SELECT seq, id, iso_year, iso_week, text, used_in FROM jots WHERE {_THESE}",  # noqa: S608
    Kind.TASK: f"SELECT seq, id, text FROM tasks WHERE {_THESE}",  # noqa: S608
}
_TEXTS = {
    Kind.NOTE: ("body",),
    Kind.GOAL: ("text", "line", "how", "public_text", "let_go"),
    Kind.JOT: ("text",),
    Kind.TASK: ("text",),
}
_NOTE = "SELECT id, iso_year, iso_week, label, title FROM notes WHERE trashed_at IS NULL AND"
_NOTE_OF_THAT_ID = f"{_NOTE} id = ?"
_FIRST_NOTE_OF_WEEK = f"{_NOTE} iso_year = ? AND iso_week = ? ORDER BY seq LIMIT 1"
_BETWEEN = " – "


class Lines:
    """Reads hits of one question.

    Args:
        pattern: How labels are printed that are not stored.
    """

    def __init__(self, connection: sqlite3.Connection, query: Query, pattern: LabelPattern) -> None:
        self._query, self._pattern = query, pattern
        self._cursor = connection.cursor()
        self._cursor.row_factory = sqlite3.Row

    def of(self, hits: Sequence[Hit], go_on: Callable[[], None]) -> Iterator[Line]:
        """The lines of those hits that are there, in the order of the hits.

        Args:
            go_on: Called before each line; whatever it raises ends them.
        """
        rows = self._rows(hits)
        for hit in hits:
            go_on()
            row = rows[hit.kind].get(hit.number)
            if row is not None:
                yield self._line(hit, row)

    def _rows(self, hits: Sequence[Hit]) -> Mapping[Kind, Mapping[int, sqlite3.Row]]:
        wanted: dict[Kind, list[int]] = defaultdict(list)
        for hit in hits:
            wanted[hit.kind].append(hit.number)
        return {
            kind: {
                row["seq"]: row
                for row in self._cursor.execute(reading, (json.dumps(wanted[kind]),))
            }
            for kind, reading in _READING.items()
        }

    def _line(self, hit: Hit, row: sqlite3.Row) -> Line:
        note = self._note_of(hit.kind, row)
        week = None if hit.kind is Kind.TASK else week_of(row)
        said = _BETWEEN.join(filter(None, (_text(row[name]) for name in _TEXTS[hit.kind])))
        return Line(
            hit=hit,
            id=_text(row["id"]),
            note=None if note is None else _text(note["id"]),
            week=week,
            label=self._label(note, week),
            title=None if note is None else self._title(hit.kind, note),
            excerpt=excerpt(self._query, said),
        )

    def _note_of(self, kind: Kind, row: sqlite3.Row) -> sqlite3.Row | None:
        if kind is Kind.NOTE:
            return row
        if kind is Kind.TASK:
            return None
        if kind is Kind.JOT and row["used_in"] is not None:
            used_in = self._first(_NOTE_OF_THAT_ID, (row["used_in"],))
            if used_in is not None:
                return used_in
        return self._first(_FIRST_NOTE_OF_WEEK, (row["iso_year"], row["iso_week"]))

    def _first(self, reading: str, values: tuple[Any, ...]) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self._cursor.execute(reading, values).fetchone()
        return found

    def _title(self, kind: Kind, note: Row) -> Marked:
        title = _text(note["title"])
        # Of something else's note, only the name is told.
        return marked(self._query, title) if kind is Kind.NOTE else Marked(title)

    def _label(self, note: sqlite3.Row | None, week: Week | None) -> str | None:
        stored = "" if note is None else _text(note["label"])
        if stored or week is None:
            return stored or None
        return self._pattern.label_of(week if note is None else week_of(note))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
