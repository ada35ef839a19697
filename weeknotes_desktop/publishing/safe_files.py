"""Read files of a folder that somebody else may have filled: plain files, no links followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import IO

LARGEST = 50_000_000
"""Bytes that one file may have."""

_CAREFULLY = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class NotTakenError(Exception):
    """A file is not there, is no plain file, or is too large; says which."""


def read_file(folder: Path, path: str) -> bytes:
    """What stands at ``path`` below ``folder``.

    Args:
        path: With slashes; each part was looked at before.

    Raises:
        NotTakenError: If it cannot be taken.
    """
    try:
        with closing(_open(folder, path.split("/"))) as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotTakenError("it is not there any more") from None
    except OSError as error:
        raise NotTakenError((error.strerror or "it cannot be read").lower()) from None
    if len(content) > LARGEST:
        raise NotTakenError(f"it is larger than {LARGEST // 1_000_000} MB")
    return content


def others_in(folder: Path, known: frozenset[str]) -> Iterator[str]:
    """The files below ``folder`` that are not ``known``, but for what systems leave behind."""
    for place, folders, names in os.walk(folder):
        below = Path(place).relative_to(folder)
        # A link to a folder, or a hidden one, is none of ours; all of it is one thing.
        strange = [name for name in folders if name[0] == "." or Path(place, name).is_symlink()]
        folders[:] = [name for name in folders if name not in strange]
        for name in [*names, *strange]:
            path = (below / name).as_posix()
            if path not in known and name not in _LEFT_BEHIND:
                yield path


_LEFT_BEHIND = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".directory"})


def _open(folder: Path, parts: list[str]) -> IO[bytes]:
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in parts[:-1]:
            below = os.open(part, _CAREFULLY | os.O_DIRECTORY, dir_fd=place)
            os.close(place)
            place = below
        descriptor = os.open(parts[-1], _CAREFULLY, dir_fd=place)
    finally:
        with suppress(OSError):
            os.close(place)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NotTakenError("it is no file")
    return os.fdopen(descriptor, "rb")
