"""What SQLite and the system say went wrong, in the writer's words; the one place that knows."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weeknotes_desktop.domain.errors import (
    DamagedLibraryError,
    DamagedSearchError,
    DiskFullError,
    LibraryBusyError,
    LibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyError,
)

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_MENDED_BY_THE_WINDOW = (
    "Nothing was changed; the window puts it together again from the back-ups and all that is"
    " still whole, and keeps the damaged file."
)
_UNKNOWN_FORMAT = "unsupported file format"
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Let a failure of the disk or of SQLite leave as the LibraryError it means.

    What means nothing to the writer, such as a broken constraint, is a bug
    and leaves as it came.

    Raises:
        LibraryError: In place of the failure.
    """
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        plain = library_error(error, path)
        if plain is None:
            raise
        raise plain from error


def library_error(error: BaseException | None, path: Path) -> LibraryError | None:
    """The failure in the writer's words; None where it is a bug of ours."""
    if isinstance(error, sqlite3.Error):
        # Absent where Python itself raised it, as for a closed connection.
        code = getattr(error, "sqlite_errorcode", None)
        if _UNKNOWN_FORMAT in str(error):
            # SQLite has no code of its own for a header with a letter wrong there.
            return damaged(path)
        return None if code is None else _from_sqlite(code & 0xFF, path)
    if isinstance(error, OSError):
        return _from_system(error, path)
    if isinstance(error, UnicodeDecodeError):
        # The driver could not read SQLite's own sentence: it quotes a damaged name.
        return damaged(path)
    return None


def busy(path: Path) -> LibraryBusyError:
    """Somebody else holds the library."""
    return LibraryBusyError(
        f"Another window or command is using the notes in {path.name}.",
        "Close it or wait until it has finished, then try again.",
    )


def read_only(path: Path) -> ReadOnlyError:
    """The library can be read, and that is all."""
    return ReadOnlyError(
        f"The folder {path.parent} cannot be written, so nothing was saved.",
        "You can read and export; to write, move the notes to a folder of yours.",
    )


def folder_read_only() -> ReadOnlyError:
    """What a window says that can only show the library."""
    return ReadOnlyError("This folder cannot be written.", "You can read and export.")


def newer() -> NewerLibraryError:
    """What a window says that shows the library of a newer version."""
    return NewerLibraryError(
        "These notes were written by a newer version.", "Opened for reading only."
    )


def newer_refused(path: Path) -> NewerLibraryError:
    """A newer version wrote the library, so we write nothing into it."""
    return NewerLibraryError(
        f"The notes in {path.name} were written by a newer version of WeekNotes Desktop.",
        "They can be read and exported; to write, install the newer version.",
    )


def newer_unreadable(path: Path) -> NewerLibraryError:
    """A newer version wrote the library, and we cannot even read it."""
    return NewerLibraryError(
        f"The notes in {path.name} were written by a newer version of WeekNotes Desktop.",
        "Nothing was changed; install the newer version to open them.",
    )


def not_a_library(path: Path) -> NotALibraryError:
    """The file is something else, and stays as it is."""
    return NotALibraryError(
        f"{path} is not a WeekNotes library.",
        "It was not touched; choose another file with --library.",
    )


def damaged(path: Path) -> DamagedLibraryError:
    """Something in the file cannot be read any more."""
    return DamagedLibraryError(
        f"Part of the notes file {path.name} is damaged.", _MENDED_BY_THE_WINDOW
    )


def search_damaged(path: Path) -> DamagedSearchError:
    """The index of the search cannot be used; it is made anew of what is whole."""
    return DamagedSearchError(
        f"The search of the notes in {path.name} was damaged.",
        "Your notes are whole, and it is made anew of them; try again.",
    )


def search_of_others(path: Path) -> LibraryError:
    """The index of the search is not one of this version, and nothing can be written here."""
    return LibraryError(
        f"The search of the notes in {path.name} was made by another version of the program.",
        "It is made anew when a window of this version opens them for writing.",
    )


def closed_already() -> LibraryError:
    """Whoever asked came too late."""
    return LibraryError(
        "The library was closed before this could be saved.", "Open WeekNotes again."
    )


def failed_inside() -> LibraryError:
    """What whoever waits for an answer hears of a bug of ours."""
    return LibraryError("Something went wrong inside the program, so nothing was saved.")


def lost(path: Path) -> DamagedLibraryError:
    """There is no library any more, but its log or a back-up of it."""
    return DamagedLibraryError(
        f"The notes file {path} is missing or empty, and there was one.",
        "Nothing was changed; open the window, which puts it together again from the newest"
        " back-up. To begin empty, move its back-ups away, too.",
    )


def beyond_mending(path: Path) -> DamagedLibraryError:
    """Nothing is left of which the library could be put together again."""
    return DamagedLibraryError(
        f"The notes file {path.name} is damaged, and nothing of it can be read.",
        "There is no whole back-up of it either; nothing was changed.",
    )


def wrong_number(path: Path) -> DamagedLibraryError:
    """The file holds other tables than the number of its schema says."""
    return DamagedLibraryError(
        f"The notes file {path.name} is damaged: its tables are not those it says it has.",
        _MENDED_BY_THE_WINDOW,
    )


def _full(path: Path) -> DiskFullError:
    return DiskFullError(
        f"The disk that holds {path.name} is full, so nothing was saved.",
        "Free some space and save again.",
    )


def _from_sqlite(code: int, path: Path) -> LibraryError | None:
    if code == sqlite3.SQLITE_NOTADB:
        return not_a_library(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return busy(path)
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return read_only(path)
    if code == sqlite3.SQLITE_CANTOPEN:
        return _cannot_open(path)
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    if code == sqlite3.SQLITE_IOERR:
        return LibraryError(
            f"The disk that holds {path.name} gave an error, so nothing was saved.",
            "Check the disk, or copy the notes to another one.",
        )
    if code == sqlite3.SQLITE_TOOBIG:
        return LibraryError(
            "That is larger than the library takes.", "Split it into several notes."
        )
    return None


def _cannot_open(path: Path) -> LibraryError:
    if path.parent.is_dir() and not os.access(path.parent, os.W_OK):
        return read_only(path)
    return LibraryError(
        f"The notes file {path} could not be opened.",
        "Nothing was changed; check that the file and its folder are yours to read.",
    )


def _from_system(error: OSError, path: Path) -> LibraryError:
    if error.errno in _NO_ROOM:
        return _full(path)
    if error.errno in _NOT_ALLOWED:
        return read_only(path)
    reason = error.strerror or type(error).__name__
    return LibraryError(
        f"The notes file {path} could not be used: {reason}.", "Nothing was changed."
    )
