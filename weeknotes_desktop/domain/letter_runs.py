"""Find where long texts say the same as short ones, letter by letter.

A run of twenty letters that two texts share holds a run of ten that begins at
a multiple of eleven in either of them. So every ten letters of the short
texts are noted once, and a long one is looked at only every eleven letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from struct import Struct
from typing import NamedTuple

from weeknotes_desktop.domain.letters import count
from weeknotes_desktop.domain.sentences import SHORTEST

_KEY = 10
_STEP = 11
_CELLS = 64
_MANY = Struct(f"{_KEY}s{_STEP - _KEY}x" * _CELLS)
_NUMBERS = range(_CELLS)


class Run(NamedTuple):
    """Letters that a text shares with a sentence.

    Args:
        sentence: Which one.
        start: Where in that sentence the run begins, in bytes.
        end: Where it ends.
        at: Where in the text it begins.
    """

    sentence: int
    start: int
    end: int
    at: int


class RunFinder:
    """Finds sentences, or at least twenty letters in a row of them, in any text.

    Args:
        sentences: Letters of each.
    """

    def __init__(self, sentences: Sequence[bytes]) -> None:
        self._sentences = sentences
        self._keys: dict[bytes, list[tuple[int, int]]] = {}
        for number, sentence in enumerate(sentences):
            for start in range(len(sentence) - _KEY + 1):
                self._keys.setdefault(sentence[start : start + _KEY], []).append((number, start))

    def runs(self, text: bytes) -> Iterator[Run]:
        """Every run of at least twenty letters that ``text`` shares with a sentence."""
        looked_to: dict[tuple[int, int], int] = {}
        for place in self._places(text):
            for number, start in self._keys.get(text[place : place + _KEY], ()):
                along = (number, place - start)
                if place < looked_to.get(along, 0):
                    continue
                run = self._run(text, place, number, start)
                looked_to[along] = run.at + run.end - run.start
                if count(self._sentences[number][run.start : run.end]) >= SHORTEST:
                    yield run

    def _places(self, text: bytes) -> Iterator[int]:
        """Where ten letters of ``text`` are ten letters of a sentence."""
        known = self._keys.__contains__
        size = _MANY.size
        padded = text + bytes(size - len(text) % size)
        for offset in range(0, len(padded), size):
            for cell in compress(_NUMBERS, map(known, _MANY.unpack_from(padded, offset))):
                yield offset + cell * _STEP

    def _run(self, text: bytes, place: int, number: int, start: int) -> Run:
        """How far text and sentence go along with each other, both ways."""
        sentence = self._sentences[number]
        if place >= start and text.startswith(sentence, place - start):
            return Run(number, 0, len(sentence), place - start)
        first, last = start, start + _KEY
        before, after = place - 1, place + _KEY
        while first and before >= 0 and sentence[first - 1] == text[before]:
            first -= 1
            before -= 1
        while last < len(sentence) and after < len(text) and sentence[last] == text[after]:
            last += 1
            after += 1
        return Run(number, first, last, before + 1)
