"""The pages that still wait in the log of a library, read without SQLite.

SQLite ends its reading of a log at the first page that is damaged, and says
nothing: what was saved after it would be gone without a word. Here it is seen.
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass, field

_HEADER = 32
_FRAME = 24
_MAGIC = {0x377F0682: "little", 0x377F0683: "big"}


@dataclass(frozen=True, slots=True)
class LogPages:
    """What a log holds.

    Args:
        size: Of one page; 0 where the log is empty or says nothing possible.
        committed: The newest state of each page that SQLite itself would read.
        all: The newest state of each page, also behind a damaged one.
        broken: Whether a transaction that was waited for stands behind a damaged page.
    """

    size: int = 0
    committed: dict[int, bytes] = field(default_factory=dict)
    all: dict[int, bytes] = field(default_factory=dict)
    broken: bool = False


def log_pages(log: bytes) -> LogPages:
    """Read a whole log; one that was merely cut short by a sudden end is not broken."""
    if len(log) < _HEADER:
        return LogPages()
    magic, size = struct.unpack_from(">I4xI", log)
    if size < 512 or size & (size - 1) or size > 65_536:
        return LogPages(broken=any(log))
    order = _MAGIC.get(magic)
    salts = log[16:24]
    sums = _sums(log[:24], (0, 0), order or "little")
    sound = order is not None and struct.pack(">2I", *sums) == log[24:32]
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    everything: dict[int, bytes] = {}
    broken, ended = not sound, 0
    for at in range(_HEADER, len(log) - _FRAME - size + 1, _FRAME + size):
        head, page = log[at : at + _FRAME], log[at + _FRAME : at + _FRAME + size]
        number, commits = struct.unpack_from(">2I", head)
        if head[8:16] != salts:
            # What is left of an older round of the log; or the damage is right here.
            sound = False
            continue
        everything[number] = page
        if sound:
            sums = _sums(page, _sums(head[:8], sums, order or "little"), order or "little")
            sound = struct.pack(">2I", *sums) == head[16:24]
            waiting[number] = page
            if sound and commits:
                committed |= waiting
                waiting.clear()
        # A power cut may leave the last transaction unfinished, but none before it:
        # the next one is begun only when the last is on the disk.
        ended += bool(commits) and not sound
    return LogPages(size, committed, everything, broken or ended > 1)


def _sums(data: bytes, before: tuple[int, int], order: str) -> tuple[int, int]:
    """SQLite's checksum of a log, going on from ``before``."""
    numbers = array("I", data)
    if order != _native():
        numbers.byteswap()
    first, second = before
    for at in range(0, len(numbers), 2):
        first = first + numbers[at] + second & 0xFFFFFFFF
        second = second + numbers[at + 1] + first & 0xFFFFFFFF
    return first, second


def _native() -> str:
    return "little" if array("H", [1]).tobytes() == b"\1\0" else "big"
