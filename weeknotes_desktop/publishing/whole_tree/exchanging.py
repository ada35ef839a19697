"""Make a whole new folder beside the old one, and let it take its place in one step."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from weeknotes_desktop.domain.destination import Progress
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.publishing.whole_folder import exchange, take_place, to_disk
from weeknotes_desktop.publishing.whole_tree.carrying import (
    NotWholeError,
    begin_alike,
    carry,
    end_alike,
    hard_link,
)
from weeknotes_desktop.publishing.whole_tree.left import held, keep_visibly, names_beside
from weeknotes_desktop.publishing.whole_tree.listing import Listing, above_of, below
from weeknotes_desktop.publishing.whole_tree.manifest import Manifest, manifest_in, written
from weeknotes_desktop.publishing.whole_tree.on_disk import all_to_disk
from weeknotes_desktop.publishing.whole_tree.settling import Settling

_NOT_HERE = (errno.EACCES, errno.EPERM, errno.EROFS)
_FIXED = (*_NOT_HERE, errno.EBUSY, errno.EXDEV, errno.EINVAL)


class System(NamedTuple):
    """What a system may be able to do, or not.

    Args:
        swap: Lets two folders swap their names in one go, or says False.
        link: Gives a file another name.
    """

    swap: Callable[[Path, Path], bool] = exchange
    link: Callable[[str, str], None] = hard_link


class Exchange:
    """One folder that is to take the place of another.

    Args:
        list_name: The file in which such a folder says what it is.
        was: What stands in ``place``; None where there is nothing yet.
    """

    def __init__(self, place: Path, list_name: str, was: Listing | None, system: System) -> None:
        self._place = place
        self._list_name = list_name
        self._was = was
        self._system = system
        self._new, self._old = names_beside(place)

    def put(
        self,
        files: Mapping[str, bytes],
        same: Collection[str],
        manifest: Manifest,
        progress: Progress,
    ) -> str | None:
        """Make the new folder, and let it take its place.

        Args:
            same: The files that are there already.
            manifest: What the new folder says of itself.

        Returns:
            A sentence for the writer, if somebody else changed something meanwhile
            that has no place in the new folder.

        Raises:
            NotWholeError: If it cannot be done this way; nothing has changed.
            OSError: If it cannot be done at all; likewise.
        """
        with self._made():
            self._fill(files, same, manifest, progress)
            try:
                take_place(self._new, self._place, self._old, self._system.swap)
            except OSError as error:
                raise self._otherwise(error, _FIXED, "The folder cannot be exchanged") from None
        with suppress(OSError):
            to_disk(self._place.parent)
        # It is called what the new one was called, or has a name of its own.
        left = next((one for one in (self._new, self._old) if one.exists()), None)
        return None if left is None else settled(left, self._place, self._was, self._list_name)

    @contextmanager
    def _made(self) -> Iterator[None]:
        """The new folder, which nobody takes for one that was left; it goes if it is not put."""
        try:
            self._new.mkdir()
        except OSError as error:
            why = "The folder that it lies in cannot be written to"
            raise self._otherwise(error, _NOT_HERE, why) from None
        number = self._new.stat().st_ino
        with held(self._new):
            try:
                yield
            except BaseException:
                # Only links and pages of ours; once it stands, its name here is the old one's.
                if self._new.exists() and self._new.stat().st_ino == number:
                    shutil.rmtree(self._new, ignore_errors=True)
                raise

    def _otherwise(self, error: OSError, kinds: tuple[int, ...], why: str) -> Exception:
        if self._was is not None and error.errno in kinds:
            return NotWholeError(why)
        return error

    def _fill(
        self,
        files: Mapping[str, bytes],
        same: Collection[str],
        manifest: Manifest,
        progress: Progress,
    ) -> None:
        if self._was is not None:
            begin_alike(self._was, self._place, self._new)
        folders: set[str] = {""}
        fresh: list[str] = []
        for done, (name, content) in enumerate(files.items(), start=1):
            self._make_room(name, folders)
            if name not in same or not self._linked(name):
                (self._new / name).write_bytes(content)
                fresh.append(name)
            progress(done, len(files))
        (self._new / self._list_name).write_bytes(written(manifest))
        if self._was is not None:
            tick = partial(progress, len(files), len(files))
            carry(self._was, self._place, self._new, tick, self._system.link)
            end_alike(self._was, self._place, self._new)
        all_to_disk(self._new, [*fresh, self._list_name], folders)

    def _linked(self, name: str) -> bool:
        try:
            self._system.link(below(self._place, name), below(self._new, name))
        except OSError:
            return False
        return True

    def _make_room(self, name: str, folders: set[str]) -> None:
        above = [folder for folder in above_of(name) if folder not in folders]
        for folder in reversed(above):
            (self._new / folder).mkdir()
        folders.update(above)


def settled(left: Path, place: Path, was: Listing | None, list_name: str) -> str | None:
    """Let go of an old folder that ``place`` has taken the place of.

    Args:
        was: What was in it when the new one was made, if anybody knows.

    Returns:
        A sentence for the writer, if something in it has no other place.
    """
    with suppress(OSError, PublishError):
        manifest = manifest_in(left, list_name) or Manifest(audience="")
        if Settling(left, place, was, manifest, list_name).settle():
            return None
    with suppress(OSError):
        kept = keep_visibly(left, place)
        return (
            f"Somebody else changed files in “{place}” while it was written; what was replaced"
            f" is kept in “{kept}”."
        )
    return None
