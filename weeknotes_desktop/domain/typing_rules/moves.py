"""Alt+Up and Alt+Down: lines, paragraphs and items change places with their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from weeknotes_desktop.domain.typing_rules.counting import recounted
from weeknotes_desktop.domain.typing_rules.items import children_end, item_of
from weeknotes_desktop.domain.typing_rules.passage import Passage


def up(passage: Passage) -> Passage:
    """What is touched before what stands above it; an item takes its children along."""
    lines = passage.text.split("\n")
    begin, end = _moved(lines, *passage.line_numbers())
    over = _above(lines, begin, end)
    if over is None:
        return passage
    first, last = over
    swapped = lines[:first] + lines[begin:end] + lines[last:begin] + lines[first:last] + lines[end:]
    return _placed(passage, lines, swapped, begin, first)


def down(passage: Passage) -> Passage:
    """What is touched behind what stands below it; an item takes its children along."""
    lines = passage.text.split("\n")
    begin, end = _moved(lines, *passage.line_numbers())
    over = _below(lines, begin, end)
    if over is None:
        return passage
    first, last = over
    swapped = lines[:begin] + lines[first:last] + lines[end:first] + lines[begin:end] + lines[last:]
    return _placed(passage, lines, swapped, begin, last - (end - begin))


def _moved(lines: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The lines that move: those touched, with what belongs to the last of them."""
    return first, children_end(lines, last)


def _above(lines: Sequence[str], begin: int, end: int) -> tuple[int, int] | None:
    """The lines to change places with; None at the top of a text, or of the items of another."""
    last = _without_gap(lines, begin, -1)
    if last == 0:
        return None
    item = item_of(lines[begin])
    if item is not None:
        at = last - 1
        while at >= 0:
            one = item_of(lines[at])
            if one is not None and one.depth <= item.depth:
                return (at, children_end(lines, at)) if one.depth == item.depth else None
            if one is None and lines[at][:1] not in ("", " ", "\t", ">"):
                break
            at -= 1
    if _is_paragraph(lines, begin, end):
        return _paragraph_start(lines, last), last
    return begin - 1, begin


def _below(lines: Sequence[str], begin: int, end: int) -> tuple[int, int] | None:
    """The lines to change places with; None at the end of a text, or of the items of another."""
    first = _without_gap(lines, end, 1)
    if first == len(lines):
        return None
    item, other = item_of(lines[begin]), item_of(lines[first])
    if item is not None and other is not None:
        if other.depth == item.depth:
            return first, children_end(lines, first)
        return None
    if _is_paragraph(lines, begin, end):
        last = first
        while last < len(lines) and lines[last].strip():
            last += 1
        return first, last
    return end, end + 1


def _without_gap(lines: Sequence[str], at: int, step: int) -> int:
    """Where words begin or end beyond the blank lines at ``at``."""
    while (at > 0 if step < 0 else at < len(lines)) and not lines[at + min(step, 0)].strip():
        at += step
    return at


def _is_paragraph(lines: Sequence[str], begin: int, end: int) -> bool:
    """Whether these lines have nothing right above or below them."""
    free_above = begin == 0 or not lines[begin - 1].strip()
    free_below = end == len(lines) or not lines[end].strip()
    return free_above and free_below and any(line.strip() for line in lines[begin:end])


def _paragraph_start(lines: Sequence[str], last: int) -> int:
    first = last - 1
    while first > 0 and lines[first - 1].strip():
        first -= 1
    return first


def _placed(passage: Passage, before: list[str], swapped: list[str], was: int, now: int) -> Passage:
    """The lines in their new order, counted anew, with the same words selected."""
    counted = recounted(before, swapped, min(was, now))
    start = _at(counted, swapped, before, passage.start, was, now)
    end = _at(counted, swapped, before, passage.end, was, now)
    return Passage("\n".join(counted), start, end)


def _at(
    counted: list[str], swapped: list[str], before: list[str], place: int, was: int, now: int
) -> int:
    """Where a place of the text before stands now; it counts from the end of its line."""
    line = 0
    while line < len(before) - 1 and place > len(before[line]):
        place -= len(before[line]) + 1
        line += 1
    line += now - was
    grown = len(counted[line]) - len(swapped[line]) if line < len(counted) else 0
    begin = sum(len(one) + 1 for one in counted[:line])
    return min(begin + max(place + grown, 0), sum(len(one) + 1 for one in counted) - 1)
