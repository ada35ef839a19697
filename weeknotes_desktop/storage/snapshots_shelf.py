"""What the notes of the library said when they were published."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from sqlite3 import Connection, Row

from sqlalchemy.dialects.sqlite import insert as insert_or

from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.snapshot import (
    FirstWords,
    GoalToday,
    LastPublished,
    Published,
    Snapshot,
)
from weeknotes_desktop.storage.read_before import (
    first_words_of,
    goal_of,
    head_of,
    note_of,
    one_for_all,
    publication_of,
    snapshot_of,
)
from weeknotes_desktop.storage.rows import maybe_day, week_of
from weeknotes_desktop.storage.shelf import Shelf
from weeknotes_desktop.storage.snapshot_rows import snapshot_values
from weeknotes_desktop.storage.tables import SnapshotRow

# All of a library is read for a site, so these go past the mapper: it takes
# eight times as long as SQLite itself.
_HEAD = """seq, id, note_id, published_at, day, iso_year, iso_week, label, title, category,
    audience, form, language, tags, goals, body_sha256, sha256"""
_OF_NOTE = "SELECT * FROM snapshots WHERE note_id = ? ORDER BY published_at DESC, seq DESC"
_OUT = "trashed_at IS NULL AND status = 'published'"
_NOTES = f"""
    SELECT id, iso_year, iso_week, label, title, category, status, audience, words,
           origin, origin_hash, rev, body_sha256, sha256, trashed_at, published_on
    FROM notes WHERE {_OUT} ORDER BY iso_year DESC, iso_week DESC, seq DESC
"""  # noqa: S608  # our own words
_TAGS = f"""
    SELECT note_id, tag FROM note_tags JOIN notes ON id = note_id WHERE {_OUT}
    ORDER BY note_id, position
"""  # noqa: S608
_HEADS = f"""
    SELECT {_HEAD} FROM snapshots
    WHERE note_id IN (SELECT id FROM notes WHERE {_OUT}) ORDER BY published_at, seq
"""  # noqa: S608
_BODIES = "SELECT seq, body FROM snapshots WHERE seq IN (SELECT value FROM json_each(?))"
_WITHOUT = f"""
    SELECT * FROM notes
    WHERE {_OUT} AND NOT EXISTS (SELECT 1 FROM snapshots WHERE note_id = notes.id)
"""  # noqa: S608
# A note that an older version published has no day, and names the Friday of its week.
_LAST = f"""
    SELECT id, iso_year, iso_week, label, published_on FROM notes
    WHERE {_OUT} AND (published_on IS NULL) = ?
    ORDER BY published_on DESC, iso_year DESC, iso_week DESC, seq DESC LIMIT 1
"""  # noqa: S608
_GOALS = "SELECT * FROM goals WHERE id IN (SELECT value FROM json_each(?))"
_PICTURES = """
    SELECT attachments.id, media_type, name, description, content
    FROM attachments JOIN contents ON contents.sha256 = content_sha256
    WHERE attachments.id IN (SELECT value FROM json_each(?))
"""


class SnapshotsShelf(Shelf):
    """The snapshots of the library."""

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Keep a note as it was published; the earlier ones stay."""
        adding = insert_or(SnapshotRow).values(**snapshot_values(snapshot))
        with self._open_session() as session:
            session.exec(adding.on_conflict_do_nothing())

    def snapshot(self, note_id: str) -> Snapshot | None:
        """The note as it was published last; None where it never was."""
        with self._reading() as driver:
            row = next(_rows(driver, f"{_OF_NOTE} LIMIT 1", note_id), None)
        return None if row is None else snapshot_of(row, row["body"])

    def snapshots(self, note_id: str) -> tuple[Snapshot, ...]:
        """All that was published of a note, newest first."""
        with self._reading() as driver:
            return tuple(snapshot_of(row, row["body"]) for row in _rows(driver, _OF_NOTE, note_id))

    def published(self) -> tuple[Published, ...]:
        """Every published note with what was published of it; newest week first."""
        with self._open_session() as session:
            driver, same = self._make_sure_of(session), one_for_all(session)
            tags = _tags(driver)
            heads = _heads(driver)
            newest = {note_id: rows[-1] for note_id, rows in heads.items()}
            numbers = json.dumps([row["seq"] for row in newest.values()])
            bodies = {row["seq"]: same(row["body"]) for row in _rows(driver, _BODIES, numbers)}
            without = {
                row["id"]: note_of(row, tags.get(row["id"], ())) for row in _rows(driver, _WITHOUT)
            }
            notes = [
                without.get(row["id"]) or head_of(row, tags.get(row["id"], ()))
                for row in _rows(driver, _NOTES)
            ]
        return tuple(
            Published(
                note=note,
                snapshot=None if head is None else publication_of(head, bodies[head["seq"]]),
                earlier=_first_words(heads.get(note.id, [])),
            )
            for note in notes
            for head in (newest.get(note.id),)
        )

    def last_published(self) -> LastPublished | None:
        """The note with the latest publication day, of those the one of the latest week."""
        with self._reading() as driver:
            rows = [row for undated in (0, 1) for row in _rows(driver, _LAST, undated)]
        found = [_last_published(row) for row in rows]
        return max(found, key=lambda one: (one.day, one.week), default=None)

    def goals_today(self, goal_ids: Collection[str]) -> Mapping[str, GoalToday]:
        """Who may read each of those goals, also of one in the trash."""
        with self._reading() as driver:
            found = [goal_of(row) for row in _rows(driver, _GOALS, json.dumps(sorted(goal_ids)))]
        return {goal.id: GoalToday(goal.audience, goal.public_text) for goal in found}

    def pictures(self, picture_ids: Collection[str]) -> Mapping[str, Picture]:
        """Those of the pictures that there are, by their id."""
        with self._reading() as driver:
            found = _rows(driver, _PICTURES, json.dumps(sorted(picture_ids)))
            return {row["id"]: Picture(**dict(row)) for row in found}

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._open_session() as session:
            yield self._make_sure_of(session)


def _rows(driver: Connection, statement: str, *values: object) -> Iterator[Row]:
    cursor = driver.cursor()
    cursor.row_factory = Row
    yield from cursor.execute(statement, values)


def _last_published(row: Row) -> LastPublished:
    week = week_of(row)
    day = maybe_day(row["published_on"]) or week.friday
    return LastPublished(row["id"], week, row["label"], day)


def _tags(driver: Connection) -> dict[str, tuple[str, ...]]:
    tags: dict[str, list[str]] = defaultdict(list)
    for row in _rows(driver, _TAGS):
        tags[row["note_id"]].append(row["tag"])
    return {note_id: tuple(names) for note_id, names in tags.items()}


def _heads(driver: Connection) -> dict[str, list[Row]]:
    """What was published of each note but the bodies, oldest first."""
    heads: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(driver, _HEADS):
        heads[row["note_id"]].append(row)
    return heads


def _first_words(heads: list[Row]) -> tuple[FirstWords, ...]:
    words = map(first_words_of, heads)
    return tuple(one for one in words if one is not None)
