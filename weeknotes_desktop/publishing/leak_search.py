"""Look for private sentences in all that is about to leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import zip_longest
from threading import Lock

from weeknotes_desktop.domain.last_gate import Trace
from weeknotes_desktop.domain.letter_runs import Run, RunFinder
from weeknotes_desktop.domain.letters import APART, letters, letters_of_blocks
from weeknotes_desktop.domain.sentences import SHORTEST
from weeknotes_desktop.publishing.unpacking import texts_in

_AT_ONCE = 4_000_000
"""Letters that are looked for at the same time; an index of more would not fit in memory."""
_REMEMBERED = 20_000
"""Blocks in which nothing was found: what stands on every page is looked at once."""
_LONG = 100_000
_STEP = 4_096
_FARTHEST = 4 * SHORTEST
"""Bytes that fewer letters than a run has may take."""
_BETWEEN = APART.encode()
_AROUND = 30
"""Characters that are told on either side."""


class ParcelSearch:
    """A ``LeakSearch`` that looks at no file twice for the same sentences.

    Several threads may use it; each waits for the others.
    """

    def __init__(self) -> None:
        self._alone = Lock()
        self._wanted = b""
        self._finders: list[tuple[int, RunFinder]] = []
        self._known: dict[bytes, tuple[Run, ...]] = {}
        self._harmless: set[bytes] = set()
        self._harmless_then: dict[str, Sequence[bytes]] = {}

    def traces(self, files: Mapping[str, bytes], wanted: Sequence[bytes]) -> list[Trace]:
        """Where at least twenty letters in a row of what is wanted stand in the files."""
        if not wanted:
            return []
        with self._alone:
            self._look_for(wanted)
            return list(self._traces(files))

    def _traces(self, files: Mapping[str, bytes]) -> Iterator[Trace]:
        known: dict[bytes, tuple[Run, ...]] = {}
        for file, content in files.items():
            mark = _mark(file.encode(errors="replace"), content)
            found = self._known.get(mark)
            if found is None:
                found = tuple(self._runs(file, content))
            known[mark] = found
            yield from (Trace(run, file) for run in found)
        # What is in this parcel no more is not looked at again.
        self._known = known
        self._harmless.clear()

    def around(self, file: str, content: bytes, found: bytes) -> str:
        """The words in which those letters stand, and some on both sides."""
        for text in (file, *texts_in(content)):
            if found in letters(text):
                return _around(text, found)
        return ""

    def _look_for(self, wanted: Sequence[bytes]) -> None:
        mark = _mark(*wanted)
        if mark == self._wanted:
            return
        self._wanted, self._known, self._finders = mark, {}, []
        self._harmless_then = {}
        first = length = 0
        for number, one in enumerate(wanted, 1):
            length += len(one)
            if length >= _AT_ONCE or number == len(wanted):
                self._finders.append((first, RunFinder(wanted[first:number])))
                first, length = number, 0

    def _runs(self, file: str, content: bytes) -> list[Run]:
        texts = [letters_of_blocks(text) for text in texts_in(content)]
        texts.append(letters(file))
        if any(len(text) > _LONG for text in texts):
            return self._runs_in_long(file, texts)
        blocks = _BETWEEN.join(texts).split(_BETWEEN)
        new = [one for one in blocks if len(one) >= SHORTEST and one not in self._harmless]
        runs = self._found_in(_BETWEEN.join(new))
        if not runs:
            if len(self._harmless) > _REMEMBERED:
                self._harmless.clear()
            self._harmless.update(new)
        return runs

    def _runs_in_long(self, file: str, texts: Sequence[bytes]) -> list[Run]:
        """The same of a file such as the index of a search, in which little changes at a time."""
        then = self._harmless_then.pop(file, ())
        pairs = zip_longest(then[: len(texts)], texts, fillvalue=b"")
        runs = self._found_in(_BETWEEN.join(changed_part(*pair, _FARTHEST) for pair in pairs))
        if not runs:
            self._harmless_then[file] = texts
        return runs

    def _found_in(self, text: bytes) -> list[Run]:
        return [
            run._replace(sentence=first + run.sentence)
            for first, finder in self._finders
            for run in finder.runs(text)
        ]


def changed_part(before: bytes, after: bytes, beside: int) -> bytes:
    """What of ``after`` is new, with so much on either side; all where nothing was before."""
    if not before:
        return after
    most = min(len(before), len(after))
    start = _same(most, lambda n: before[n : n + _STEP] == after[n : n + _STEP])
    while start < most and before[start] == after[start]:
        start += 1
    most -= start
    end = _same(
        most,
        lambda n: (
            before[len(before) - n - _STEP : len(before) - n]
            == after[len(after) - n - _STEP : len(after) - n]
        ),
    )
    while end < most and before[-1 - end] == after[-1 - end]:
        end += 1
    return after[max(0, start - beside) : len(after) - end + beside]


def _same(most: int, alike: Callable[[int], bool]) -> int:
    """How many bytes are the same, but for less than a step."""
    length = 0
    while length + _STEP <= most and alike(length):
        length += _STEP
    return length


def _mark(*parts: bytes) -> bytes:
    mark = blake2b(digest_size=16)
    for part in parts:
        mark.update(len(part).to_bytes(8))
        mark.update(part)
    return mark.digest()


def _around(text: str, found: bytes) -> str:
    """The part of ``text`` that has those letters."""
    start, end = 0, len(text)
    # Halved until no half has them, and then letter by letter.
    while end - start > 4 * _AROUND + len(found):
        middle = (start + end) // 2
        reach = len(found) * 4 + _AROUND
        if found in letters(text[start : middle + reach]) and middle + reach < end:
            end = middle + reach
        elif found in letters(text[middle:end]) and middle > start:
            start = middle
        else:
            break
    while end > start and found in letters(text[start : end - 1]):
        end -= 1
    while start < end and found in letters(text[start + 1 : end]):
        start += 1
    told = text[max(0, start - _AROUND) : end + _AROUND]
    return " ".join(told.replace(APART, " ").split())
