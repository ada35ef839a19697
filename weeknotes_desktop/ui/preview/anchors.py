"""Which line of the source a place of the simple preview comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextDocument

_NAME = "wn-line-"
# The list of blocks is that of publishing/blocks.py.
_TAG = re.compile(r"<(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[^<>\"]|\"[^\"]*\")*)>")
_BLOCKS = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "pre", "tr", "dt", "dd", "figure"})
# Qt keeps an anchor only where a letter follows at once.
_LETTER = re.compile(r"\s*[^<\s]")
_GOALS = re.compile(r"class=\"[^\"]*\bwn-goals\b")


class Place(NamedTuple):
    """Where in a document what comes from a line begins."""

    line: int
    position: int


def anchored(body: str, lines: Sequence[int]) -> str:
    """``body`` with an anchor in each block; as it is where the two do not agree.

    Args:
        lines: Of the source, one for each block; -1 where there is none.
    """
    pieces: list[str] = []
    waiting: list[int] = []
    found = end = 0
    for tag in _TAG.finditer(body):
        name = tag["name"]
        if name in _BLOCKS or _GOALS.search(tag["rest"]):
            if found < len(lines) and lines[found] >= 0:
                waiting.append(lines[found])
            found += 1
        if waiting and _LETTER.match(body, tag.end()):
            # No anchor may stand within a link; the link itself can be one.
            link, last = name == "a", f'name="{_NAME}{waiting[-1]}"'
            at = tag.end("name") if link else tag.end()
            pieces += [body[end:at], f" {last}" if link else f"<a {last}></a>"]
            end = at
            waiting.clear()
    return "".join([*pieces, body[end:]]) if found == len(lines) else body


def places_of(document: QTextDocument) -> list[Place]:
    """The anchors of a document, from its beginning to its end."""
    places: list[Place] = []
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            form = at.fragment().charFormat()
            if form.isAnchor():
                places += [
                    Place(int(name.removeprefix(_NAME)), at.fragment().position())
                    for name in form.anchorNames()
                    if name.startswith(_NAME)
                ]
            at += 1
        block = block.next()
    return places
