"""One connection to a library file, set as every connection must be."""

from __future__ import annotations

import json
import sqlite3
from enum import StrEnum
from functools import lru_cache
from operator import methodcaller
from pathlib import Path

from weeknotes_desktop.domain.errors import LibraryError, ReadOnlyError
from weeknotes_desktop.storage.faults import told_plainly

LARGEST_VALUE = 20_000_000
"""No text or row is larger than this, in bytes."""

# Each was measured or argued for: WAL with FULL lost nothing in simulated power
# cuts, and a database that overwrites what it deletes keeps no private words.
_PRAGMAS: dict[str, int | str] = {
    "busy_timeout": 5000,
    "foreign_keys": 1,
    "secure_delete": 1,
    "cell_size_check": 1,
    "synchronous": 2,  # FULL
    "fullfsync": 1,  # macOS: through the cache of the drive
    "checkpoint_fullfsync": 1,
    "wal_autocheckpoint": 200,
    # The triggers of the search write into tables of FTS5 and call functions of ours.
    "trusted_schema": 1,
    "journal_mode": "wal",
}

# A damaged letter must not hide the row; its fingerprint tells.
_LENIENT = methodcaller("decode", "utf-8", "replace")


_WITH_PARTS = range(4, 101)
"""Words of so many letters may be found by a part of them."""


_AT_ONCE = 4
"""So many texts does a trigger ask for several times: title and body, as they were and are."""


class Mode(StrEnum):
    """What a connection may do."""

    WRITE = "rw"
    READ = "ro"
    FROZEN = "immutable"
    """Read a file that nobody can change, without the files beside it."""


def connect(path: Path, mode: Mode = Mode.WRITE) -> sqlite3.Connection:
    """Open the library, and make sure that the connection is as safe as it must be.

    Transactions are begun by whoever uses it: the driver's own would end before
    a change of the schema, which could then not be taken back.

    Raises:
        LibraryError: If the file cannot be opened, or not safely.
    """
    how = "mode=ro&immutable=1" if mode is Mode.FROZEN else f"mode={mode}"
    with told_plainly(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{how}",
            uri=True,
            isolation_level=None,
            # Opened by the window's thread at start, then given to the writer's.
            check_same_thread=False,
        )
        try:
            _prepare(connection, path, mode)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Open the library for reading only, also where its folder cannot be written.

    Raises:
        LibraryError: If it cannot be read whole.
    """
    try:
        return connect(path, Mode.READ)
    except ReadOnlyError:
        waiting = path.with_name(f"{path.name}-wal")
        if waiting.exists() and waiting.stat().st_size:
            # A frozen read would silently show the library without its last saves.
            raise LibraryError(
                f"The last saves still wait in {waiting.name}, and {path.parent}"
                " cannot be written.",
                f"Copy {path.name} and {waiting.name} together into a folder of yours.",
            ) from None
        return connect(path, Mode.FROZEN)


def know_functions(connection: sqlite3.Connection) -> None:
    """Let a connection do what the triggers and the view of the search call for."""
    connection.create_function("folded", -1, _folded, deterministic=True)
    connection.create_function("new_words", 2, _new_words, deterministic=True)


def _prepare(connection: sqlite3.Connection, path: Path, mode: Mode) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.text_factory = _LENIENT
    know_functions(connection)
    for name, wanted in _PRAGMAS.items():
        if mode is not Mode.WRITE and name == "journal_mode":
            continue
        connection.execute(f"PRAGMA {name}={wanted}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != wanted:
            raise LibraryError(
                f"Notes cannot be kept safely in {path.parent} ({name} is {found}).",
                "Move them to a disk of this computer; shared folders often cannot do it.",
            )
    if mode is not Mode.WRITE:
        # Opening reads nothing yet; whether the file can be read is wanted now.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


@lru_cache(_AT_ONCE)
def _folded(*said: bytes | None) -> str:
    # Not on top: a start reads before it writes anything that is searched.
    from weeknotes_desktop.domain.searching.folding import folded

    return folded("\n".join(text.decode("utf-8", "replace") for text in said if text is not None))


def _new_words(before: str | None, after: str | None) -> str:
    """Those words of folded texts that others can be a part of, as JSON."""
    old = set() if before is None else set(before.split())
    return json.dumps(
        [word for word in sorted(set((after or "").split()) - old) if len(word) in _WITH_PARTS],
        ensure_ascii=False,
    )
