"""Which line of its source each block of a rendered note comes from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

NOWHERE = -1
"""The line of a block that comes from none, or from one that cannot be told."""

# Two lines that begin with this many words alike are taken for the same.
_WORDS = 4
_WORD = re.compile(r"[^\W_]+")
# What a reader never reads where it stands.
_MARKS = re.compile(
    r"^[\s>]*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s)?)?"
    r"|\]\([^()]*\)|\[\^[^\[\]\s]*\]:?|</?[A-Za-z][^<>]*>"
)
_HIDDEN = re.compile(r"%%.*?%%")
_GOALS = frozenset(["[GOALS]", "[NEXT WEEK]"])
# Beyond this many pairs of a block and a line like it, fewer lines are looked at.
_PAIRS = 100_000


class Kind(Enum):
    """Where in a source a block may come from."""

    TEXT = "text"
    GOALS = "goals"
    FOOTNOTE = "footnote"


class Block(NamedTuple):
    """A block of a rendered note.

    Args:
        text: What it begins with, as a reader reads it.
    """

    text: str
    kind: Kind = Kind.TEXT


def block_lines(source: str, blocks: Sequence[Block]) -> tuple[int, ...]:
    """The line of each block, or ``NOWHERE``; lines of text grow from block to block.

    The text is compared, not the marks: so the page may be cut for any
    audience, and rendering need not know about lines.
    """
    lines = source.split("\n")
    goals = [number for number, line in enumerate(lines) if line.strip() in _GOALS]
    beginnings = _Beginnings(lines)
    found = [NOWHERE] * len(blocks)
    for footnotes in (False, True):
        numbers = [
            number
            for number, block in enumerate(blocks)
            if (block.kind is Kind.FOOTNOTE) is footnotes
        ]
        cap = max(8, _PAIRS // max(len(numbers), 1))
        choices = (
            goals[:cap]
            if blocks[number].kind is Kind.GOALS
            else beginnings.like(_first_words(blocks[number].text), cap)
            for number in numbers
        )
        for place, line in _longest_climb(choices):
            found[numbers[place]] = line
    return tuple(found)


_Beginning = tuple[str, ...]


class _Beginnings:
    """The lines of a text by the words they begin with."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._whole: dict[_Beginning, list[int]] = defaultdict(list)
        self._longer: dict[_Beginning, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            shown = {_first_words(_MARKS.sub(" ", line))}
            if "%%" in line:
                shown.add(_first_words(_MARKS.sub(" ", _HIDDEN.sub("", line))))
            for words in shown:
                if words:
                    self._whole[words].append(number)
                for length in range(1, len(words)):
                    self._longer[words[:length]].append(number)

    def like(self, words: _Beginning, most: int) -> Sequence[int]:
        """The first lines that go on with ``words``, or stop within them; in their order."""
        alike = [self._longer.get(words, [])[:most]]
        alike += [self._whole.get(words[: nth + 1], [])[:most] for nth in range(len(words))]
        return sorted(set().union(*alike))[:most]


def _first_words(text: str) -> _Beginning:
    words = _WORD.finditer(text.lower())
    return tuple(word[0] for word, _ in zip(words, range(_WORDS), strict=False))


def _longest_climb(choices: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """As many places as can have one of their choices each, ever growing; with what they have."""
    ends: list[int] = []
    last: list[int] = []
    steps: list[tuple[int, int, int]] = []  # place, line, step before
    for place, lines in enumerate(choices):
        # From behind, so that no place is taken for two steps.
        for line in reversed(lines):
            length = bisect_left(ends, line)
            before = last[length - 1] if length else NOWHERE
            ends[length : length + 1] = [line]
            last[length : length + 1] = [len(steps)]
            steps.append((place, line, before))
    step = last[-1] if last else NOWHERE
    while step != NOWHERE:
        place, line, step = steps[step]
        yield place, line
