"""Where on a page that is made of a note there is something to look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from weeknotes_desktop.domain.checks.slip import Slip

TITLE = -1
"""Stands for the title in place of a line or a block."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A slip, by the lines of the source.

    Args:
        first: The line with which the stretch of text around it begins.
        line: The line it stands in.
        message: What it is.
    """

    first: int
    line: int
    message: str


def spots(text: str, slips: Iterable[Slip]) -> tuple[Spot, ...]:
    """Where in ``text`` they stand; no blank line and no fence lies between its two lines."""
    rows = text.split("\n")
    begins: list[int] = []
    ends: list[int] = []
    place, after_edge = 0, True
    for nth, row in enumerate(rows):
        edge = not row.strip() or row.lstrip().startswith(":::")
        begins.append(nth if edge or after_edge else begins[-1])
        place, after_edge = place + len(row) + 1, edge
        ends.append(place)
    found = []
    for slip in slips:
        line = TITLE if slip.in_title else min(bisect_right(ends, slip.start), len(rows) - 1)
        found.append(Spot(TITLE if line == TITLE else begins[line], line, slip.message))
    return tuple(found)


def block_of(spot: Spot, lines: Sequence[int]) -> int | None:
    """Number of the block in which it is seen; None where it is on the page nowhere.

    Args:
        lines: Of the source, one for each block; -1 where there is none.
    """
    if spot.line == TITLE:
        return TITLE
    known = sorted({line for line in lines if line >= 0})
    first, behind = bisect_left(known, spot.first), bisect_right(known, spot.line)
    return lines.index(known[behind - 1]) if behind > first else None
