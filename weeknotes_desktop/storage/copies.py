"""A checked copy of the library, made before anything happens to all of it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from weeknotes_desktop.domain.errors import DamagedLibraryError
from weeknotes_desktop.storage.disk import make_folder, to_disk
from weeknotes_desktop.storage.faults import told_plainly
from weeknotes_desktop.storage.schema import check_header, revision

_UNFINISHED = ".part"


def keep_copy(connection: sqlite3.Connection, path: Path, why: str) -> Path:
    """Copy the library into ``backups`` beside it, and make sure of the copy.

    The copy has its name only once it is whole, checked and on the disk. A
    mere copy of the file would lack what still stands in its log.

    Args:
        connection: Open on the library, and in no transaction.
        path: The library.
        why: Goes into the name, as in ``notes-before-0002.db``.

    Returns:
        The copy.

    Raises:
        DamagedLibraryError: If the copy cannot be read back whole.
        LibraryError: If it cannot be made; the library itself is as it was.
    """
    folder = path.parent / "backups"
    copy = _free_name(folder, f"{path.stem}-{why}", path.suffix)
    unfinished = copy.with_name(copy.name + _UNFINISHED)
    with told_plainly(path):
        make_folder(folder)
        # Left by a start that was killed; the lock says nobody else makes one.
        for left in folder.glob(f"*{_UNFINISHED}"):
            left.unlink()
        # Made first, because SQLite would make it readable for others.
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            connection.execute("VACUUM INTO ?", (str(unfinished),))
            _make_sure(connection, unfinished, path)
            to_disk(unfinished)
            unfinished.rename(copy)
            to_disk(folder)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    return copy


def _make_sure(original: sqlite3.Connection, copy: Path, path: Path) -> None:
    check_header(copy)
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as reader:
        says = [row[0] for row in reader.execute("PRAGMA integrity_check")]
        if says != ["ok"] or revision(reader) != revision(original):
            raise DamagedLibraryError(
                f"Part of the notes file {path.name} is damaged, and no whole copy could be made.",
                f"Nothing was changed; older copies are in {path.parent / 'backups'}.",
            )


def _free_name(folder: Path, stem: str, suffix: str) -> Path:
    copy = folder / f"{stem}{suffix}"
    number = 1
    while copy.exists():
        number += 1
        copy = folder / f"{stem}-{number}{suffix}"
    return copy
