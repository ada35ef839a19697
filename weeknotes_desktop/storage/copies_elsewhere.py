"""Copies of a library that lie where none are made any more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.copies import COPIES_ELSEWHERE, copies_in
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.storage.back_up_folder import back_ups_in
from weeknotes_desktop.storage.connection import connect_for_reading
from weeknotes_desktop.storage.schema import check_header


def copies_elsewhere(library: Path) -> Iterator[BackUp]:
    """Those in the folders that the library remembers, and those that a move has kept."""
    for path in _remembered(library):
        # Of a folder that is unplugged nothing can be said.
        with suppress(OSError):
            if path.is_dir():
                yield from back_ups_in(path, library)
            elif path.is_file():
                yield _kept(path)
    with suppress(OSError):
        pattern = f"{library.stem}-before-move*{library.suffix}"
        for path in sorted(library.parent.iterdir()):
            if path.match(pattern):
                yield _kept(path)


def _kept(path: Path) -> BackUp:
    known = path.stat()
    at = datetime.fromtimestamp(int(known.st_mtime), UTC)
    return BackUp(path=path, made_at=at, reason=Reason.ASKED, size=known.st_size)


def _remembered(library: Path) -> tuple[Path, ...]:
    reading = "SELECT value FROM library_settings WHERE key = ?"
    # A library of an old version, or none, remembers nothing.
    with suppress(LibraryError, sqlite3.Error):
        if check_header(library):
            with closing(connect_for_reading(library)) as connection:
                found = connection.execute(reading, (COPIES_ELSEWHERE,)).fetchone()
                return copies_in(found[0]) if found else ()
    return ()
