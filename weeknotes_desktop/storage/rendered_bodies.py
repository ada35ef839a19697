"""Bodies that were rendered once, kept in a file of their own so that nobody renders them again.

What stands in it left, or may leave, for the team or the public; nothing that
is the writer's alone gets in. It lies beside the library, in a folder that no
back-up takes along, and nothing is lost when it is gone.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from weeknotes_desktop.storage.disk import make_folder

MOST = 20_000
"""Bodies that are kept; those that were put in first go first."""

_FOLDER, _FILE, _TAG = "cache", "bodies.db", "CACHEDIR.TAG"
# Programs that make back-ups know a folder to leave out by this file.
_TAG_SAYS = b"Signature: 8a477f597d28d172789f06886806bc55\n"
_PATIENCE = 1.0
_TABLE = """
    CREATE TABLE IF NOT EXISTS bodies (
        seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, version TEXT NOT NULL,
        sha256 TEXT NOT NULL, body TEXT NOT NULL
    )
"""
_FOUND = """
    SELECT key, sha256, body FROM bodies
    WHERE version = ? AND key IN (SELECT value FROM json_each(?))
"""
_KNOWN = """
    SELECT key FROM bodies WHERE version = ? AND key IN (SELECT value FROM json_each(?))
"""


class RenderedBodies:
    """The bodies kept beside one library; threads and programs may share them.

    Whatever goes wrong with the file, nobody hears of it: the body is
    rendered anew.

    Args:
        version: Of the renderer; bodies of another one are never given, and
            go as soon as one of this is put in.
    """

    def __init__(self, library: Path, version: str) -> None:
        self._path = _path_beside(library)
        self._version = version

    def get_many(self, keys: Collection[str]) -> Mapping[str, str]:
        """Those of the bodies that are kept, by their key."""
        if not keys or not self._path.exists():
            return {}
        with suppress(sqlite3.Error, OSError), self._opened() as connection:
            found = connection.execute(_FOUND, (self._version, json.dumps(list(keys))))
            return {key: body for key, mark, body in found if mark == _mark(key, body)}
        return {}

    def which(self, keys: Collection[str]) -> frozenset[str]:
        """The keys of those that are kept; nobody has looked at the bodies."""
        if not keys or not self._path.exists():
            return frozenset()
        with suppress(sqlite3.Error, OSError), self._opened() as connection:
            found = connection.execute(_KNOWN, (self._version, json.dumps(list(keys))))
            return frozenset(key for (key,) in found)
        return frozenset()

    def put_many(self, bodies: Mapping[str, str]) -> None:
        """Keep bodies by their key, and let go what is old."""
        if not bodies:
            return
        rows = [(key, self._version, _mark(key, body), body) for key, body in bodies.items()]
        with suppress(sqlite3.Error, OSError):
            self._make_file()
            try:
                self._put(rows)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    return
                # What stands there is no such file, or damaged.
                self._path.unlink(missing_ok=True)
                self._make_file()
                self._put(rows)

    def _put(self, rows: list[tuple[str, str, str, str]]) -> None:
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_TABLE)
            connection.execute("DELETE FROM bodies WHERE version <> ?", (self._version,))
            connection.executemany(
                "INSERT OR REPLACE INTO bodies (key, version, sha256, body) VALUES (?, ?, ?, ?)",
                rows,
            )
            connection.execute(
                "DELETE FROM bodies WHERE seq NOT IN"
                " (SELECT seq FROM bodies ORDER BY seq DESC LIMIT ?)",
                (MOST,),
            )
            connection.execute("COMMIT")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(_connected(self._path)) as connection:
            yield connection

    def _make_file(self) -> None:
        if self._path.exists():
            return
        make_folder(self._path.parent)
        self._path.with_name(_TAG).write_bytes(_TAG_SAYS)
        # Made first, because SQLite would make it readable for others.
        with suppress(FileExistsError):
            os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def forget_rendered(library: Path) -> None:
    """Let go of everything that was rendered; its words are overwritten where they stood."""
    path = _path_beside(library)
    if not path.exists():
        return
    try:
        with closing(_connected(path)) as connection:
            connection.execute("DELETE FROM bodies")
            connection.execute("VACUUM")
    except sqlite3.Error:
        # Damaged, in use, or no such file: then at least its name goes.
        with suppress(OSError):
            path.unlink()


def _path_beside(library: Path) -> Path:
    return library.resolve().parent / _FOLDER / _FILE


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    # No log beside it, and no trace of what was deleted; a power cut may cost what is in it.
    for said in ("journal_mode=MEMORY", "synchronous=OFF", "secure_delete=ON"):
        connection.execute(f"PRAGMA {said}")
    return connection


def _mark(key: str, body: str) -> str:
    return sha256(f"{key}\0{body}".encode()).hexdigest()
