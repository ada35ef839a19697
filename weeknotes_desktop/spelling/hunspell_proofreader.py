"""Reads a note with the rules of the domain and the dictionaries of Hunspell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path

from hunspell import Hunspell  # type: ignore[import-untyped]

from weeknotes_desktop.domain.checks.prose import prose_of
from weeknotes_desktop.domain.checks.rules import in_order, slips_in
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import LONGEST, misspelt
from weeknotes_desktop.spelling.dictionaries import dictionaries_in, nearest
from weeknotes_desktop.spelling.near_words import near_words

_OF_TRADE = "weeknotes.txt"
_MOST_REMEMBERED = 50_000
_MOST_SUGGESTED = 6


class HunspellProofreader:
    """A ``Proofreader`` in this very process, which it holds up while it works.

    Args:
        folders: Where dictionaries lie; the first folder wins, and may hold a
            list of words that everybody who writes weeknotes knows.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        folders = tuple(folders)
        self._there = dictionaries_in(folders)
        self._of_trade = _words_of_trade(folders)
        self._open: dict[str, Hunspell] = {}
        self._judged: dict[tuple[str, str], bool] = {}

    def languages(self) -> tuple[str, ...]:
        """Every language there is a dictionary for."""
        return tuple(sorted(self._there))

    def read(self, body: str, language: str, known: Collection[str]) -> tuple[Slip, ...]:
        """All there is to look at; of spelling nothing where no dictionary fits."""
        prose = prose_of(body, language)
        found = list(slips_in(prose))
        nearby = nearest(language, self._there)
        if nearby is not None:
            found += misspelt(prose, partial(self._wrong, nearby), {*known, *self._of_trade})
        return in_order(found)

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        """What may have been meant, with the writer's kind of apostrophe."""
        return self._suggested(word, language, lambda dictionary, typed: dictionary.suggest(typed))

    def near_words(self, word: str, language: str) -> tuple[str, ...]:
        """The nearest of them, which are found in a fraction of the time."""
        return self._suggested(
            word,
            language,
            lambda dictionary, typed: near_words(
                typed, partial(_is_right, dictionary), _MOST_SUGGESTED
            ),
        )

    def _suggested(
        self, word: str, language: str, ask: Callable[[Hunspell, str], Iterable[str]]
    ) -> tuple[str, ...]:
        nearby = nearest(language, self._there)
        if nearby is None or not 0 < len(word) <= LONGEST:
            return ()
        straight = word.replace("’", "'")
        try:
            found = ask(self._dictionary(nearby), straight)
        except (UnicodeError, ValueError):
            return ()
        kept = dict.fromkeys(one for one in found if one != straight)
        mark = "'" if "'" in word else "’"
        return tuple(one.replace("'", mark) for one in kept)[:_MOST_SUGGESTED]

    def _wrong(self, language: str, words: Collection[str]) -> frozenset[str]:
        dictionary = self._dictionary(language)
        if len(self._judged) > _MOST_REMEMBERED:
            self._judged.clear()
        wrong = set()
        for word in words:
            right = self._judged.get((language, word))
            if right is None:
                right = self._judged[language, word] = _is_right(dictionary, word)
            if not right:
                wrong.add(word)
        return frozenset(wrong)

    def _dictionary(self, language: str) -> Hunspell:
        opened = self._open.get(language)
        if opened is None:
            one = self._there[language]
            opened = self._open[language] = Hunspell(
                one.name, hunspell_data_dir=str(one.folder), system_encoding="utf-8"
            )
        return opened


def _is_right(dictionary: Hunspell, word: str) -> bool:
    try:
        return bool(dictionary.spell(word))
    except UnicodeError:
        # An old dictionary has no way to write it, and so nothing to say of it.
        return True


def _words_of_trade(folders: Iterable[Path]) -> frozenset[str]:
    for folder in folders:
        path = folder / _OF_TRADE
        if path.is_file():
            return frozenset(path.read_text(encoding="utf-8").split())
    return frozenset()
