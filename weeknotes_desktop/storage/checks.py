"""Looks whether a library is whole; changes nothing and needs no lock."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.ports import BackUps, Clock
from weeknotes_desktop.domain.soundness import OF_THE_SEARCH, Finding
from weeknotes_desktop.storage.connection import connect_for_reading
from weeknotes_desktop.storage.faults import lost, told_plainly
from weeknotes_desktop.storage.fingerprints import WrongRow, wrong_rows
from weeknotes_desktop.storage.lost import was_one
from weeknotes_desktop.storage.schema import HEAD, REVISIONS, check_header, revision
from weeknotes_desktop.storage.search.checking import fault
from weeknotes_desktop.storage.search.index import missing
from weeknotes_desktop.storage.structure import page_faults, wrong_structure
from weeknotes_desktop.storage.surroundings import back_up_finding, folder_finding, lock_finding
from weeknotes_desktop.storage.triggers import FOUND_WITH_VIEWS, TRIGGERS, foreign_to_us
from weeknotes_desktop.storage.unnamed_pictures import unnamed_pictures

_NAMED = 5
"""How many damaged rows are named before the rest is only counted."""

_Look = Callable[[sqlite3.Connection], tuple[bool, str]]


class FileChecks:
    """The checks of one library file, each of which finds one sentence.

    Args:
        library: The notes file; it need not be there.
    """

    def __init__(self, library: Path, back_ups: BackUps, clock: Clock) -> None:
        self._library = library.resolve()
        self._back_ups = back_ups
        self._clock = clock

    def quick(self) -> tuple[Finding, ...]:
        """Whether the file can be read at all: header, pages, schema, triggers."""
        return tuple(
            self._inside(
                {"pages": _pages("quick_check"), "schema": _schema, "triggers": _triggers},
                self._found_outside(),
            )
        )

    def thorough(self) -> tuple[Finding, ...]:
        """The same, and the fingerprint of every row, and what stands around the library."""
        looks: dict[str, _Look] = {
            "pages": _pages("integrity_check"),
            "schema": _schema,
            "triggers": _triggers,
            "foreign keys": _foreign_keys,
            "fingerprints": _fingerprints,
            "drafts": _drafts,
            "trash": _trash,
            "pictures": _pictures,
            OF_THE_SEARCH: _search,
        }
        return (
            *self._inside(looks, self._found_outside()),
            back_up_finding(self._back_ups, self._clock()),
            folder_finding(self._library),
            lock_finding(self._library),
        )

    def _found_outside(self) -> tuple[Finding, ...]:
        """What can be told of the file without SQLite."""
        if not self._library.exists():
            if was_one(self._library, self._good_back_ups()):
                return (Finding("file", False, lost(self._library).problem),)
            return (Finding("file", True, f"There are no notes in {self._library} yet."),)
        size = self._library.stat().st_size
        file = Finding("file", bool(size), f"{self._library}, {size:,} bytes.")
        try:
            ours = check_header(self._library)
        except LibraryError as error:
            return file, Finding("header", False, error.problem)
        said = "It is a WeekNotes library." if ours else "The file is empty."
        return file, Finding("header", ours, said)

    def _good_back_ups(self) -> Iterator[BackUp]:
        for one in self._back_ups.all():
            if one.whole and self._back_ups.is_whole(one.path):
                yield one

    def _inside(self, looks: dict[str, _Look], outside: tuple[Finding, ...]) -> Iterator[Finding]:
        yield from outside
        if len(outside) == 1:
            # There is no file to look into.
            return
        try:
            connection = connect_for_reading(self._library)
        except LibraryError as error:
            yield from (Finding(name, False, error.problem) for name in looks)
            return
        with closing(connection):
            for name, look in looks.items():
                yield self._found(name, look, connection)

    def _found(self, name: str, look: _Look, connection: sqlite3.Connection) -> Finding:
        try:
            with told_plainly(self._library):
                return Finding(name, *look(connection))
        except LibraryError as error:
            return Finding(name, False, error.problem)
        except sqlite3.Error:
            # A table or column has another name than it should.
            return Finding(name, False, "A table that should be there is missing.")


def _pages(pragma: str) -> _Look:
    def look(connection: sqlite3.Connection) -> tuple[bool, str]:
        if number := len(page_faults(connection, f"{pragma}(20)")):
            return False, f"Pages are damaged: {number} faults."
        return True, "Every page can be read."

    return look


def _schema(connection: sqlite3.Connection) -> tuple[bool, str]:
    number = revision(connection)
    if number is None:
        return False, "The file does not say which schema it has."
    if number not in REVISIONS:
        return number > HEAD, f"Schema {number}, of a newer version; it is only read."
    if number != HEAD:
        return True, f"Schema {number}; it is brought to {HEAD} when it is opened."
    if wrong := wrong_structure(connection):
        return False, wrong
    return True, f"Schema {number}, with every table, column and index."


def _triggers(connection: sqlite3.Connection) -> tuple[bool, str]:
    if revision(connection) != HEAD:
        return True, "They are looked at once the schema is that of this version."
    found = connection.execute(FOUND_WITH_VIEWS).fetchall()
    foreign = [name for _, name in foreign_to_us(found)]
    standing = {name: made for _, name, made in found}
    missing = [name for name, made in TRIGGERS.items() if standing.get(name) != made]
    said = [f"Missing or changed: {', '.join(missing)}."] if missing else []
    if foreign:
        said.append(f"Not ours, and removed before anything is saved: {', '.join(foreign)}.")
    return not said, " ".join(said) or "All triggers are there, and no others."


def _foreign_keys(connection: sqlite3.Connection) -> tuple[bool, str]:
    lost = Counter(table for table, *_ in connection.execute("PRAGMA foreign_key_check"))
    if lost:
        told = ", ".join(f"{number} of {table}" for table, number in sorted(lost.items()))
        return False, f"Rows that belong to nothing: {told}."
    return True, "Every row belongs to something."


def _fingerprints(connection: sqlite3.Connection) -> tuple[bool, str]:
    if revision(connection) not in REVISIONS:
        return True, "A newer version made them; they are not known here."
    wrong = list(wrong_rows(connection))
    if not wrong:
        return True, "Every row says what was saved."
    told = ", ".join(_named(row) for row in wrong[:_NAMED])
    more = f" and {len(wrong) - _NAMED} more" if len(wrong) > _NAMED else ""
    return False, f"Damaged, and for you alone: {told}{more}."


def _named(row: WrongRow) -> str:
    return f"{row.kind} {row.id or '?'}"


def _drafts(connection: sqlite3.Connection) -> tuple[bool, str]:
    (number,) = connection.execute("SELECT count(*) FROM drafts").fetchone()
    return True, f"{number} typed and not saved yet." if number else "Nothing waits to be saved."


def _pictures(connection: sqlite3.Connection) -> tuple[bool, str]:
    (number, size) = connection.execute("SELECT count(*), total(size) FROM attachments").fetchone()
    if not number:
        return True, "There are none."
    unnamed = unnamed_pictures(connection)
    nothing = (
        f"; nothing names {len(unnamed):,} of them ({_megabytes(sum(unnamed.values()))}),"
        " and they go once that has been so for 90 days"
        if unnamed
        else ""
    )
    return True, f"{number:,}, which take {_megabytes(int(size))}{nothing}."


def _search(connection: sqlite3.Connection) -> tuple[bool, str]:
    if revision(connection) != HEAD:
        return True, "It is made once the schema is that of this version."
    if wrong := fault(connection):
        return False, f"{wrong} A window makes it anew."
    if number := missing(connection):
        return True, f"It is being made; {number:,} things are not found yet."
    return True, "Everything is found."


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"


def _trash(connection: sqlite3.Connection) -> tuple[bool, str]:
    parts = []
    for table in ("notes", "goals", "jots", "tasks"):
        columns = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
        if "trashed_at" in columns:
            # The name is one of ours.
            counting = f"SELECT count(*) FROM {table} WHERE trashed_at NOTNULL"  # noqa: S608
            (number,) = connection.execute(counting).fetchone()
            parts += [f"{number} {table}"] if number else []
    return True, f"{', '.join(parts)}." if parts else "It is empty."
