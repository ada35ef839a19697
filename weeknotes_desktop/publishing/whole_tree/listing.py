"""What stands in a folder: its folders, and what in them is not ours."""

from __future__ import annotations

import os
import stat
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import basename, dirname

LEFT_BEHIND = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".directory"})
"""Files that systems put into folders that somebody looked at."""


@dataclass(frozen=True)
class Listing:
    """What stood in a folder at one moment, by the path below it.

    Args:
        folders: Every folder; the one that all of it is in has no path.
        others: Whatever is neither a folder nor a file of ours.
        ours: The files that are ours, as far as they are files.
    """

    folders: Mapping[str, os.stat_result]
    others: Mapping[str, os.stat_result]
    ours: frozenset[str]

    @cached_property
    def own(self) -> frozenset[str]:
        """The folders that files of ours are in."""
        return frozenset(above for name in self.ours for above in above_of(name))

    @cached_property
    def theirs(self) -> frozenset[str]:
        """The folders that somebody else needs, with all that those lie in."""
        wanted = {folder for folder in self.folders if folder and folder not in self.own}
        wanted |= {dirname(name) for name in self.others if basename(name) not in LEFT_BEHIND}
        return frozenset(wanted.union(*map(above_of, wanted)) - {""})

    @cached_property
    def carried(self) -> Mapping[str, os.stat_result]:
        """What goes along with those; what systems left behind does not keep a folder alive."""
        return {
            name: stands
            for name, stands in self.others.items()
            if (folder := dirname(name)) in self.theirs or not folder
        }

    def in_folder(self, folder: str) -> Sequence[str]:
        """Everything in a folder that is none."""
        return self._by_folder.get(folder, ())

    @cached_property
    def _by_folder(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for name in sorted((*self.others, *self.ours)):
            found.setdefault(dirname(name), []).append(name)
        return found

    def in_the_way_of(self, name: str) -> str | None:
        """What of somebody else's stands where a file of ours is to stand."""
        if name in self.others or name in self.folders:
            return name
        return next((above for above in above_of(name) if above in self.others), None)


def listing_of(place: Path, ours: Container[str]) -> Listing:
    """What stands in ``place``; links are not followed.

    Raises:
        OSError: If not all of it can be looked at.
    """
    folders: dict[str, os.stat_result] = {}
    others: dict[str, os.stat_result] = {}
    there: set[str] = set()
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        path = below(place, folder)
        # Each before those in it.
        folders[folder] = os.lstat(path)
        with os.scandir(path) as entries:
            for entry in entries:
                name = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(name)
                elif name in ours and entry.is_file(follow_symlinks=False):
                    there.add(name)
                else:
                    others[name] = entry.stat(follow_symlinks=False)
    return Listing(folders, others, frozenset(there))


def below(place: Path, path: str) -> str:
    """What stands at ``path`` below ``place``."""
    return f"{place}/{path}" if path else str(place)


def above_of(name: str) -> Iterator[str]:
    """The folders that a file is in, from the inside out, but for the one that all is in."""
    while name := dirname(name):
        yield name


def are_one(one: os.stat_result | None, other: os.stat_result | None) -> bool:
    """Whether two names are of one and the same file."""
    if one is None or other is None:
        return False
    return (one.st_ino, one.st_dev, stat.S_IFMT(one.st_mode)) == (
        other.st_ino,
        other.st_dev,
        stat.S_IFMT(other.st_mode),
    )
