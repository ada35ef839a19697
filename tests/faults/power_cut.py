"""The states a disk could be in after a power cut, made from a log of writes and syncs.

What was synced is there. Of what was not, any sector may be there or not;
names that were made, changed or removed are kept in their order, up to some
point after the last sync of their folder.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

_RECORD = struct.Struct("=B3xIQQ")
_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Call:
    """One call, as preload.c logged it."""

    kind: str
    inode: int
    offset: int
    more: bytes

    @property
    def path(self) -> Path:
        """The path it names."""
        return Path(self.more.decode())


@dataclass(slots=True)
class _File:
    """What a file surely holds, and what else it may hold."""

    synced: bytearray = field(default_factory=bytearray)
    unsynced: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        for call in self.unsynced:
            _apply(self.synced, call)
        self.unsynced.clear()

    def state(self, chance: Random) -> bytes:
        """One state it could be in."""
        found = bytearray(self.synced)
        likely = chance.choice([0.0, 0.3, 0.7, 1.0])
        for call in self.unsynced:
            for part in _sectors(call):
                if chance.random() < likely:
                    _apply(found, part)
        return bytes(found)


def read_log(path: Path) -> list[Call]:
    """Every call, in the order in which they were made."""
    whole = path.read_bytes()
    calls, place = [], 0
    while place + _RECORD.size <= len(whole):
        kind, length, inode, offset = _RECORD.unpack_from(whole, place)
        place += _RECORD.size
        calls.append(Call(chr(kind), inode, offset, whole[place : place + length]))
        place += length
    return calls


class Disk:
    """A folder as the disk has it, while the calls of a log come in.

    Args:
        folder: The folder as it stands before the first call, all of it on the disk.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[int, _File] = {}
        self._names: dict[Path, _File] = {}
        self._later: list[Call] = []
        self._made: dict[int, _File] = {}
        for path in folder.rglob("*"):
            if path.is_file():
                file = _File(bytearray(path.read_bytes()))
                self._files[path.stat().st_ino] = self._names[path] = file

    def take(self, call: Call) -> None:
        """One more call reaches the system."""
        match call.kind:
            case "W" | "T":
                self._files[call.inode].unsynced.append(call)
            case "S":
                self._files[call.inode].sync()
            case "C":
                self._made[len(self._later)] = self._files[call.inode] = _File()
                self._later.append(call)
            case "R" | "U":
                self._later.append(call)
            case "D":
                self._sync_folder(call.path)

    def leave(self, target: Path, chance: Random) -> None:
        """Write into ``target`` one state that a power cut now could leave."""
        names = dict(self._names)
        reached = chance.randint(0, len(self._later))
        for place, call in enumerate(self._later[:reached]):
            _rename(names, call, self._made.get(place))
        for path, file in names.items():
            if path.name.endswith("-shm"):
                # Shared memory; SQLite makes it anew.
                continue
            copy = target / path.relative_to(self._folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.state(chance))

    def _sync_folder(self, folder: Path) -> None:
        kept: list[Call] = []
        made: dict[int, _File] = {}
        for place, call in enumerate(self._later):
            paths = [Path(part.decode()) for part in call.more.split(b"\0")]
            if any(path.parent == folder for path in paths):
                _rename(self._names, call, self._made.get(place))
                continue
            if place in self._made:
                made[len(kept)] = self._made[place]
            kept.append(call)
        self._later, self._made = kept, made


def _rename(names: dict[Path, _File], call: Call, made: _File | None) -> None:
    if call.kind == "C" and made is not None:
        names[call.path] = made
    elif call.kind == "U":
        names.pop(call.path, None)
    elif call.kind == "R":
        before, after = (Path(part.decode()) for part in call.more.split(b"\0"))
        if before in names:
            names[after] = names.pop(before)


def _sectors(call: Call) -> Iterator[Call]:
    """The parts of a call that reach the disk each for itself."""
    if call.kind != "W":
        yield call
        return
    place = 0
    while place < len(call.more):
        length = _SECTOR - (call.offset + place) % _SECTOR
        yield Call("W", call.inode, call.offset + place, call.more[place : place + length])
        place += length


def _apply(found: bytearray, call: Call) -> None:
    if call.kind == "T":
        del found[call.offset :]
        found.extend(bytes(call.offset - len(found)))
        return
    end = call.offset + len(call.more)
    if len(found) < end:
        found.extend(bytes(end - len(found)))
    found[call.offset : end] = call.more
