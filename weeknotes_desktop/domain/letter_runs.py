"""Find where long texts say the same as short ones, letter by letter.

A run of twenty letters that two texts share holds six runs of fifteen, which
begin at six places in a row of either of them. So of every six places some are
noted of the short texts, and some are looked at in a long one, in such a way
that wherever the two lie alongside, a place that is noted meets one that is
looked at: every place of the one and each sixth of the other, or every second
and each third. What is noted takes memory, and what is looked at takes time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress
from struct import Struct
from typing import NamedTuple

from weeknotes_desktop.domain.letters import count
from weeknotes_desktop.domain.sentences import SHORTEST

_KEY = 15
_ROUND = 6
"""Twenty letters hold so many keys."""
_STRIDE = 18
"""Keys that begin so far apart do not overlap, so they are cut out all in one go."""
_CELLS = 64
_MANY = Struct(f"{_KEY}s{_STRIDE - _KEY}x" * _CELLS)
_NUMBERS = range(_CELLS)
_ONE_SIDE = 3
"""Of five more letters as many are on one side."""
_NOT_THERE = b"\0"
"""Stands between sentences; no letter is written with it."""
_ROOMS = ((300_000, 1), (1_500_000, 2), (3_000_000, 3))
"""Up to so many letters every place is noted, every second, every third; beyond each sixth."""


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
        every: One of so many places is noted: 1, 2, 3 or 6. By default as memory has room.
    """

    def __init__(self, sentences: Sequence[bytes], every: int | None = None) -> None:
        self._all = _NOT_THERE.join((b"", *sentences, b""))
        self._starts: list[int] = []
        start = 1
        for sentence in sentences:
            self._starts.append(start)
            start += len(sentence) + 1
        every = every or _room_for(len(self._all))
        self._looked_at = range(0, _ROUND, _ROUND // every)
        self._places: dict[bytes, int] = {}
        self._more: dict[bytes, list[int]] = {}
        for sentence, start in zip(sentences, self._starts, strict=True):
            self._note(sentence, start, _ROUND // every)

    def _note(self, sentence: bytes, start: int, noted: int) -> None:
        """Note the keys of a sentence that begin at the first so many of every six places."""
        places, more = self._places, self._more
        for at in range(len(sentence) - _KEY + 1):
            if (start + at) % _ROUND < noted:
                key = sentence[at : at + _KEY]
                if key in places:
                    more.setdefault(key, []).append(start + at)
                else:
                    places[key] = start + at

    def runs(self, text: bytes) -> Iterator[Run]:
        """Every run of at least twenty letters that ``text`` shares with a sentence."""
        looked_to: dict[int, int] = {}
        for at in sorted(self._meets(text)):
            key = text[at : at + _KEY]
            for place in (self._places[key], *self._more.get(key, ())):
                if at < looked_to.get(place - at, 0) or not self._goes_on(text, at, place):
                    continue
                run = self._run(text, at, place)
                looked_to[place - at] = run.at + run.end - run.start
                if count(text[run.at : run.at + run.end - run.start]) >= SHORTEST:
                    yield run

    def _meets(self, text: bytes) -> Iterator[int]:
        """Where fifteen letters of ``text`` that are looked at are noted of a sentence."""
        known, none_of = self._places.__contains__, self._places.keys().isdisjoint
        size = _MANY.size
        padded = text + bytes(size - len(text) % size + _STRIDE)
        for begins in self._looked_at:
            for first in range(begins, _STRIDE, _ROUND):
                for offset in range(first, len(text), size):
                    keys = _MANY.unpack_from(padded, offset)
                    if not none_of(keys):
                        for cell in compress(_NUMBERS, map(known, keys)):
                            yield offset + cell * _STRIDE

    def _goes_on(self, text: bytes, at: int, place: int) -> bool:
        """Whether the letters beside those fifteen are the same as well, on one side at least."""
        behind, end = at + _KEY, place + _KEY
        if text[behind : behind + _ONE_SIDE] == self._all[end : end + _ONE_SIDE]:
            return True
        before = at - _ONE_SIDE
        return before >= 0 and text[before:at] == self._all[place - _ONE_SIDE : place]

    def _run(self, text: bytes, at: int, place: int) -> Run:
        """How far text and sentence go along with each other, both ways."""
        number = bisect_right(self._starts, place) - 1
        begins = self._starts[number]
        ends = self._all.index(_NOT_THERE, place)
        first, last = place, place + _KEY
        before, after = at - 1, at + _KEY
        while first > begins and before >= 0 and self._all[first - 1] == text[before]:
            first -= 1
            before -= 1
        while last < ends and after < len(text) and self._all[last] == text[after]:
            last += 1
            after += 1
        return Run(number, first - begins, last - begins, before + 1)


def _room_for(letters: int) -> int:
    return next((every for most, every in _ROOMS if letters <= most), _ROUND)
