"""Quotes, dashes and dots as a printer sets them, put in place of what the keys give."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from weeknotes_desktop.domain.quotation import ELISIONS, Quotes
from weeknotes_desktop.domain.typing_rules.literal import is_indented_code, is_literal

APOSTROPHE = "’"
_OPENS_BEHIND = frozenset("([{<>–—/|")
_QUOTES_OPEN = frozenset("“‘„‚«‹")
# Emphasis hides what stands before it.
_MARKS = "*_~"
_ELISIONS = ELISIONS | {"n’"}
_LONGEST_ELISION = 6
_WORDLESS = re.compile(r"[\s|:>\-–—]*")
_KEYS = frozenset("'\"-.")
_SINGLES = "‘’‚‹"
# What closes single quotes somewhere and is no apostrophe.
_CLOSES_SINGLE = ("‘", "›")
TAIL = _LONGEST_ELISION + 2


@dataclass(frozen=True, slots=True)
class Swap:
    """What takes the place of the last characters before the caret.

    Args:
        old: These characters, the key just typed among them.
        new: What is put in their place.
        typed: What the keys gave: to this one Backspace goes back.
    """

    old: str
    new: str
    typed: str


def may_swap(letter: str, tail: str) -> bool:
    """Whether a key can mean something: a look that costs nothing.

    Args:
        letter: What the key gave.
        tail: The last few characters before it, at least ``TAIL``.
    """
    if letter in _KEYS:
        return True
    if letter.isalpha():
        return tail.endswith(_CLOSES_SINGLE)
    return any(mark in tail for mark in _SINGLES)


def swap(text: str, quotes: Quotes, above: str = "") -> Swap | None:
    """What to put in place of the key just typed.

    Args:
        text: The paragraph as far as the caret; its last character was typed just now.
        quotes: The writer's house style.
        above: The lines above that tell what it means that the paragraph is indented.
    """
    letter, before = text[-1:], text[:-1]
    if quotes is Quotes.STRAIGHT or not letter or is_literal(before):
        return None
    if is_indented_code(above, text):
        return None
    if letter == "'":
        return _single(before, quotes)
    if letter.isalpha():
        return _within_a_word(before, letter, quotes)
    if letter.isdecimal():
        return _number(before, letter, quotes)
    elision = _elision(before, letter, quotes)
    if elision is None:
        return _mark(before, letter, quotes)
    before = before[: len(before) - len(elision.old) + 1] + elision.new[:-1]
    mark = _mark(before, letter, quotes)
    return elision if mark is None else replace(elision, new=elision.new[:-1] + mark.new)


def _mark(before: str, letter: str, quotes: Quotes) -> Swap | None:
    """What a key gives that is no letter."""
    if letter == '"':
        return _double(before, quotes)
    if letter == "-":
        return _dash(before)
    return _dots(before) if letter == "." else None


def _double(before: str, quotes: Quotes) -> Swap:
    opening, closing = quotes.double
    empty = before.endswith(opening) and opening != closing
    mark = opening if _opens(before, quotes) and not empty else closing
    return Swap('"', mark, '"')


def _single(before: str, quotes: Quotes) -> Swap:
    opening, closing = quotes.single
    empty = before.endswith(opening) and opening != closing
    if _opens(before, quotes) and not empty:
        return Swap("'", opening, "'")
    # Within single quotes it closes them, else it is an apostrophe.
    quoted = before.rfind(opening) > before.rfind(closing)
    return Swap("'", closing if quoted else APOSTROPHE, "'")


def _opens(before: str, quotes: Quotes) -> bool:
    """Whether a quote that follows ``before`` is an opening one."""
    last = before.rstrip(_MARKS)[-1:]
    if not last or last.isspace() or last in _OPENS_BEHIND:
        return True
    # What opens quotes in one house closes them in another.
    return last in _QUOTES_OPEN and last not in (quotes.double[1][-1], quotes.single[1][-1])


def _within_a_word(before: str, letter: str, quotes: Quotes) -> Swap | None:
    """What closed single quotes was an apostrophe, if the word goes on."""
    closing = quotes.single[1]
    if closing == APOSTROPHE or not before.endswith(closing):
        return None
    if not before[: -len(closing)][-1:].isalpha():
        return None
    return Swap(closing + letter, APOSTROPHE + letter, f"'{letter}")


def _dash(before: str) -> Swap | None:
    line = before[before.rfind("\n") + 1 :]
    if _WORDLESS.fullmatch(line):
        # A rule, or the line below the head of a table.
        return None
    if line.endswith("–"):
        return Swap("–-", "—", "---")
    if line.endswith("-") and not line.endswith("--"):
        return Swap("--", "–", "--")
    return None


def _dots(before: str) -> Swap | None:
    if before.endswith("..") and not before.endswith("..."):
        return Swap("...", "…", "...")
    return None


def _number(before: str, digit: str, quotes: Quotes) -> Swap | None:
    """’22 is a year cut short; ‘220 of them’ are words between quotes."""
    opening = quotes.single[0]
    if opening == APOSTROPHE:
        return None
    for mark, other, digits in ((opening, APOSTROPHE, 1), (APOSTROPHE, opening, 2)):
        begin = len(before) - digits - len(mark)
        year = before[begin + len(mark) :]
        if begin >= 0 and before.startswith(mark, begin) and year.isdecimal():
            return (
                Swap(mark + year + digit, other + year + digit, f"'{year}{digit}")
                if (_opens(before[:begin], quotes))
                else None
            )
    return None


def _elision(before: str, letter: str, quotes: Quotes) -> Swap | None:
    """’til and ’em have lost their first letters; nothing is quoted."""
    opening = quotes.single[0]
    begin = before.rfind(opening, max(len(before) - _LONGEST_ELISION - len(opening), 0))
    word = before[begin + len(opening) :]
    if begin < 0 or opening == APOSTROPHE or word.lower() not in _ELISIONS:
        return None
    if not _opens(before[:begin], quotes):
        return None
    return Swap(opening + word + letter, APOSTROPHE + word + letter, f"'{word}{letter}")
