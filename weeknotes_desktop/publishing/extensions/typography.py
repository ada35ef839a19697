"""Quotation marks, apostrophes and dashes as a printer would set them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.publishing.printing import Printer

# What Python-Markdown has put aside stands between these two.
_ASIDE = re.compile("(\x02[^\x02\x03]*\x03)")
_LITERAL = frozenset(["code", "pre", "kbd", "samp", "script", "style"])
_INLINE_NAMES = "a abbr b cite del em i img ins mark q s small span strong sub sup u"
_INLINE = frozenset(_INLINE_NAMES.split())


class TypographyExtension(Extension):
    """Sets typewriter signs as they are printed; code stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.quotes = Quotes.ENGLISH
        """The house style of the post."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Come last, when every word stands where it belongs."""
        md.ESCAPED_CHARS.extend(sign for sign in "\"'" if sign not in md.ESCAPED_CHARS)
        md.treeprocessors.register(_Typography(md, self), "wn-typography", 6)


class _Typography(Treeprocessor):
    def __init__(self, md: Markdown, house: TypographyExtension) -> None:
        super().__init__(md)
        self._house = house

    def run(self, root: Element) -> None:
        self._printer = Printer(self._house.quotes)
        self._set(root)

    def _set(self, element: Element) -> None:
        if element.tag in _LITERAL:
            self._printer.last = "x"
            return
        if element.tag not in _INLINE:
            self._printer.begin()
        element.text = self._print(element.text)
        for child in element:
            self._set(child)
            if child.tag not in _INLINE and child.tag not in _LITERAL:
                self._printer.begin()
            child.tail = self._print(child.tail)

    def _print(self, text: str | None) -> str | None:
        if not text:
            return text
        if isinstance(text, AtomicString):
            self._printer.last = text[-1]
            return text
        pieces = _ASIDE.split(text)
        for place, piece in enumerate(pieces):
            if piece and piece[0] != "\x02":
                pieces[place] = self._printer.printed(piece)
        return "".join(pieces)
