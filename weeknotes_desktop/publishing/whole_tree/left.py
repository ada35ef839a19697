"""The folders that an export needs beside the one it writes, and what is left of them."""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from weeknotes_desktop.domain.errors import PublishError

_NAME = re.compile(r"\.(.+)\.([0-9a-f]+)-[0-9a-f]{8}\.weeknotes-(?:new|was)", re.DOTALL)


def names_beside(place: Path) -> tuple[Path, Path]:
    """What the new folder is called until it stands, and the old one where it needs a name.

    Both say which one was the old one, so that whoever finds them knows.
    """
    number = place.stat().st_ino if place.exists() else 0
    mark = f".{place.name}.{number:x}-{secrets.token_hex(4)}.weeknotes"
    return place.with_name(f"{mark}-new"), place.with_name(f"{mark}-was")


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Hold a folder, whatever it is called meanwhile; False if somebody else does."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        alone = True
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            alone = False
        except OSError:
            # The disk knows no locks; nobody else is likely to be there.
            alone = True
        yield alone
    finally:
        # Ends the lock as well.
        os.close(opened)


@contextmanager
def held_alone(place: Path) -> Iterator[None]:
    """Hold a folder of ours while it is written.

    Raises:
        PublishError: If somebody else is writing into it.
    """
    if not place.is_dir():
        yield
        return
    with held(place) as alone:
        if not alone:
            raise PublishError(
                f"Another export is writing into “{place}”.", "Try again in a moment."
            )
        yield


def put_back(place: Path) -> None:
    """Where a run was ended between two renames there is no folder; the old one comes back."""
    if os.path.lexists(place):
        return
    for left, was_old in _left_beside(place):
        if was_old:
            left.rename(place)
            return


def clear_left(place: Path, settle: Callable[[Path], None]) -> None:
    """Let go of what runs that were ended left beside ``place``, which stands.

    Args:
        settle: Brings over what an old folder has that ``place`` has not.
    """
    for left, was_old in _left_beside(place):
        if was_old:
            settle(left)
        else:
            # Only ever links and pages of ours.
            shutil.rmtree(left, ignore_errors=True)


def keep_visibly(left: Path, place: Path) -> Path:
    """Give what is left of an old folder a name that is seen, and tell it."""
    free, number = place.with_name(f"{place.name}-kept"), 1
    while os.path.lexists(free):
        number += 1
        free = place.with_name(f"{place.name}-kept-{number}")
    left.rename(free)
    return free


def _left_beside(place: Path) -> Iterator[tuple[Path, bool]]:
    """Each such folder that nobody works on any more, and whether it once had this name."""
    for left in sorted(place.parent.glob(".*.weeknotes-*")):
        match = _NAME.fullmatch(left.name)
        if match is None or match[1] != place.name or left.is_symlink() or not left.is_dir():
            continue
        with suppress(OSError), held(left) as alone:
            if alone:
                yield left, left.stat().st_ino == int(match[2], 16)
