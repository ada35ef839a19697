"""Take along what others put into a folder of ours: the very same files, as hard links."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.publishing.whole_tree.listing import Listing, below

_AT_A_TIME = 500
_GONE = (errno.ENOENT, errno.ENOTDIR)
_NOTED = ("user.", "system.posix_acl")
_FULL = (errno.ENOSPC, errno.EDQUOT)


class NotWholeError(Exception):
    """A folder cannot be exchanged for a new one; says why, as words that “so” follows."""


def hindrance(listing: Listing) -> str | None:
    """What forbids that the folder is exchanged; None for nothing."""
    disk = listing.folders[""].st_dev
    for name, stands in (*listing.folders.items(), *listing.others.items()):
        if name.rpartition("/")[2] == ".git":
            return "The folder is a git repository, or holds one"
        if stands.st_dev != disk:
            return f"“{name}” in the folder lies on a disk of its own"
    return None


def carry(
    listing: Listing,
    place: Path,
    new: Path,
    tick: Callable[[], None],
    link: Callable[[str, str], None],
) -> None:
    """Give everything in ``place`` that is not ours a name in ``new`` too.

    What is gone by now is left out.

    Args:
        tick: Called now and then; it may raise, to stop it.
        link: Gives a file another name.

    Raises:
        NotWholeError: If the system does not let us.
    """
    for folder in sorted(listing.theirs):
        Path(new, folder).mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(listing.carried):
        if number % _AT_A_TIME == 0:
            tick()
        try:
            link(below(place, name), below(new, name))
        except OSError as error:
            if error.errno in _FULL:
                raise
            if error.errno not in _GONE:
                raise NotWholeError(f"“{name}” in the folder cannot be taken along") from None


def hard_link(old: str, new: str) -> None:
    """Give a file another name; of a link, the link itself.

    Raises:
        OSError: If the system does not let us.
    """
    os.link(old, new, follow_symlinks=False)


def begin_alike(listing: Listing, place: Path, new: Path) -> None:
    """Let ``new`` be for whom ``place`` is, so that what is made in it will be too.

    Raises:
        NotWholeError: If the system does not let us.
    """
    _make_alike(listing, "", place, new)
    new.chmod(stat.S_IMODE(listing.folders[""].st_mode) | stat.S_IRWXU)


def end_alike(listing: Listing, place: Path, new: Path) -> None:
    """Let every folder that was in ``place`` already be for whom it was, as old as it was.

    Raises:
        NotWholeError: If the system does not let us.
    """
    # Inside out, as one that may not be written to can be filled no more.
    for folder in sorted(listing.folders, reverse=True):
        if os.path.lexists(below(new, folder)):
            _make_alike(listing, folder, place, new)


def _make_alike(listing: Listing, folder: str, place: Path, new: Path) -> None:
    old, made, stands = below(place, folder), below(new, folder), listing.folders[folder]
    alone = folder not in listing.own
    try:
        is_now = os.lstat(made)
        if (is_now.st_uid, is_now.st_gid) != (stands.st_uid, stands.st_gid):
            os.chown(made, stands.st_uid, stands.st_gid)
        if alone:
            _say_the_same(old, made)
        if stat.S_IMODE(is_now.st_mode) != stat.S_IMODE(stands.st_mode):
            Path(made).chmod(stat.S_IMODE(stands.st_mode))
        if folder and alone:
            os.utime(made, ns=(stands.st_atime_ns, stands.st_mtime_ns))
    except OSError:
        name = folder or place.name
        raise NotWholeError(f"The folder “{name}” cannot be made once more as it is") from None


def _say_the_same(old: str, made: str) -> None:
    """Who else may read a folder, and what others noted on it."""
    if not hasattr(os, "listxattr"):
        return
    for name in os.listxattr(old):
        if name.startswith(_NOTED):
            os.setxattr(made, name, os.getxattr(old, name))
