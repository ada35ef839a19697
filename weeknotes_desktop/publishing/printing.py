"""A line of text as a printer would set it: quotation marks, apostrophes and dashes."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.quotation import ELISIONS, Quotes

_SIGNS = re.compile(r"""(?<!-)---(?!-)|(?<!-)--(?!-)|(?<!\.)\.\.\.(?!\.)|["']""")
_PLAIN = {"---": "—", "--": "–", "...": "…"}
# An apostrophe, not a quotation mark: ’22, ’80s, ’tis.
_APOSTROPHE = re.compile(rf"'(?:\d|(?:{'|'.join(sorted(ELISIONS))})\b)", re.I)
_OPENS_AFTER = frozenset(" \t\n\u00a0\u202f([{<«„“‘/—–-")


def printed(text: str, quotes: Quotes = Quotes.ENGLISH) -> str:
    """A line of text as it is printed in a house style."""
    return Printer(quotes).printed(text)


class Printer:
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
