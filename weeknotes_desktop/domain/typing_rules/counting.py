"""Numbered lists go on counting when an item comes, goes or moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from weeknotes_desktop.domain.typing_rules.items import Item, item_of, list_around


def recounted(before: Sequence[str], after: Sequence[str], at: int) -> list[str]:
    """The lines ``after``, the list at line ``at`` counted anew if it was counted well before.

    Who numbers every item 1, or skips numbers, has a reason: those lists are
    left as they are.
    """
    first, last = list_around(before, at)
    was = before[first:last]
    if _counted(was) != list(was):
        return list(after)
    last += len(after) - len(before)
    return [*after[:first], *_anew(was, after[first:last]), *after[last:]]


def _anew(was: Sequence[str], now: Sequence[str]) -> list[str]:
    """The lines of a list counted from where they were counted from."""
    firsts = {_words(was[at]): item.number for at, item, first in _numbered(was) if first}
    outer = next((item for _, item, _ in _numbered(was)), None)
    counted, number, begun = list(now), dict[int, int](), False
    for at, item, first in _numbered(now):
        if not first:
            number[item.depth] += 1
        elif outer is not None and not begun and item.depth == outer.depth:
            number[item.depth], begun = outer.number or 0, True
        else:
            number[item.depth] = firsts.get(_words(now[at])) or 1
        counted[at] = item.numbered(now[at], number[item.depth])
    return counted


def _counted(lines: Sequence[str]) -> list[str]:
    """The lines, each list counted on from its first number."""
    counted = list(lines)
    number: dict[int, int] = {}
    for at, item, first in _numbered(lines):
        number[item.depth] = (item.number or 0) if first else number[item.depth] + 1
        counted[at] = item.numbered(lines[at], number[item.depth])
    return counted


def _numbered(lines: Sequence[str]) -> Iterator[tuple[int, Item, bool]]:
    """Each numbered item with its line, and whether it is the first of its list."""
    open_lists: list[Item] = []
    for at, line in enumerate(lines):
        item = item_of(line)
        if item is None:
            continue
        while open_lists and open_lists[-1].depth > item.depth:
            open_lists.pop()
        goes_on = bool(open_lists) and open_lists[-1].depth == item.depth
        same = goes_on and open_lists[-1].kind == item.kind
        if goes_on:
            open_lists.pop()
        open_lists.append(item)
        if item.number is not None:
            yield at, item, not same


def _words(line: str) -> str:
    item = item_of(line)
    return line[item.end :].strip() if item else line
