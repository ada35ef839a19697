"""Quotation marks, apostrophes and dashes as a printer would set them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from weeknotes_desktop.domain.quotation import ELISIONS, Quotes

# What Python-Markdown has put aside stands between these two.
_ASIDE = re.compile("(\x02[^\x02\x03]*\x03)")
_SIGNS = re.compile(r"""(?<!-)---(?!-)|(?<!-)--(?!-)|(?<!\.)\.\.\.(?!\.)|["']""")
_PLAIN = {"---": "—", "--": "–", "...": "…"}
# An apostrophe, not a quotation mark: ’22, ’80s, ’tis.
_APOSTROPHE = re.compile(rf"'(?:\d|(?:{'|'.join(sorted(ELISIONS))})\b)", re.I)
_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f([{<«„“‘/—–-")
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


def printed(text: str, quotes: Quotes = Quotes.ENGLISH) -> str:
    """A line of text as it is printed in a house style."""
    return _Printer(quotes).printed(text)


class _Printer:
    """Prints one piece of a paragraph after the other, and knows what stands before."""

    def __init__(self, quotes: Quotes) -> None:
        self._quotes = quotes
        openings = {quotes.double[0][-1], quotes.single[0][-1]}
        closings = {quotes.double[1][-1], quotes.single[1][-1]}
        # What opens quotes in one house closes them in another.
        self._opens_after = (_OPENS_AFTER | openings) - closings
        self.begin()

    def begin(self) -> None:
        """Come to another paragraph."""
        self.last = "\n"
        self._single = False

    def printed(self, text: str) -> str:
        """The next piece."""
        if self._quotes is Quotes.STRAIGHT:
            return text
        pieces: list[str] = []
        at = 0
        for sign in _SIGNS.finditer(text):
            if at < sign.start():
                pieces.append(text[at : sign.start()])
                self.last = text[sign.start() - 1]
            made = _PLAIN.get(sign[0]) or self._mark(text, sign)
            pieces.append(made)
            self.last = made[-1]
            at = sign.end()
        if at < len(text):
            self.last = text[-1]
        return "".join([*pieces, text[at:]])

    def _mark(self, text: str, sign: re.Match[str]) -> str:
        """The quotation mark or apostrophe for a straight one."""
        after = text[sign.end() : sign.end() + 1]
        opens = self.last in self._opens_after and not after.isspace()
        if sign[0] == '"':
            return self._quotes.double[0 if opens else 1]
        if opens and not _APOSTROPHE.match(text, sign.start()):
            self._single = True
            return self._quotes.single[0]
        if not self._single or opens or (self.last.isalnum() and after.isalnum()):
            return "’"
        self._single = False
        return self._quotes.single[1]


class _Typography(Treeprocessor):
    def __init__(self, md: Markdown, house: TypographyExtension) -> None:
        super().__init__(md)
        self._house = house

    def run(self, root: Element) -> None:
        self._printer = _Printer(self._house.quotes)
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
