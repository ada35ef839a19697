"""A checked copy of the library, made with SQLite's own means."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from shutil import disk_usage

from weeknotes_desktop.domain.backup import BackUp, Reason
from weeknotes_desktop.domain.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryBusyError,
    LibraryError,
    ReadOnlyError,
)
from weeknotes_desktop.storage import back_up_folder
from weeknotes_desktop.storage.connection import Mode, connect
from weeknotes_desktop.storage.disk import make_folder, to_disk
from weeknotes_desktop.storage.faults import library_error
from weeknotes_desktop.storage.fingerprints import wrong_rows
from weeknotes_desktop.storage.lock import take_with_filelock
from weeknotes_desktop.storage.schema import REVISIONS, check_header, revision
from weeknotes_desktop.storage.structure import page_faults

_PATIENCE = 60.0
"""Seconds to wait for somebody else who is making a back-up of the same library."""


@contextmanager
def nobody_else_copies(library: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Make back-ups of a library one after the other; who writes to it does not wait.

    Args:
        patience: For how many seconds to wait for somebody else.

    Raises:
        LibraryBusyError: If somebody else takes too long.
    """
    try:
        hold = take_with_filelock(_lock_of(library), patience=patience)
    except OSError:
        # Beside a library that can only be read there is no place for it.
        yield
        return
    if hold is None:
        raise LibraryBusyError(
            f"Somebody else is making a back-up of {library.name}.",
            "No other was made; try again when it is done.",
        )
    try:
        yield
    finally:
        hold.release()


def keep_copy(
    connection: sqlite3.Connection, library: Path, folder: Path, reason: Reason, made_at: datetime
) -> BackUp:
    """Copy the library into a folder, and make sure of the copy; nobody else copies meanwhile.

    The copy has its name only once it is whole, checked and on the disk. A
    mere copy of the file would lack what still stands in its log.

    Args:
        connection: Open on the library, and in no transaction.
        made_at: In UTC, to the second; no other back-up there has it.

    Raises:
        DamagedLibraryError: If the copy cannot be read back.
        LibraryError: If it cannot be made; the library itself is as it was.
    """
    part = back_up_folder.unfinished(library, folder)
    with told_as_back_up(library, folder):
        make_folder(folder)
        # Left by somebody who was killed.
        _clear(part)
        try:
            whole = checked_copy(connection, library, part)
            copy = folder / back_up_folder.name(library, made_at, reason, whole=whole)
            part.rename(copy)
            to_disk(folder)
        except BaseException:
            _clear(part)
            raise
        return BackUp(
            path=copy, made_at=made_at, reason=reason, size=copy.stat().st_size, whole=whole
        )


def checked_copy(connection: sqlite3.Connection, library: Path, copy: Path) -> bool:
    """Write a library anew into a file that is not there yet, and bring it to the disk.

    Returns:
        Whether every row of it says what was saved. Half of a row is better
        than none, so a copy with a wrong one is a copy all the same.

    Raises:
        DamagedLibraryError: If it cannot be read back.
        sqlite3.Error, OSError: If it cannot be made.
    """
    # Made first, because SQLite would make it readable for others.
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection.execute("VACUUM INTO ?", (str(copy),))
    to_disk(copy)
    check_header(copy)
    with closing(connect(copy, Mode.READ)) as reader:
        number = revision(reader)
        if not pages_are_whole(reader) or number != revision(connection):
            raise _damaged(library)
        # What a newer version puts into its fingerprints is not known here.
        known = number in REVISIONS
        return not known or next(wrong_rows(reader), None) is None


def pages_are_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds nothing wrong with any page, index or constraint."""
    return not page_faults(connection)


@contextmanager
def told_as_back_up(library: Path, folder: Path) -> Iterator[None]:
    """Let a failure while a back-up is made say so, and where.

    Raises:
        LibraryError: In place of the failure.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise _damaged(library) from error
    except (sqlite3.Error, OSError) as error:
        plain = library_error(error, library)
        if plain is None:
            raise
        if isinstance(plain, DiskFullError) and _has_room(folder, library):
            # A broken page may ask for more room than any disk has.
            plain = _damaged(library)
        raise _reworded(plain, error, folder) from error


def _reworded(plain: LibraryError, error: Exception, folder: Path) -> LibraryError:
    if isinstance(plain, DiskFullError):
        return DiskFullError(
            f"No back-up was made: the disk that holds {folder} is full.",
            "Your notes are as they were; free some space, or choose another back-up folder.",
        )
    if isinstance(plain, ReadOnlyError):
        return ReadOnlyError(
            f"No back-up was made: the folder {folder} cannot be written.",
            "Choose another one, or make it writable.",
        )
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        return LibraryError(
            f"No back-up was made in {folder}: {reason}.", "Choose another folder for back-ups."
        )
    return plain


def _has_room(folder: Path, library: Path) -> bool:
    with suppress(OSError):
        return disk_usage(folder).free > 2 * library.stat().st_size
    return False


def _damaged(library: Path) -> DamagedLibraryError:
    return DamagedLibraryError(
        f"Part of the notes file {library.name} is damaged, and no whole copy could be made.",
        "Nothing was changed; older back-ups are all still there.",
    )


def _lock_of(library: Path) -> Path:
    return library.with_name(f"{library.name}.back-up.lock")


def _clear(part: Path) -> None:
    for left in (part, part.with_name(f"{part.name}-journal")):
        left.unlink(missing_ok=True)
