"""Tab and Shift+Tab: items of a list go deeper with their children, and come back."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.typing_rules.counting import recounted
from weeknotes_desktop.domain.typing_rules.items import children_end, item_of, quote_front
from weeknotes_desktop.domain.typing_rules.passage import Passage

_STEP = "  "


def deeper(passage: Passage) -> Passage:
    """The touched lines one level deeper, with the children of the last one."""
    return _each_line(passage, _deeper)


def shallower(passage: Passage) -> Passage:
    """The touched lines one level less deep, with the children of the last one."""
    return _each_line(passage, _shallower)


def _each_line(passage: Passage, change: Callable[[str], str]) -> Passage:
    before = passage.text.split("\n")
    first, last = passage.line_numbers()
    after = list(before)
    for at in range(first, children_end(before, last)):
        after[at] = change(before[at])
    if after == before:
        return passage
    counted = recounted(before, after, first)
    begin = sum(len(line) + 1 for line in counted[:first])
    if passage.is_caret:
        # What changes is the front of the line: the caret counts from its end.
        from_end = passage.lines()[1] - passage.end
        caret = begin + max(len(counted[first]) - from_end, 0)
        return Passage("\n".join(counted), caret, caret)
    end = begin + sum(len(line) + 1 for line in counted[first : last + 1]) - 1
    return Passage("\n".join(counted), begin, end)


def _deeper(line: str) -> str:
    if not line.strip():
        return line
    quoted = len(quote_front(line)) if item_of(line) else 0
    return line[:quoted] + _STEP + line[quoted:]


def _shallower(line: str) -> str:
    quoted = len(quote_front(line)) if item_of(line) else 0
    front, rest = line[:quoted], line[quoted:]
    if rest.startswith("\t"):
        return front + rest[1:]
    spaces = len(rest) - len(rest.lstrip(" "))
    return front + rest[min(spaces, len(_STEP)) :]
