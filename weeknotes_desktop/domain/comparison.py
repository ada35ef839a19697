"""Two texts compared word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")

# Looking for what is alike takes time with the square of a stretch, and sometimes
# with its third power; a stretch with more pairs to look at is taken whole.
_MOST_PAIRS = 20_000

_Stretch = tuple[int, int, int, int]
"""From where to where in the old, and from where to where in the new."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row with the same fate."""

    change: Change
    text: str


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """What turned ``old`` into ``new``.

    Whatever is the same or gone makes up ``old``, and whatever is the same or
    new makes up ``new``, to the letter. Two pieces in a row never have the
    same fate.
    """
    return tuple(_joined(_by_line(_LINES.findall(old), _LINES.findall(new))))


def _by_line(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for same, (i1, i2, j1, j2) in _stretches(old, new):
        gone, came = "".join(old[i1:i2]), "".join(new[j1:j2])
        if same:
            yield Piece(Change.SAME, gone)
        else:
            yield from _by_word(_WORDS.findall(gone), _WORDS.findall(came))


def _by_word(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    gone = came = same = ""
    for alike, (i1, i2, j1, j2) in _stretches(old, new):
        if alike:
            same += "".join(old[i1:i2])
            continue
        if i1 == i2 and j1 == j2:
            continue
        if (gone or came) and same.isspace():
            # The space between two changed words is no reason to read by fits and starts.
            gone, came = gone + same, came + same
        elif same:
            yield from _replaced(gone, came)
            gone = came = ""
            yield Piece(Change.SAME, same)
        same = ""
        gone, came = gone + "".join(old[i1:i2]), came + "".join(new[j1:j2])
    yield from _replaced(gone, came)
    if same:
        yield Piece(Change.SAME, same)


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, _Stretch]]:
    """What is the same in both and what is not, in order.

    What stands once in either text holds the two together; only what lies in
    between is compared with one another. So a text of 2 MB takes no longer
    than its length asks for.
    """
    here, there = 0, 0
    for i, j in (*_anchors(old, new), (len(old), len(new))):
        yield from _between(old, new, (here, i, there, j))
        if i < len(old):
            yield True, (i, i + 1, j, j + 1)
        here, there = i + 1, j + 1


def _between(
    old: Sequence[str], new: Sequence[str], where: _Stretch
) -> Iterator[tuple[bool, _Stretch]]:
    i1, i2, j1, j2 = where
    head = _alike(zip(old[i1:i2], new[j1:j2], strict=False))
    if head:
        yield True, (i1, i1 + head, j1, j1 + head)
    i1, j1 = i1 + head, j1 + head
    tail = _alike(zip(reversed(old[i1:i2]), reversed(new[j1:j2]), strict=False))
    i2, j2 = i2 - tail, j2 - tail
    if (i2 - i1) * (j2 - j1) > _MOST_PAIRS:
        yield False, (i1, i2, j1, j2)
    else:
        matcher = SequenceMatcher(None, old[i1:i2], new[j1:j2], autojunk=False)
        for tag, a1, a2, b1, b2 in matcher.get_opcodes():
            yield tag == "equal", (i1 + a1, i1 + a2, j1 + b1, j1 + b2)
    if tail:
        yield True, (i2, i2 + tail, j2, j2 + tail)


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs in a row are the same."""
    number = 0
    for one, other in pairs:
        if one != other:
            break
        number += 1
    return number


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where the longest row of parts stands that either text has once, in the same order."""
    once = {part for part, number in Counter(old).items() if number == 1}
    once &= {part for part, number in Counter(new).items() if number == 1}
    places = {part: at for at, part in enumerate(new) if part in once}
    pairs = [(at, places[part]) for at, part in enumerate(old) if part in once]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    row: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _replaced(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece(Change.GONE, old)
    if new:
        yield Piece(Change.NEW, new)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.change is piece.change:
            last = Piece(last.change, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
