"""What stands before a line: bullets, numbers, stars."""

from __future__ import annotations

import re
from dataclasses import dataclass

from weeknotes_desktop.publishing.importers.lines import tidy

_BULLET = re.compile(r"(?P<mark>[•‣⁃◦○▪▫■□●∙·*+–—-])\s+(?P<text>\S.*)", re.DOTALL)
_NUMBER = re.compile(r"(?P<mark>\d{1,3})[.)]\s+(?P<text>\S.*)", re.DOTALL | re.ASCII)
_STAR = re.compile(r"(?P<stars>\*{1,3})\s?(?P<text>[^\s*].*)", re.DOTALL)
_ALWAYS = "•‣⁃◦○▪▫■□●∙"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line taken apart.

    Args:
        sign: The bullet or the number as typed.
        sure: Whether it can be nothing but an item of a list.
    """

    sign: str
    text: str
    sure: bool

    @property
    def numbered(self) -> bool:
        """Whether it counts."""
        return self.sign.isdigit()


def read_mark(text: str) -> Mark | None:
    """The mark before a line, if it has one."""
    words = text.strip()
    indented = text[:1].isspace()
    match = _BULLET.fullmatch(words)
    if match:
        sign = match["mark"]
        return Mark(sign, tidy(match["text"]), sign in _ALWAYS or sign == "-" or indented)
    match = _NUMBER.fullmatch(words)
    return Mark(match["mark"], tidy(match["text"]), indented) if match else None


def is_list_item(text: str) -> bool:
    """Whether a line is an item of a list, taken alone."""
    mark = read_mark(text)
    return mark is not None and mark.sure


def read_star(text: str) -> int | None:
    """How many stars open an unindented line, if any do."""
    match = None if text[:1].isspace() else _STAR.fullmatch(text.rstrip())
    return len(match["stars"]) if match else None


def without_stars(text: str) -> str:
    """The words after the stars that open a line."""
    return text.lstrip("*").lstrip()
