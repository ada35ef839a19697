"""Stand-ins for whoever looks through notes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from weeknotes_desktop.domain.checks.prose import prose_of
from weeknotes_desktop.domain.checks.rules import in_order, slips_in
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import misspelt
from weeknotes_desktop.domain.errors import ProofreadingError


class SmallProofreader:
    """Keeps the promises of ``Proofreader`` with a list of wrong words."""

    def __init__(self, wrong: dict[str, tuple[str, ...]] | None = None) -> None:
        self.wrong = wrong or {}
        self.read_texts: list[tuple[str, str]] = []
        self.fails = False

    def read(self, body: str, language: str, known: Collection[str]) -> tuple[Slip, ...]:
        if self.fails:
            raise ProofreadingError("Looking for slips takes too long.")
        self.read_texts.append((body, language))
        prose = prose_of(body, language)
        return in_order([*slips_in(prose), *misspelt(prose, self._wrong, known)])

    def _wrong(self, words: Collection[str]) -> frozenset[str]:
        return frozenset(words) & set(self.wrong)

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        if self.fails:
            raise ProofreadingError("Looking for slips takes too long.")
        return self.wrong.get(word, ())

    def languages(self) -> tuple[str, ...]:
        return ("en-GB", "en-US")


class MemoryWords:
    """Keeps the promises of ``OwnWords`` until the test ends."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = set(words)

    def all(self) -> tuple[str, ...]:
        return tuple(sorted(self._words))

    def add(self, word: str) -> None:
        self._words.add(word)

    def forget(self, word: str) -> None:
        self._words.discard(word)
