"""The blocks of a rendered body, in the order in which the preview finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from weeknotes_desktop.domain.block_lines import Block, Kind

# The same list stands in resources/preview/patch.js.
_BLOCKS = {"p", "li", "h2", "h3", "h4", "h5", "h6", "pre", "tr", "dt", "dd", "figure"}
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:=\"[^\"]*\")?)*)\s*/?>", re.IGNORECASE)
_CLASSES = re.compile(r'\sclass="([^"]*)"')
_ALT = re.compile(r'\salt="([^"]*)"')
# Enough for the words that tell one block from another.
_ENOUGH = 240


def blocks(body: str) -> tuple[Block, ...]:
    """Every block that may come from a line of its own, in document order.

    Args:
        body: As the renderer made it.
    """
    return tuple(_blocks(body))


def _blocks(body: str) -> Iterator[Block]:
    kind = Kind.TEXT
    open_kind: Kind | None = None
    words: list[str] = []
    size = end = 0
    silent = ""
    for tag in _TAG.finditer(body):
        if open_kind is not None and not silent and size < _ENOUGH:
            words.append(body[end : min(tag.start(), end + _ENOUGH)])
            size += len(words[-1])
        end = tag.end()
        closing, name, attributes = tag[1], tag[2].lower(), tag[3]
        if closing:
            silent = "" if name == silent else silent
            continue
        if name == "img" and (alt := _ALT.search(attributes)):
            words.append(f" {alt[1]} ")
        classes = found[1].split() if (found := _CLASSES.search(attributes)) else []
        # The number of a footnote and what is read aloud only stand in no source.
        if name == "sup" or "wn-hidden" in classes:
            silent = name
        if name == "div" and "footnote" in classes:
            kind = Kind.FOOTNOTE
        goals = "wn-goals" in classes
        if name in _BLOCKS or goals:
            if open_kind is not None:
                yield Block(unescape("".join(words)), open_kind)
            words, size = [], 0
            open_kind = Kind.GOALS if goals else kind
    if open_kind is not None:
        yield Block(unescape("".join(words)), open_kind)
