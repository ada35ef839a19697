"""Finding words in a text, whichever marks and spaces they are written with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from weeknotes_desktop.domain.errors import FindingError

LONGEST = 1_000
"""More letters than that are no words to look for."""

# One letter for one letter, so that a place in the folded text is one in the text.
_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "\xa0": " ", "\u202f": " "}
# A pattern that names a letter by its number means that one.
_BY_NUMBER = re.compile(r"\\[xuUN]")
_PLACE = re.compile(r"(?:\^|\$|\\[AbBZ])+")


class Hit(NamedTuple):
    """A place where something was found, in characters.

    Args:
        groups: Where the parts of a pattern are that stand in brackets;
            (-1, -1) for one that is not there.
    """

    start: int
    end: int
    groups: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for.

    Args:
        case: Whether “Week” is another word than “week”.
        whole: Whether “week” is not to be found in “weeknote”.
        pattern: Whether the words are a regular expression.
    """

    words: str = ""
    case: bool = False
    whole: bool = False
    pattern: bool = False


class Patterns(Protocol):
    """Looks for regular expressions, and gives up those that take too long."""

    def find(self, expression: str, text: str, *, case: bool) -> tuple[Hit, ...]:
        """Every place, from the front, none over another, none empty.

        Raises:
            FindingError: If it cannot be read, or takes too long.
        """


def find(search: Search, text: str, patterns: Patterns) -> tuple[Hit, ...]:
    """Every place of ``text`` that is looked for, from the front, none over another.

    Raises:
        FindingError: If a pattern cannot be read, takes too long, or is but a place.
    """
    words = search.words
    if not words:
        return ()
    if len(words) > LONGEST:
        raise FindingError(
            f"These are {len(words):,} characters to find; at most {LONGEST:,} can be.",
            "Look for the beginning of it.",
        )
    if not search.pattern:
        return _plain(search, text)
    if _PLACE.fullmatch(words):
        raise FindingError(
            f"“{words}” alone is a place where no letter stands.",
            "Add what stands beside it, as in ^- or \\.$.",
        )
    if not _BY_NUMBER.search(words):
        words, text = folded(words), folded(text)
    return patterns.find(_whole(words) if search.whole else words, text, case=search.case)


def folded(text: str) -> str:
    """``text``, as long as it was, with one mark for those that look alike."""
    for mark, plain in _ALIKE.items():
        text = text.replace(mark, plain)
    return text


def _plain(search: Search, text: str) -> tuple[Hit, ...]:
    expression = re.escape(folded(search.words))
    if search.whole:
        expression = _whole(expression)
    found = re.compile(expression, 0 if search.case else re.IGNORECASE)
    return tuple(Hit(*match.span()) for match in found.finditer(folded(text)))


def _whole(expression: str) -> str:
    return rf"(?<!\w)(?:{expression})(?!\w)"
