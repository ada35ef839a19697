"""Let go of the folder that was exchanged, and bring over what came into it meanwhile."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from posixpath import basename, dirname

from weeknotes_desktop.publishing.whole_tree.listing import (
    LEFT_BEHIND,
    Listing,
    above_of,
    are_one,
    listing_of,
)
from weeknotes_desktop.publishing.whole_tree.manifest import Manifest

_TIMES = 3
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Settling:
    """An old folder that goes, beside the new one that stands in its place.

    Whatever is in the old one and was not there when the new one was made is
    brought over, and wins over what it replaced; what cannot be stays.

    Args:
        was: What was in the old one when the new one was made; None if nobody
            knows any more.
        manifest: What the old one says of itself.
        name: Of the file it says so in.
    """

    def __init__(
        self, old: Path, new: Path, was: Listing | None, manifest: Manifest, name: str
    ) -> None:
        self._old, self._new = old, new
        self._was = was
        self._manifest = manifest
        self._name = name
        self._ours = frozenset({*manifest.names, name})

    def settle(self) -> bool:
        """Let go of the old one; False if something in it has no other place.

        Raises:
            OSError: If not all of it could be looked at; the rest is still there.
        """
        self._forget_removed(listing_of(self._old, self._ours))
        for _ in range(_TIMES):
            # What comes into it while it goes is seen the next time.
            stands = listing_of(self._old, self._ours)
            for folder in reversed(list(stands.folders)):
                self._settle_folder(folder, stands)
            if not self._old.exists():
                return True
        return False

    def _forget_removed(self, stands: Listing) -> None:
        """What others took out of the old one meanwhile does not come back in the new one."""
        if self._was is None:
            return
        for name, was in self._was.carried.items():
            if name not in stands.others and name not in stands.folders:
                with _opened(self._new, dirname(name)) as new:
                    if new is not None and are_one(_stat(new, basename(name)), was):
                        os.unlink(basename(name), dir_fd=new)
        for folder in sorted(self._was.theirs - self._was.own, reverse=True):
            if folder not in stands.folders:
                with suppress(OSError):
                    Path(self._new, folder).rmdir()

    def _settle_folder(self, folder: str, stands: Listing) -> None:
        with _opened(self._old, folder) as old:
            if old is None:
                return
            if not stands.folders[folder].st_mode & stat.S_IWUSR:
                os.fchmod(old, stat.S_IRWXU)
            names = stands.in_folder(folder)
            if self._is_new(folder):
                _make_folders(self._new, folder)
            with _opened(self._new, folder) as new:
                for name in names:
                    if name != self._name:
                        self._settle_file(name, old, new)
            if not folder:
                self._leave(old)
        with suppress(OSError):
            # If there is something in it still, it stays.
            Path(self._old, folder).rmdir()

    def _leave(self, old: int) -> None:
        """Without its list nobody knows any more what in it is ours, so that goes last."""
        if os.listdir(old) == [self._name]:
            os.unlink(self._name, dir_fd=old)

    def _is_new(self, folder: str) -> bool:
        """Whether somebody else made the folder, and it is nowhere else."""
        if not folder or (self._was is not None and folder in self._was.folders):
            return False
        return all(folder not in above_of(name) for name in self._ours)

    def _settle_file(self, path: str, old: int, new: int | None) -> None:
        name = basename(path)
        here, there = _stat(old, name), None if new is None else _stat(new, name)
        was = None if self._was is None else self._was.others.get(path)
        if here is None:
            return
        litter = new is None and name in LEFT_BEHIND
        known = litter or are_one(here, there) or are_one(here, was)
        if known or self._wrote(path, old, new):
            os.unlink(name, dir_fd=old)
        elif there is None:
            self._bring(path, old)
        elif are_one(there, was):
            # Somebody put another file in its place meanwhile.
            os.rename(name, name, src_dir_fd=old, dst_dir_fd=new)

    def _wrote(self, path: str, old: int, new: int | None) -> bool:
        """Whether the file is ours, as we wrote it, or says nothing that the new one does not."""
        if path not in self._ours:
            return False
        content = _read(old, basename(path))
        if content is None:
            return False
        if path == self._name or self._manifest.wrote(path, content):
            return True
        return new is not None and _read(new, basename(path)) == content

    def _bring(self, path: str, old: int) -> None:
        name = basename(path)
        _make_folders(self._new, dirname(path))
        with _opened(self._new, dirname(path)) as new:
            if new is None:
                return
            try:
                os.link(name, name, src_dir_fd=old, dst_dir_fd=new, follow_symlinks=False)
            except FileExistsError:
                return
            except OSError:
                os.rename(name, name, src_dir_fd=old, dst_dir_fd=new)
            else:
                os.unlink(name, dir_fd=old)


@contextmanager
def _opened(place: Path, folder: str) -> Iterator[int | None]:
    """A folder below ``place``, none of which is a link; None where there is none."""
    opened = os.open(place, _FOLDER)
    try:
        for part in filter(None, folder.split("/")):
            try:
                inner = os.open(part, _FOLDER, dir_fd=opened)
            except OSError as error:
                if error.errno not in _NO_FOLDER:
                    raise
                yield None
                return
            os.close(opened)
            opened = inner
        yield opened
    finally:
        os.close(opened)


def _make_folders(place: Path, folder: str) -> None:
    """Make a folder that somebody else made in the old one; a file in its place stays."""
    if folder:
        with suppress(FileExistsError, NotADirectoryError):
            Path(place, folder).mkdir(parents=True, exist_ok=True)


def _stat(folder: int, name: str) -> os.stat_result | None:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _read(folder: int, name: str) -> bytes | None:
    """What a plain file says; None if it is none, or not there."""
    try:
        opened = os.open(name, _FILE, dir_fd=folder)
    except OSError:
        return None
    with os.fdopen(opened, "rb") as file:
        return file.read() if stat.S_ISREG(os.fstat(opened).st_mode) else None
