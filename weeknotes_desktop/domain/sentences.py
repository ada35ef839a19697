"""The sentences of a Markdown source, and their letters as its page has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import category

from weeknotes_desktop.domain.letters import count, letters

SHORTEST = 20
"""Letters and digits; what is shorter stands in too many texts to tell anything."""

_FEW = 500
_REMEMBERED = 8_000

_MARKER = re.compile(r":{3,}[^\S\n]*(?:private|team)?[^\S\n]*(?=\n|$)|%{2,}")
_BLOCKS = re.compile(r"\n[>\s]*\n|\n(?=\s*(?:[-*+>|#]|\d+[.)]\s|\[\^))")
_ENDS = re.compile(r"(?<=[.!?…])[^\w\s]*\s+|(?<=[。！？])")
_BETWEEN_WORDS = re.compile(r"[\s/–—-]+")
# What stands in a source and not among the words of its page.
_NO_WORDS = re.compile(
    r"""\]\([^()\s]*(?:\s+["'][^"'\n]*["'])?\)   # where a link leads
    | \]\[[^\]\n]*\]
    | \[\^[^\]\n]*\]:?
    | \[\[[^\[\]|\n]*\|
    | <[^<>\n]*>
    | &\#?\w+;
    | ^[>\s]*\d+[.)]\s
    | \[[xX]\]\s
    | ^\s*\[(?:GOALS|NEXT\ WEEK|TOC)\]\s*$
    """,
    re.VERBOSE | re.MULTILINE,
)


def sentences(text: str) -> Sequence[str]:
    """Every sentence of at least twenty letters; a shorter one goes with one beside it."""
    return _of_few_words(text) if len(text) < _FEW else tuple(_sentences(text))


# All goals and jots are gone through whenever something leaves, and few of them are new.
@lru_cache(_REMEMBERED)
def _of_few_words(text: str) -> Sequence[str]:
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[str]:
    for block in _BLOCKS.split(_MARKER.sub(_apart, text)):
        found: list[list[str]] = []
        waiting: list[str] = []
        length = 0
        for part in _ENDS.split(block):
            waiting.append(part.strip())
            length += count(letters(part))
            if length >= SHORTEST:
                found.append(waiting)
                waiting, length = [], 0
        if found and length:
            found[-1] += waiting
        yield from map(" ".join, found)


def as_read(text: str) -> str:
    """``text`` without what its page does not show as words."""
    return _NO_WORDS.sub(_left, text)


@lru_cache(_REMEMBERED)
def readings(text: str) -> tuple[bytes, ...]:
    """The letters of ``text`` as it stands, and as its page has them where they differ."""
    typed, read = letters(text), letters(as_read(text))
    return (typed,) if typed == read else (typed, read)


def whole_words(text: str, start: int, end: int) -> bytes:
    """Those of the letters of ``text`` from ``start`` up to ``end`` that are whole words of it."""
    edges = [0]
    for word in _BETWEEN_WORDS.split(text):
        # Where words are written without spaces, each letter may begin one.
        parts = word if any(category(letter) == "Lo" for letter in word) else [word]
        for part in parts:
            edges.append(edges[-1] + len(letters(part)))
    first = next((edge for edge in edges if edge >= start), end)
    last = next((edge for edge in reversed(edges) if edge <= end), first)
    return letters(text)[first:last]


def _apart(marker: re.Match[str]) -> str:
    return "\n\n" if marker[0].startswith(":") else ""


def _left(match: re.Match[str]) -> str:
    return "]" if match[0].startswith("]") else ""
