"""Files and folders that are on the disk when we say so."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import get_ident


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter; one that is there stays as it is."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def to_disk(place: Path) -> None:
    """Wait until a file, or the names in a folder, would survive a power cut."""
    if place.is_dir():
        # Windows opens no folder; there the rename itself is on the disk.
        with suppress(PermissionError):
            _sync(place, os.O_RDONLY)
    else:
        _sync(place, os.O_RDWR)


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` in place of the file in one go, for its owner's eyes alone.

    A link stays a link; the file it leads to is replaced.
    """
    path = path.resolve()
    # Its own in each process and thread: nobody writes into somebody else's.
    unfinished = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with os.fdopen(
            os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb"
        ) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    # The new file stands whole whatever comes of this, so nothing has failed.
    with suppress(OSError):
        to_disk(path.parent)


def _sync(place: Path, flags: int) -> None:
    descriptor = os.open(place, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
