"""Spans of a text: from one offset up to another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same ground in order, with spans that meet made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found


def without(text: str, spans: Sequence[Span]) -> str:
    """``text`` with merged spans taken out."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def moved_back(spans: Iterable[Span], gone: Sequence[Span]) -> list[Span]:
    """Where ``spans`` of a text lie in the longer one it was before ``gone`` went."""
    offsets = [0]
    places = [0]
    for start, end in gone:
        offsets.append(offsets[-1] + start - places[-1])
        places.append(end)

    def before(offset: int) -> int:
        piece = bisect_right(offsets, offset) - 1
        return places[piece] + offset - offsets[piece]

    return [(before(start), before(end - 1) + 1) for start, end in spans if start < end]


def seams(gone: Sequence[Span]) -> set[int]:
    """Offsets at which a text was joined when ``gone`` went."""
    found: set[int] = set()
    length = 0
    for start, end in gone:
        found.add(start - length)
        length += end - start
    return found
