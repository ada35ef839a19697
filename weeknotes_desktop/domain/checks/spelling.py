"""Which words of a note a dictionary is asked about, and what is told of those it does not know."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from weeknotes_desktop.domain.checks.prose import MARK, Prose
from weeknotes_desktop.domain.checks.slip import Slip

NAME = "spelling"
LONGEST = 60
"""Letters; what is longer is no word."""

_SHORT = 2  # letters; what is no longer stands for something, as in the k-th
_SOFT = "\u00ad"  # where a word may be divided; nobody sees it
_LETTERS = rf"[^\W_]+(?:[{_SOFT}\u0300-\u036f]+[^\W_]*)*"
_WORD = re.compile(rf"{_LETTERS}(?:[’'\u2010\u2011-]{_LETTERS})*")
_BEHIND_A_SIGN = frozenset("@#_\\=$€£~")
_PATH = re.compile(r"(?<!\S)(?:\.{0,2}|~)/\w|(?<!\w)\w+/\w+/\w")
_SPACE = re.compile(r"\s")
_FILE = re.compile(r"\.\w")
_APOSTROPHES = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-", _SOFT: None})
_POSSESSIVE = re.compile(r"'s?$")
_NOT_LATIN = """
am ar be bg bn el fa gu he hi hy ja ka kk km kn ko lo mk ml mn mr my ne pa ru si sr ta te th uk ur
zh
"""
_OTHER_SCRIPTS = frozenset(_NOT_LATIN.split())


class Word(NamedTuple):
    """A word of the note as a dictionary knows it: straight apostrophes, nothing unseen."""

    text: str
    start: int
    end: int


def words_to_look_up(prose: Prose) -> Iterator[Word]:
    """The words that are prose: no code, address, name with a sign, abbreviation or number."""
    every_script = prose.language.lower().split("-")[0] in _OTHER_SCRIPTS
    for block in prose.written():
        text = block.text
        paths = deque(path.start() for path in _PATH.finditer(text)) if "/" in text else None
        skip_to = 0
        for found in _WORD.finditer(text):
            start, end = found.span()
            while paths and paths[0] <= start:
                path = paths.popleft()
                skip_to = skip_to if path < skip_to else _end_of_chunk(text, path)
            if start < skip_to:
                continue
            if _is_part_of_a_name(text, start, end):
                skip_to = _end_of_chunk(text, end)
                continue
            word = unicodedata.normalize("NFC", found[0].translate(_APOSTROPHES))
            if _is_a_word(word, every_script=every_script):
                yield Word(word, block.start + start, block.start + end)


def misspelt(
    prose: Prose, wrong: Callable[[Collection[str]], Collection[str]], known: Iterable[str]
) -> Iterator[Slip]:
    """A slip for each word that neither the dictionary nor the writer knows.

    Args:
        wrong: Those of some words that a dictionary does not know.
        known: The writer's own words, people and tags.
    """
    familiar = {part for one in known for part in parts_of(folded(one))}
    places: dict[str, list[Word]] = {}
    for word in words_to_look_up(prose):
        places.setdefault(word.text, []).append(word)
    unknown = wrong([text for text in places if not _is_familiar(text, familiar)])
    yield from _by_parts(places, unknown, wrong, familiar)


def folded(word: str) -> str:
    """``word`` so that it is the same however it is typed."""
    return unicodedata.normalize("NFC", word.translate(_APOSTROPHES)).casefold()


def parts_of(words: str) -> list[str]:
    """The words in a tag or a name, and the whole."""
    return [words.strip(), *(found[0] for found in _WORD.finditer(words))]


def _by_parts(
    places: Mapping[str, list[Word]],
    unknown: Collection[str],
    wrong: Callable[[Collection[str]], Collection[str]],
    familiar: Collection[str],
) -> Iterator[Slip]:
    """A slip for each place; of words joined by a hyphen only what is wrong of them."""
    parts = {part for text in unknown if "-" in text for part in text.split("-")}
    wrong_parts = wrong([one for one in parts if _is_worth_it(one, familiar)])
    for text in unknown:
        for word in places[text]:
            if "-" not in text:
                yield _slip(text, word.start, word.end)
            else:
                yield from _parts_told(word, wrong_parts)


def _parts_told(word: Word, wrong_parts: Collection[str]) -> Iterator[Slip]:
    at = word.start
    as_typed = len(word.text) == word.end - word.start
    for part in word.text.split("-"):
        if part in wrong_parts and as_typed:
            yield _slip(part, at, at + len(part))
        elif part in wrong_parts:
            yield _slip(word.text, word.start, word.end)
            return
        at += len(part) + 1


def _slip(word: str, start: int, end: int) -> Slip:
    return Slip(
        check=NAME,
        message=f"“{word.replace(chr(39), '’')}” is not in the dictionary.",
        start=start,
        end=end,
        words=word,
    )


def _is_worth_it(word: str, familiar: Collection[str]) -> bool:
    return (
        len(word) > _SHORT
        and _is_a_word(word, every_script=True)
        and not _is_familiar(word, familiar)
    )


def _is_familiar(word: str, familiar: Collection[str]) -> bool:
    small = folded(word)
    return small in familiar or _POSSESSIVE.sub("", small) in familiar


def _is_part_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether it belongs to a handle, a tag, a variable, a file or an address."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in _BEHIND_A_SIGN or (before == MARK and _goes_on(text, start - 1)):
        return True
    if after == MARK and _goes_on(text, end, forward=True):
        return True
    return after in ("_", "@", "\\") or bool(_FILE.match(text, end)) or text[end : end + 3] == "://"


def _goes_on(text: str, at: int, *, forward: bool = False) -> bool:
    """Whether letters stand beyond the marks at ``at``: half a word is none."""
    step = 1 if forward else -1
    while 0 <= at < len(text) and text[at] == MARK:
        at += step
    return 0 <= at < len(text) and text[at].isalpha()


def _end_of_chunk(text: str, at: int) -> int:
    """Where the next space stands."""
    found = _SPACE.search(text, at)
    return found.start() if found else len(text)


def _is_a_word(word: str, *, every_script: bool) -> bool:
    if not 1 < len(word) <= LONGEST or any(letter.isdigit() for letter in word):
        return False
    # PSN, APIs, GitHub and iPhone are names of their own kind.
    if _has_inner_capitals(word):
        return False
    return every_script or word.isascii() or _is_latin(word)


def _has_inner_capitals(word: str) -> bool:
    return any(letter.isupper() for part in re.split("[-']", word) for letter in part[1:])


def _is_latin(word: str) -> bool:
    return all(
        unicodedata.name(letter, "").startswith("LATIN") for letter in word if letter.isalpha()
    )
