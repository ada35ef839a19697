"""Every text of the library, for the last gate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from sqlite3 import Connection, Row
from typing import TypeVar

from weeknotes_desktop.domain.library_texts import (
    MAY_BE_PUBLIC,
    LibraryTexts,
    OldTitle,
    PictureWords,
)
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.storage.keepsake_rows import jot_of, task_of
from weeknotes_desktop.storage.read_before import goal_of, note_of, one_for_all, snapshot_of
from weeknotes_desktop.storage.rows import choice, draft_of, plan_of
from weeknotes_desktop.storage.shelf import Shelf

T = TypeVar("T")

# All of a library is read each time something leaves, so these go past the mapper.
_TRASHED = " UNION ALL ".join(
    f"SELECT id FROM {table} WHERE trashed_at IS NOT NULL"  # noqa: S608  # our own words
    for table in ("notes", "goals", "jots", "tasks")
)
_NEWEST = """
    SELECT * FROM snapshots AS one WHERE NOT EXISTS (
        SELECT 1 FROM snapshots AS other WHERE other.note_id = one.note_id
        AND (other.published_at, other.seq) > (one.published_at, one.seq)
    )
"""


class TextsShelf(Shelf):
    """Reads all that may be private, and all that may be seen."""

    def texts(self) -> LibraryTexts:
        """Every text there is, but for what notes and goals said before."""
        with self._open_session() as session:
            driver = self._make_sure_of(session)
            same = one_for_all(session)
            notes = _notes(driver)
            for note in notes:
                same(note.body)
            return LibraryTexts(
                notes=notes,
                drafts=_all(driver, "SELECT * FROM drafts", draft_of),
                goals=_all(driver, "SELECT * FROM goals", goal_of),
                plans=_all(driver, "SELECT * FROM weeks", plan_of),
                jots=_all(driver, "SELECT * FROM jots", jot_of),
                tasks=_all(driver, "SELECT * FROM tasks", task_of),
                pictures=_all(
                    driver,
                    "SELECT name, description FROM attachments",
                    lambda row: PictureWords(row["name"], row["description"]),
                ),
                trashed=frozenset(row["id"] for row in _rows(driver, _TRASHED)),
                snapshots={
                    row["note_id"]: snapshot_of(row, same(row["body"]))
                    for row in _rows(driver, _NEWEST)
                },
                titles=_all(
                    driver,
                    "SELECT DISTINCT note_id, title, audience FROM snapshots",
                    lambda row: OldTitle(
                        row["note_id"],
                        row["title"],
                        choice(Audience, row["audience"], Audience.ME),
                    ),
                ),
                allowed=frozenset(
                    row["key"].removeprefix(MAY_BE_PUBLIC)
                    for row in _rows(driver, "SELECT key, value FROM library_settings")
                    if row["key"].startswith(MAY_BE_PUBLIC) and row["value"]
                ),
            )


def _notes(driver: Connection) -> tuple[Note, ...]:
    tags: dict[str, list[str]] = defaultdict(list)
    for row in _rows(driver, "SELECT note_id, tag FROM note_tags ORDER BY position"):
        tags[row["note_id"]].append(row["tag"])
    return _all(
        driver,
        "SELECT * FROM notes ORDER BY seq DESC",
        lambda row: note_of(row, tuple(tags.get(row["id"], ()))),
    )


def _all(driver: Connection, statement: str, made: Callable[[Row], T]) -> tuple[T, ...]:
    return tuple(made(row) for row in _rows(driver, statement))


def _rows(driver: Connection, statement: str) -> Iterator[Row]:
    cursor = driver.cursor()
    cursor.row_factory = Row
    yield from cursor.execute(statement)
