"""The text of one note in a file of its own, where the library cannot take it."""

from __future__ import annotations

import errno
from pathlib import Path

from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.storage.disk import write_whole

_SQLITE = b"SQLite format 3\0"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def write(path: Path, title: str, body: str) -> Path:
    """Write title and body as Markdown to ``path``, for its owner alone: all of it or nothing.

    Whoever chose the path was asked about a file that stands there; a notes
    file is left alone all the same.

    Returns:
        Where it stands.

    Raises:
        LibraryError: If it could not be written; what stood there stands there still.
    """
    text = f"# {title}\n\n{body}" if title else body
    try:
        if path.exists() and not path.is_file():
            raise LibraryError(f"“{path}” is not a file.", "Choose another name.")
        if _is_database(path):
            raise LibraryError(
                f"“{path.name}” holds notes or other data, so nothing was written.",
                "Choose another name.",
            )
        write_whole(path, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise _plain(path, error) from None
    return path


def _is_database(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _plain(path: Path, error: OSError) -> LibraryError:
    if error.errno in _NO_ROOM:
        return LibraryError("There is no room on that disk either.", "Choose another place.")
    reason = error.strerror or type(error).__name__
    return LibraryError(f"“{path}” could not be written: {reason}.", "Choose another place.")
