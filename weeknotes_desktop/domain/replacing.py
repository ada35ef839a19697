"""Putting other words in place of those that were found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from weeknotes_desktop.domain.errors import FindingError
from weeknotes_desktop.domain.finding import Hit
from weeknotes_desktop.domain.text import readable

_PART = re.compile(r"\\(.)", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "\\": "\\"}


class Change(NamedTuple):
    """Other words for one place of a text, in characters."""

    start: int
    end: int
    after: str


def changes(text: str, hits: Iterable[Hit], words: str, *, pattern: bool) -> tuple[Change, ...]:
    r"""What becomes of ``hits``; those that say it already are left out.

    Args:
        words: What to put there.
        pattern: Whether ``\1`` to ``\9`` in ``words`` stand for the parts of what was
            found, ``\0`` for all of it, ``\n`` for a new line and ``\t`` for a tab.

    Raises:
        FindingError: If ``words`` name a part that the pattern does not have.
    """
    plain = readable(words)
    found = []
    for hit in hits:
        after = _filled_in(plain, text, hit) if pattern else plain
        if text[hit.start : hit.end] != after:
            found.append(Change(hit.start, hit.end, after))
    return tuple(found)


def put(text: str, wanted: Iterable[Change]) -> str:
    """``text`` with all of ``wanted``, which come from the front, none over another."""
    parts, at = [], 0
    for change in wanted:
        parts += [text[at : change.start], change.after]
        at = change.end
    parts.append(text[at:])
    return "".join(parts)


def _filled_in(words: str, text: str, hit: Hit) -> str:
    def part(named: re.Match[str]) -> str:
        letter = named[1]
        if letter not in "0123456789":
            return _LETTERS.get(letter, named[0])
        if letter == "0":
            return text[hit.start : hit.end]
        number = int(letter)
        if number > len(hit.groups):
            raise FindingError(
                f"What is found has no part {number}.",
                "A part is what stands between ( and ) in the pattern.",
            )
        start, end = hit.groups[number - 1]
        # One that is not there is at (-1, -1), where nothing stands.
        return text[start:end]

    return _PART.sub(part, words)
