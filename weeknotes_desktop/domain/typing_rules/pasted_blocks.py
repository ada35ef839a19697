"""What is pasted as a block of its own gets the blank lines around it that it needs."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"#{1,6} |>|\||```|---$|(?:[-*+]|\d+[.)])[ \t]", re.MULTILINE)
_LIST_MARK = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_PICTURES = re.compile(r"(?:!\[[^\]\n]*\]\([^)\n]*\)\s*)+")
_ONLY_MARKS = re.compile(
    r"[ \t]*(?:>[ \t]?)*(?P<item>(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?"
)


def fitted(text: str, before: str, after: str) -> tuple[str, int]:
    """``text`` as it fits between what stands there, and how far that moved its first letter.

    Args:
        before: The line before it from its start, and the line above that.
        after: The rest of the line, and the line below it.
    """
    line = before.rsplit("\n", 1)[-1]
    marks = _ONLY_MARKS.fullmatch(line)
    first = _LIST_MARK.match(text)
    if marks is not None and marks["item"] and first is not None:
        # An item was begun already.
        text = text[first.end() :]
        return text + _gap_after(text, after), -first.end()
    picture = _PICTURES.fullmatch(text) is not None
    rest = after.split("\n", 1)[0]
    if not text or (picture and line.strip() and rest.strip()):
        return text, 0
    gap = ""
    if (picture or _BLOCK.match(text)) and (marks is None or not line.strip()):
        gap = _gap(before.split("\n")[::-1])
    return f"{gap}{text}{_gap_after(text, after)}", len(gap)


def _gap_after(text: str, after: str) -> str:
    last = text.rsplit("\n", 1)[-1].lstrip()
    if _PICTURES.fullmatch(text) or _BLOCK.match(last):
        return _gap(after.split("\n"))
    return ""


def _gap(nearest_first: list[str]) -> str:
    """The line ends that part a block from these lines."""
    nearest, *farther = nearest_first
    if nearest.strip():
        return "\n\n"
    return "\n" if farther and farther[0].strip() else ""
