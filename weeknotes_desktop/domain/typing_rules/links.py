"""Links: the words in brackets, the address behind them."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.typing_rules.passage import Passage

_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{0,1000})\]\(((?:[^()\n]|\([^()\n]{0,1000}\)){0,2000})\)")
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")


def link(passage: Passage) -> Passage:
    """The selected words as a link, with the caret where its address goes.

    In a link its address is selected, to be changed; where it is so already, the
    words alone are left.
    """
    for found in _LINK.finditer(passage.text, *passage.lines()):
        if found.span(2) == (passage.start, passage.end):
            return passage.replaced(found.start(), found.end(), found[1], 0, len(found[1]))
        if found.start() <= passage.start and passage.end <= found.end():
            return Passage(passage.text, *found.span(2))
    words = passage.selected
    if _ADDRESS.fullmatch(words):
        return passage.replaced(passage.start, passage.end, f"[]({words})", 1, 1)
    caret = len(words) + 3 if words else 1
    return passage.replaced(passage.start, passage.end, f"[{words}]()", caret, caret)
