"""Quotation marks, apostrophes and dashes as a printer would set them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# What Python-Markdown has put aside stands between these two.
_ASIDE = re.compile("(\x02[^\x02\x03]*\x03)")
_SIGNS = re.compile(r"""(?<!-)---(?!-)|(?<!-)--(?!-)|(?<!\.)\.\.\.(?!\.)|["']""")
_PLAIN = {"---": "—", "--": "–", "...": "…"}
# An apostrophe, not a quotation mark: ’22, ’80s, ’tis.
_APOSTROPHE = re.compile(r"'(?:\d|(?:tis|twas|twill|til|till|em|cause|bout|round|n)\b)", re.I)
_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f([{<«„“‘/—–-")
_LITERAL = frozenset(["code", "pre", "kbd", "samp", "script", "style"])
_INLINE_NAMES = "a abbr b cite del em i img ins mark q s small span strong sub sup u"
_INLINE = frozenset(_INLINE_NAMES.split())


class TypographyExtension(Extension):
    """Sets typewriter signs as they are printed; code stays as it is."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Come last, when every word stands where it belongs."""
        md.ESCAPED_CHARS.extend(sign for sign in "\"'" if sign not in md.ESCAPED_CHARS)
        md.treeprocessors.register(_Typography(md), "wn-typography", 6)


def printed(text: str, before: str = " ") -> str:
    """``text`` as it is printed.

    Args:
        before: The character it comes after.
    """
    pieces: list[str] = []
    at, last = 0, before
    for sign in _SIGNS.finditer(text):
        if at < sign.start():
            pieces.append(text[at : sign.start()])
            last = text[sign.start() - 1]
        last = _PLAIN.get(sign[0]) or _mark(text, sign, last)
        pieces.append(last)
        at = sign.end()
    return "".join([*pieces, text[at:]])


def _mark(text: str, sign: re.Match[str], last: str) -> str:
    """The quotation mark or apostrophe for a straight one that comes after ``last``."""
    opens = last in _OPENS_AFTER and not text[sign.end() : sign.end() + 1].isspace()
    if sign[0] == '"':
        return "“" if opens else "”"
    if opens and not _APOSTROPHE.match(text, sign.start()):
        return "‘"
    return "’"


class _Typography(Treeprocessor):
    def run(self, root: Element) -> None:
        self._last = "\n"
        self._set(root)

    def _set(self, element: Element) -> None:
        if element.tag in _LITERAL:
            self._last = "x"
            return
        if element.tag not in _INLINE:
            self._last = "\n"
        element.text = self._print(element.text)
        for child in element:
            self._set(child)
            if child.tag not in _INLINE and child.tag not in _LITERAL:
                self._last = "\n"
            child.tail = self._print(child.tail)

    def _print(self, text: str | None) -> str | None:
        if not text or isinstance(text, AtomicString):
            return text
        pieces = _ASIDE.split(text)
        for place, piece in enumerate(pieces):
            if piece and piece[0] != "\x02":
                pieces[place] = printed(piece, self._last)
                self._last = piece[-1]
        return "".join(pieces)
