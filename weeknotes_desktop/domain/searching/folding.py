"""Words as the search sees them: small letters and digits, and spaces for all the rest.

Case, accents, quotes, dashes, kinds of spaces and ligatures make no difference. A sign such
as ✓ or an emoji is a word of its own, and so is each letter of a script that has no spaces.

The index is made of what comes out here, and so is what is looked for in it. Whatever changes
what comes out changes ``FOLDING`` as well: then the index is made anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from unicodedata import category, combining, normalize

FOLDING = "1"
"""Another one for each way of folding there ever was."""

_OTHERS = re.compile(r"[^\x00-\x7f]+")
_ASCII = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).lower()
_PLAIN = _ASCII + bytes(range(128, 256))
_REMEMBERED = 50_000

# They do not come apart into a letter and an accent; the last ones pass for letters, and are none.
_WITHOUT_ACCENT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t"}
    | {"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ĸ": "k", "ŋ": "n"}
    | {"ʼ": " ", "ʻ": ""}
)
# A lower one is no accent: it voices a kana, or is a vowel or the end of one in India.
_ACCENTS_FROM = 10
# Thai, Lao, Tibetan, Burmese, Khmer, Kana, Han.
_NO_SPACES = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fcc]")
# Where SQLite knows every letter, however old it is: Latin, Greek, Cyrillic, Armenian, Hebrew,
# Arabic, the scripts of India up to Khmer, Hangul, Kana and Han. Of all others the number is read.
_KNOWN = re.compile(
    r"[a-z0-9\u00df-\u024f\u0250-\u02af\u0370-\u0373\u0376\u0377\u037b-\u037d\u0386-\u0481"
    r"\u048a-\u0527\u0561-\u0587\u05d0-\u05ea\u0620-\u064a\u0660-\u0669\u066e-\u06d3"
    r"\u0904-\u0939\u093c-\u094d\u0e01-\u0e3a\u0e40-\u0e4e\u1100-\u11ff\u3041-\u3096"
    r"\u3099\u309a\u30a1-\u30fa\u30fc\u3400-\u4db5\u4e00-\u9fcc]"
)


def folded(text: str) -> str:
    """``text`` in small letters, digits and spaces; as long as it was where it is plain ASCII."""
    if not text.isascii():
        text = _OTHERS.sub(lambda run: _run(run[0])[0], text)
    return text.encode().translate(_PLAIN).decode()


def words_of(text: str) -> list[str]:
    """The words of ``text``, folded, in their order."""
    return folded(text).split()


class Folded:
    """A text and its folded form, between which places can be carried over.

    Args:
        text: As it is written.
    """

    def __init__(self, text: str) -> None:
        # Where in the folded form each letter begins that comes to more than one, or to none;
        # where it stands in the text, and how many it comes to.
        self._odd_at: list[int] = []
        self._odd: list[tuple[int, int]] = []
        self.letters = self._fold(text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text a part of the folded form stands."""
        return self._place(start, end=False), self._place(end, end=True)

    def _place(self, at: int, *, end: bool) -> int:
        odd = bisect_right(self._odd_at, at) - 1
        if odd < 0:
            return at
        place, length = self._odd[odd]
        behind = at - self._odd_at[odd]
        if behind < length:
            # Inside of what one letter came to.
            return place + (1 if end and behind else 0)
        return place + 1 + behind - length

    def _fold(self, text: str) -> str:
        if text.isascii():
            return folded(text)
        parts: list[str] = []
        at = shift = 0
        for run in _OTHERS.finditer(text):
            start, end = run.span()
            came_to, odd = _run(run[0])
            parts += (text[at:start], came_to)
            for place, length in odd:
                self._odd_at.append(start + place + shift)
                self._odd.append((start + place, length))
                shift += length - 1
            at = end
        parts.append(text[at:])
        return "".join(parts).encode().translate(_PLAIN).decode()


@lru_cache(_REMEMBERED)
def _run(run: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """What a run of letters comes to, and which of them come to another number than one."""
    parts = [_letter(letter) for letter in run]
    odd = tuple((at, len(part)) for at, part in enumerate(parts) if len(part) != 1)
    return "".join(parts), odd


def _letter(letter: str) -> str:
    # What casefold gives may come apart once more.
    apart = normalize("NFKD", normalize("NFKD", letter).casefold()).translate(_WITHOUT_ACCENT)
    return "".join(map(_piece, apart))


def _piece(letter: str) -> str:
    kind = category(letter)
    if combining(letter) >= _ACCENTS_FROM or kind == "Cf":
        return ""
    if kind == "So":
        return f" {_number(letter)} "
    if not (letter.isalnum() or kind[0] == "M"):
        return " "
    plain = letter if _KNOWN.match(letter) else _number(letter)
    return f" {plain} " if _NO_SPACES.match(letter) else plain


def _number(letter: str) -> str:
    return f"u{ord(letter):06x}"
