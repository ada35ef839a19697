"""Tell which lines may be code because they are indented."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.source_lines import Line

_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)]) +(?=\S)")
_RULE = re.compile(r"([-*_])(?: *\1){2,} *")
# Behind one of these a new block begins without a blank line.
_BLOCK = re.compile(r"#|<|\*?\[|[-=*_ ]+$")
# What is indented that much further than the text around it is code.
_FURTHER = 4


class IndentWatch:
    """Tells line after line whether it may be indented code; in doubt it may."""

    def __init__(self) -> None:
        self._quotes = 0
        self.begin_block()

    def begin_block(self) -> None:
        """Know nothing of what stood before the next line."""
        # How far text is indented that belongs to the open items of lists:
        # how far it has to be, and how far it is.
        self._items: list[tuple[int, int]] = []
        self._gap = True
        self._code = False

    def may_be_code(self, line: Line, raw: str, margin: int) -> bool:
        """Whether the next line may be indented code.

        Args:
            margin: How far text of a footnote is indented that goes on here.
        """
        text = raw.expandtabs(4)
        quote = _QUOTE.match(text)
        quotes = quote[0].count(">") if quote else 0
        if quotes != self._quotes:
            self.begin_block()
            self._quotes = quotes
        text = text[quote.end() :] if quote else text
        words = text.lstrip(" ")
        if not words or line.code:
            self._gap, self._code = True, False
            return False
        return self._tell(words, len(text) - len(words), margin)

    def _tell(self, words: str, indent: int, margin: int) -> bool:
        item = None if _RULE.fullmatch(words) else _ITEM.match(words)
        if self._gap or item:
            while self._items and indent < self._items[-1][0]:
                self._items.pop()
        content = self._items[-1][1] if self._items else margin
        far = indent >= content + _FURTHER
        self._code = far and (self._gap or self._code)
        if item and not self._code:
            self._items.append((indent + 2, indent + item.end()))
        self._gap = bool(_BLOCK.match(words))
        return self._code
