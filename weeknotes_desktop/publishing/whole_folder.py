"""Write a folder whole: whoever looks sees the old one or the new one, never half of either."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import secrets
import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

_AT_A_TIME = 8
_AT_HERE = -100
_EXCHANGE = 2
_LEFT = re.compile(r"\.(.+)\.(\d+)-[0-9a-f]{8}\.weeknotes-(?:part|old)")
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders swap their names in one go; False where the system cannot."""
    try:
        swap = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done = swap(_AT_HERE, os.fsencode(one), _AT_HERE, os.fsencode(other), _EXCHANGE)
    if done == 0:
        return True
    error = ctypes.get_errno()
    if error in _CANNOT:
        return False
    raise OSError(error, os.strerror(error), str(other))


def write_folder(
    folder: Path,
    files: Mapping[str, bytes],
    keep_as: Callable[[], Path | None] = lambda: None,
    swap: Callable[[Path, Path], bool] = exchange,
) -> None:
    """Put a folder with exactly these files at ``folder``, for its owner alone.

    Everything is on the disk before the new folder takes the place of the
    old one.

    Args:
        keep_as: Asked last of all: what the folder that was there is called
            then; without a name it is removed.
        swap: Lets two folders swap their names in one go, or says False.

    Raises:
        OSError: If it could not be written; what was there before is still there.
    """
    mark = f".{folder.name}.{os.getpid()}-{secrets.token_hex(4)}.weeknotes"
    unfinished = folder.with_name(f"{mark}-part")
    try:
        _fill(unfinished, files)
        aside = keep_as()
        old = aside or folder.with_name(f"{mark}-old")
        take_place(unfinished, folder, old, _apart if aside else swap)
        # The new folder stands whole whatever comes of this, so nothing has failed.
        with suppress(OSError):
            to_disk(folder.parent)
        if aside is None:
            _remove(old)
    finally:
        # Whichever of the two now has this name.
        _remove(unfinished)


def take_place(new: Path, folder: Path, old: Path, swap: Callable[[Path, Path], bool]) -> None:
    """Give ``new`` the name of ``folder``; what stood there is then called ``new``, or ``old``.

    Raises:
        OSError: If that could not be done; each has its own name still.
    """
    if not folder.exists() or not any(folder.iterdir()):
        # An empty folder gives way to another one by itself.
        new.rename(folder)
    elif not swap(new, folder):
        folder.rename(old)
        try:
            new.rename(folder)
        except BaseException:
            old.rename(folder)
            raise


def remove_left(folder: Path) -> None:
    """Remove what runs that were killed left beside ``folder``, once it stands whole."""
    for left in folder.parent.glob(".*.weeknotes-*"):
        match = _LEFT.fullmatch(left.name)
        if match and match[1] == folder.name and not _runs(int(match[2])):
            _remove(left)


def to_disk(place: Path) -> None:
    """Wait until a file, or the names in a folder, would survive a power cut."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(mode=0o700)
    made = {""}
    for path, content in files.items():
        for place in _folders_above(path):
            if place not in made:
                (folder / place).mkdir(mode=0o700)
                made.add(place)
        descriptor = os.open(folder / path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
    # Only now, and several at a time: a disk makes sure of many files as fast as of one.
    with ThreadPoolExecutor(_AT_A_TIME) as waiting:
        for _ in waiting.map(to_disk, [folder / path for path in (*files, *made)]):
            pass


def _folders_above(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]


def _apart(_new: Path, _folder: Path) -> bool:
    """No swap: what stood there is to have a name of its own."""
    return False


def _remove(folder: Path) -> None:
    """Remove a folder of ours; what cannot be removed stays, and does no harm."""
    shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
