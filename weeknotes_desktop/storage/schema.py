"""What kind of file lies there, told without opening anything larger than it needs."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from enum import Enum
from pathlib import Path

from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.storage.disk import make_folder, to_disk
from weeknotes_desktop.storage.faults import (
    newer_refused,
    newer_unreadable,
    not_a_library,
    told_plainly,
    wrong_number,
)

APPLICATION_ID = 0x574E4F54
"""“WNOT”, at byte 68 of every library of ours."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every revision of the schema, oldest first, as the migrations name them."""

HEAD = REVISIONS[-1]

# The table of the number itself may be left over, empty.
_HOLDS_SOMETHING = (
    "SELECT 1 FROM sqlite_master WHERE type = 'table'"
    " AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> 'alembic_version'"
)
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_ID_AT = slice(68, 72)


class Condition(Enum):
    """What has to be done before the library can be used."""

    MISSING = "made"
    OLD = "migrated"
    READY = "nothing"
    NEWER = "only read"


def check_header(path: Path) -> bool:
    """Whether there is a library of ours; False where there is no file, or an empty one.

    Raises:
        NotALibraryError: If the file is something else.
        LibraryError: If it cannot be read.
    """
    with told_plainly(path):
        try:
            # Opening a pipe would wait for somebody to write into it.
            if not stat.S_ISREG(path.stat().st_mode):
                raise not_a_library(path)
            with path.open("rb") as file:
                header = file.read(_HEADER)
        except FileNotFoundError:
            return False
    if not header:
        return False
    ours = header.startswith(_MAGIC) and header[_ID_AT] == APPLICATION_ID.to_bytes(4, "big")
    if len(header) < _HEADER or not ours:
        raise not_a_library(path)
    return True


def make_file(path: Path) -> None:
    """Make an empty library that only its owner may read, in a folder of the same kind.

    It says whose it is before it has its name: a start that was killed here, or
    had its power cut, leaves a file that the next one knows again, or none.

    Raises:
        LibraryError: If it cannot be made.
    """
    unfinished = path.with_name(f"{path.name}.part")
    with told_plainly(path):
        make_folder(path.parent)
        unfinished.unlink(missing_ok=True)
        # Made first, because SQLite would make it readable for others.
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
                # Nobody knows this file yet, so there is nothing to roll back to.
                connection.execute("PRAGMA journal_mode=OFF")
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            to_disk(unfinished)
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        to_disk(path.parent)


def revision(connection: sqlite3.Connection) -> str | None:
    """The schema number of the file; None where nothing was made in it yet."""
    made = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if connection.execute(made).fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def condition(connection: sqlite3.Connection, path: Path, *, to_read: bool = False) -> Condition:
    """What has to be done before the library can be used.

    Args:
        to_read: Whether one that a newer version wrote is welcome, too.

    Raises:
        NewerLibraryError: If a newer version of the program wrote it.
        DamagedLibraryError: If it holds something and does not say what.
        LibraryError: If it cannot be read.
    """
    with told_plainly(path):
        number = revision(connection)
        if number is None:
            if connection.execute(_HOLDS_SOMETHING).fetchone() is not None:
                raise wrong_number(path)
            return Condition.MISSING
    if number not in REVISIONS:
        if not (number.isdecimal() and number > HEAD):
            raise wrong_number(path)
        if not to_read:
            raise newer_refused(path)
        return Condition.NEWER
    return Condition.READY if number == HEAD else Condition.OLD


def a_column_is_missing(error: sqlite3.Error) -> bool:
    """Whether the file lacks a table or column that every library of this version has."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR


def unreadable(found: Condition, path: Path) -> LibraryError:
    """The library lacks what is read of it: it is too new for us, or damaged."""
    return newer_unreadable(path) if found is Condition.NEWER else wrong_number(path)
