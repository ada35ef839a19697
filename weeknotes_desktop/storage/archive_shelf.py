"""What the archive shows, read a part at a time; no body is touched."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from sqlite3 import Connection, Row
from typing import Any

from weeknotes_desktop.domain.archive import (
    EVERYTHING,
    ArchiveFilter,
    Counted,
    FilterChoices,
    Showing,
    TitledNote,
    in_order,
)
from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek
from weeknotes_desktop.storage.rows import summary_of
from weeknotes_desktop.storage.shelf import Shelf

# Read while the writer scrolls and types, so these go past the mapper.
_IN_USE = "trashed_at IS NULL"
_NEWEST_FIRST = "ORDER BY iso_year DESC, iso_week DESC, seq DESC"
_WEEKS = f"""
    SELECT iso_year, iso_week, id, words FROM notes WHERE {{which}} {_NEWEST_FIRST} LIMIT ?
"""  # noqa: S608  # our own words
_TITLES = f"""
    SELECT iso_year, iso_week, id, title, label, coalesce(category, ''), words FROM notes
    WHERE {{which}} {_NEWEST_FIRST}
"""  # noqa: S608
_AT_ONCE = 500
"""Ids in one statement; SQLite takes some thousands at most."""
_LINES = f"""
    SELECT seq, id, iso_year, iso_week, label, title, category, status, audience, words,
           origin, origin_hash, rev, body_sha256, sha256, trashed_at, published_on
    FROM notes WHERE id IN ({{these}}) AND {_IN_USE}
"""  # noqa: S608
_TAGS = "SELECT note_id, tag FROM note_tags WHERE note_id IN ({these}) ORDER BY note_id, position"
_COUNT = """
    SELECT count(*), coalesce(sum(outcome = 'done'), 0) FROM goals
    WHERE iso_year = ? AND iso_week = ? AND trashed_at IS NULL AND NOT stretch
"""
_CATEGORIES = f"SELECT coalesce(category, ''), count(*) FROM notes WHERE {_IN_USE} GROUP BY 1"  # noqa: S608
_TAGGED = f"""
    SELECT tag, count(*) FROM note_tags JOIN notes ON id = note_id WHERE {_IN_USE} GROUP BY 1
"""  # noqa: S608
_TAG_NAMES = f"""
    SELECT name FROM tags WHERE EXISTS (
        SELECT 1 FROM note_tags JOIN notes ON id = note_id WHERE tag = name AND {_IN_USE})
"""  # noqa: S608
_WORKSTREAMS = """
    SELECT workstream, count(DISTINCT notes.id) FROM goals JOIN notes USING (iso_year, iso_week)
    WHERE workstream <> '' AND goals.trashed_at IS NULL AND notes.trashed_at IS NULL GROUP BY 1
"""
_YEARS = f"""
    SELECT iso_year, count(*), sum(status = 'draft') FROM notes WHERE {_IN_USE}
    GROUP BY 1 ORDER BY 1 DESC
"""  # noqa: S608
_WORDS = f"SELECT words FROM notes WHERE {_IN_USE} AND status = 'published'"  # noqa: S608
_BODIES = f"SELECT id, body FROM notes WHERE {_IN_USE} AND instr(body, ?) > 0"  # noqa: S608
# Whoever shows goals may show others by now; only who compares them can tell.
_PERHAPS_CHANGED = f"""
    SELECT id FROM (SELECT * FROM notes WHERE {{which}} AND audience <> 'me') AS now
    WHERE EXISTS (
        SELECT 1 FROM (
            SELECT * FROM snapshots WHERE note_id = now.id
            ORDER BY published_at DESC, seq DESC LIMIT 1) AS was
        WHERE now.body_sha256 <> was.body_sha256 OR now.title <> was.title
            OR now.label <> was.label OR coalesce(now.category, '') <> was.category
            OR now.iso_year <> was.iso_year OR now.iso_week <> was.iso_week
            OR coalesce(now.published_on, '') <> was.day OR now.audience <> was.audience
            OR NOT json_valid(was.tags) OR json(was.tags) <> (
                SELECT json_group_array(tag) FROM (
                    SELECT tag FROM note_tags WHERE note_id = now.id ORDER BY position))
            OR instr(was.body, '{REPORT}') OR instr(was.body, '{PLAN}'))
    {_NEWEST_FIRST}
