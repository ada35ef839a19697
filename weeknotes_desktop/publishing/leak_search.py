"""Look for private sentences in all that is about to leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from threading import Lock

from weeknotes_desktop.domain.last_gate import Trace
from weeknotes_desktop.domain.letter_runs import Run, RunFinder
from weeknotes_desktop.domain.letters import APART, letters, letters_of_blocks
from weeknotes_desktop.publishing.unpacking import texts_in

_AT_ONCE = 400_000
"""Letters that are looked for at the same time; an index of more would not fit in memory."""
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
        self._known_texts: dict[bytes, tuple[Run, ...]] = {}

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

    def runs(self, texts: Iterable[str], wanted: Sequence[bytes]) -> list[tuple[Run, ...]]:
        """The same for texts that are nothing but words, one after the other."""
        with self._alone:
            self._look_for(wanted)
            return list(self._runs_of(texts))

    def _runs_of(self, texts: Iterable[str]) -> Iterator[tuple[Run, ...]]:
        known: dict[bytes, tuple[Run, ...]] = {}
        for text in texts:
            mark = _mark(text.encode(errors="replace"))
            found = self._known_texts.get(mark)
            if found is None:
                found = tuple(self._runs_in([letters(text)]))
            known[mark] = found
            yield found
        self._known_texts |= known

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
        self._wanted, self._known, self._known_texts, self._finders = mark, {}, {}, []
        first = length = 0
        for number, one in enumerate(wanted, 1):
            length += len(one)
            if length >= _AT_ONCE or number == len(wanted):
                self._finders.append((first, RunFinder(wanted[first:number])))
                first, length = number, 0

    def _runs(self, file: str, content: bytes) -> Iterator[Run]:
        texts = [letters_of_blocks(text) for text in texts_in(content)]
        texts.append(letters(file))
        yield from self._runs_in(texts)

    def _runs_in(self, texts: Sequence[bytes]) -> Iterator[Run]:
        for first, finder in self._finders:
            for text in texts:
                for run in finder.runs(text):
                    yield run._replace(sentence=first + run.sentence)


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
