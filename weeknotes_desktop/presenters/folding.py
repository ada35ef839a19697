"""A comparison made short enough to read: long stretches are folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from weeknotes_desktop.domain.comparison import Change, Piece

# Lines of what is the same that stay in sight beside a change.
_BESIDE = 2
# Fewer lines than this are not worth a fold.
_WORTH_IT = 4
# More lines and letters than this of one piece nobody reads at once; the rest opens by and by.
_AT_ONCE = 400
_LETTERS_AT_ONCE = 100_000
# A line longer than this counts as several.
_LONG_LINE = 2_000

_LINES = re.compile(rf"[^\n]{{0,{_LONG_LINE - 1}}}\n|[^\n]{{1,{_LONG_LINE}}}")


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that are not shown until somebody asks for them."""

    change: Change
    text: str
    lines: int


Part = Piece | Fold


def fold(pieces: Iterable[Piece]) -> tuple[Part, ...]:
    """What to show of ``pieces``: every change, and what is the same around it."""
    every = tuple(pieces)
    last = len(every) - 1
    shown: list[Part] = []
    for place, piece in enumerate(every):
        if piece.change is Change.SAME and last > 0:
            shown += _same(piece, first=place == 0, last=place == last)
        else:
            shown += _beginning(piece)
    return tuple(shown)


def whole(text: str) -> tuple[Part, ...]:
    """A text by itself, as far as anybody reads at once."""
    return tuple(_beginning(Piece(Change.SAME, text))) if text else ()


def unfold(fold: Fold) -> tuple[Part, ...]:
    """What comes to light when a fold is opened."""
    return tuple(_beginning(Piece(fold.change, fold.text)))


def _same(piece: Piece, *, first: bool, last: bool) -> Iterator[Part]:
    lines = _LINES.findall(piece.text)
    # The last line of a stretch may go on with a change.
    head = 0 if first else _BESIDE + 1
    tail = 0 if last else _BESIDE + (0 if piece.text.endswith("\n") else 1)
    hidden = len(lines) - head - tail
    if hidden < _WORTH_IT:
        yield from _beginning(piece)
        return
    if head:
        yield Piece(Change.SAME, "".join(lines[:head]))
    yield Fold(Change.SAME, "".join(lines[head : head + hidden]), hidden)
    if tail:
        yield Piece(Change.SAME, "".join(lines[head + hidden :]))


def _beginning(piece: Piece) -> Iterator[Part]:
    lines = _LINES.findall(piece.text)
    ends = accumulate(map(len, lines))
    shown = sum(1 for end in islice(ends, _AT_ONCE) if end <= _LETTERS_AT_ONCE)
    if len(lines) <= shown + _WORTH_IT:
        yield piece
        return
    yield Piece(piece.change, "".join(lines[:shown]))
    yield Fold(piece.change, "".join(lines[shown:]), len(lines) - shown)
