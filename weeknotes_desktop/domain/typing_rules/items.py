"""The items of lists, and the quotes they may stand in: what a line begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ITEM = re.compile(
    r"(?P<front>[ \t]*(?:>[ \t]*)*)"
    r"(?:(?P<bullet>[-*+])|(?P<number>[0-9]{1,9})(?P<dot>[.)]))(?P<gap>[ \t]+|$)"
    r"(?P<box>\[[ xX]\](?:[ \t]+|$))?"
)
_RULE = re.compile(r"[ \t]*(?P<mark>[-*])[ \t]*(?:(?P=mark)[ \t]*){2,}$")
_QUOTED = re.compile(r"(?P<front>[ \t]*(?:>[ \t]?)+)")
# An indent is judged as Markdown judges it.
_TAB = 4


@dataclass(frozen=True, slots=True)
class Item:
    """The front of a line that is an item of a list.

    Args:
        front: What stands before the mark: indent and quote marks.
        bullet: The mark of an item that is not counted.
        number: The number of an item that is; its ``dot`` is a dot or a bracket.
        gap: Between the mark and what follows.
        box: ``[ ]`` or ``[x]`` and the space behind it.
        end: Where the words begin.
    """

    front: str
    bullet: str
    number: int | None
    dot: str
    gap: str
    box: str
    end: int

    @property
    def depth(self) -> int:
        """How far it is indented, in columns."""
        return len(self.front.expandtabs(_TAB))

    @property
    def kind(self) -> str:
        """What its neighbours in the same list have too."""
        return self.bullet or self.dot

    def mark_with(self, number: int) -> str:
        """Its mark, or the same kind of mark with that number."""
        return self.bullet or f"{number}{self.dot}"

    def numbered(self, line: str, number: int) -> str:
        """``line``, of which this is the front, with another number."""
        if self.number is None or self.number == number:
            return line
        mark = len(self.front)
        return line[:mark] + str(number) + line[line.index(self.dot, mark) :]


def item_of(line: str) -> Item | None:
    """The item that ``line`` begins, if it does."""
    found = _ITEM.match(line)
    if found is None or _RULE.match(line):
        return None
    number = int(found["number"]) if found["number"] else None
    return Item(
        found["front"],
        found["bullet"] or "",
        number,
        found["dot"] or "",
        found["gap"],
        found["box"] or "",
        found.end(),
    )


def quote_front(line: str) -> str:
    """The quote marks that ``line`` begins with; empty where there are none."""
    found = _QUOTED.match(line)
    return found["front"] if found else ""


def depth_of(line: str) -> int:
    """How far the words of ``line`` are indented, in columns."""
    return len(line[: len(line) - len(line.lstrip(" \t"))].expandtabs(_TAB))


def children_end(lines: Sequence[str], at: int) -> int:
    """The line behind the item at line ``at`` and all that belongs to it."""
    item = item_of(lines[at])
    if item is None:
        return at + 1
    end = next_line = at + 1
    while next_line < len(lines):
        line = lines[next_line]
        if line.strip():
            inner = item_of(line)
            depth = inner.depth if inner else depth_of(line)
            if depth <= item.depth:
                break
            end = next_line + 1
        next_line += 1
    return end


def may_belong_to_a_list(line: str) -> bool:
    """Whether the line can be part of a list: an item, or something indented."""
    return line[:1] in (" ", "\t", ">") or item_of(line) is not None


def list_around(lines: Sequence[str], at: int) -> tuple[int, int]:
    """The lines of the list that line ``at`` is in: those next to it that may belong to one."""
    first, last = at, at + 1
    while first and _goes_on(lines[first - 1]):
        first -= 1
    while last < len(lines) and _goes_on(lines[last]):
        last += 1
    return first, last


def _goes_on(line: str) -> bool:
    return not line.strip() or may_belong_to_a_list(line)