"""  # noqa: S608

_WITH_TAG = "id IN (SELECT note_id FROM note_tags WHERE tag = ?)"
_WITH_WORKSTREAM = """(iso_year, iso_week) IN (
    SELECT iso_year, iso_week FROM goals WHERE workstream = ? AND trashed_at IS NULL)"""


class ArchiveShelf(Shelf):
    """The archive of the library."""

    def written_weeks(
        self, which: ArchiveFilter | None = None, *, week: Week | None = None, most: int = -1
    ) -> tuple[WrittenWeek, ...]:
        """The weeks that have such notes, newest first; words are not looked for."""
        where, values = _where(which or EVERYTHING, week)
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            return tuple(_weeks(driver.execute(_WEEKS.format(which=where), (*values, most))))

    def titled_notes(
        self, which: ArchiveFilter | None = None, *, week: Week | None = None
    ) -> tuple[TitledNote, ...]:
        """What each such note is called, newest first; words are not looked for."""
        where, values = _where(which or EVERYTHING, week)
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            found = driver.execute(_TITLES.format(which=where), values)
            return tuple(TitledNote(_monday(year, number), *rest) for year, number, *rest in found)

    def lines(self, note_ids: Collection[str]) -> tuple[NoteSummary, ...]:
        """One line for each of these notes that is there, newest first."""
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            tags: dict[str, list[str]] = {}
            for row in _rows_of(driver, _TAGS, note_ids):
                tags.setdefault(row["note_id"], []).append(row["tag"])
            counts = _Counts(driver)
            found = [
                (row["seq"], summary_of(row, tuple(tags.get(row["id"], ())), *counts.of(row)))
                for row in _rows_of(driver, _LINES, note_ids)
            ]
        newest_first = sorted(found, key=lambda one: (one[1].week, one[0]), reverse=True)
        return tuple(line for _, line in newest_first)

    def filter_choices(self) -> FilterChoices:
        """What the notes of the archive can be asked for by."""
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            years = driver.execute(_YEARS).fetchall()
            return FilterChoices(
                drafts=sum(drafts for _, _, drafts in years),
                categories=_counted(driver, _CATEGORIES),
                tags=_counted(driver, _TAGGED),
                workstreams=_counted(driver, _WORKSTREAMS),
                years=tuple((year, number) for year, number, _ in years),
            )

    def tags(self) -> tuple[str, ...]:
        """Every tag that a note has, in alphabetical order."""
        with self._open_session() as session:
            found = self._make_sure_of(session).execute(_TAG_NAMES)
            return tuple(name for name, _ in in_order((name, 0) for (name,) in found))

    def number_of_drafts(self) -> int:
        """How many notes nobody has seen yet."""
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            drafts = f"SELECT count(*) FROM notes WHERE {_IN_USE} AND status = ?"  # noqa: S608
            (number,) = driver.execute(drafts, (str(Status.DRAFT),)).fetchone()
            return int(number)

    def notes_with(self, words: str) -> Iterator[tuple[str, str]]:
        """Id and body of each note in whose body ``words`` stand, letter by letter."""
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            yield from driver.execute(_BODIES, (words,))

    def perhaps_changed(self, week: Week | None = None) -> tuple[str, ...]:
        """The published notes, newest first, that are not for sure as they were published."""
        where, values = _where(replace(EVERYTHING, showing=Showing.PUBLISHED), week)
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            found = driver.execute(_PERHAPS_CHANGED.format(which=where), values)
            return tuple(note_id for (note_id,) in found)

    def words_published(self) -> tuple[int, ...]:
        """How many words each published note has, in no order."""
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            return tuple(words for (words,) in driver.execute(_WORDS))


class _Counts:
    """Goals set and done, each week counted once."""

    def __init__(self, driver: Connection) -> None:
        self._driver = driver
        self._known: dict[tuple[int, int], tuple[int, int]] = {}

    def of(self, row: Row) -> tuple[int, int]:
        week = row["iso_year"], row["iso_week"]
        if week not in self._known:
            counted, done = self._driver.execute(_COUNT, week).fetchone()
            self._known[week] = counted, done
        return self._known[week]


def _where(which: ArchiveFilter, week: Week | None = None) -> tuple[str, list[Any]]:
    """The condition that says which notes are meant, and its values."""
    status = {Showing.DRAFTS: Status.DRAFT, Showing.PUBLISHED: Status.PUBLISHED}
    status[Showing.CHANGED] = Status.PUBLISHED
    asked: list[tuple[str, tuple[Any, ...]]] = []
    if which.showing in status:
        asked.append(("status = ?", (str(status[which.showing]),)))
    if which.category is not None:
        asked.append(("coalesce(category, '') = ?", (which.category,)))
    if which.tag is not None:
        asked.append((_WITH_TAG, (which.tag,)))
    if which.workstream is not None:
        asked.append((_WITH_WORKSTREAM, (which.workstream,)))
    if which.year is not None:
        asked.append(("iso_year = ?", (which.year,)))
    if week is not None:
        asked.append(("iso_year = ? AND iso_week = ?", (week.year, week.number)))
    where = " AND ".join([_IN_USE, *(condition for condition, _ in asked)])
    return where, [value for _, values in asked for value in values]


def _weeks(found: Iterator[tuple[Any, Any, str, int]]) -> Iterator[WrittenWeek]:
    """Notes of one week stand together."""
    before: tuple[Any, Any] | None = None
    notes: list[str] = []
    total = 0
    for year, number, note_id, words in found:
        if before != (year, number):
            if before is not None:
                yield WrittenWeek(_monday(*before), tuple(notes), total)
            before, notes, total = (year, number), [], 0
        notes.append(note_id)
        total += words
    if before is not None:
        yield WrittenWeek(_monday(*before), tuple(notes), total)


def _monday(year: Any, number: Any) -> int:
    """The first day of a week; one that cannot be read lies below every other."""
    try:
        return date.fromisocalendar(year, number, 1).toordinal()
    except (TypeError, ValueError, OverflowError):
        return 1


def _counted(driver: Connection, statement: str) -> Counted:
    return in_order((name, number) for name, number in driver.execute(statement))


def _rows_of(driver: Connection, statement: str, note_ids: Collection[str]) -> Iterator[Row]:
    """The rows of these notes, so many at once as fit into a statement."""
    cursor = driver.cursor()
    cursor.row_factory = Row
    asked = list(note_ids)
    for first in range(0, len(asked), _AT_ONCE):
        part = asked[first : first + _AT_ONCE]
        yield from cursor.execute(statement.format(these=", ".join("?" * len(part))), part)
