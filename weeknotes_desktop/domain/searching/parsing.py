"""Reads what was typed into the search field; whatever it is, it means something.

What is not a filter is words, and every sign in them is one that they are written with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.searching.folding import words_of
from weeknotes_desktop.domain.searching.query import (
    LONGEST_WORD,
    MOST_WORDS,
    Became,
    Field,
    Filter,
    Place,
    Query,
    State,
    Value,
    Weeks,
    Words,
)
from weeknotes_desktop.domain.text import readable
from weeknotes_desktop.domain.week import Week

LONGEST = 10_000
"""In letters; what is written behind them is not read."""

_OPENS, _CLOSES = '"“”„«', '"”“»'
_TERM = re.compile(
    rf"""(?P<without>-*)
    (?:(?P<field>[A-Za-z]+):)?
    (?:[{_OPENS}](?P<exact>[^{_CLOSES}]*)[{_CLOSES}]?|(?P<plain>\S*))""",
    re.VERBOSE,
)
_SPACE = re.compile(r"\s+")
_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_TO = ".."


@dataclass(frozen=True, slots=True)
class Term:
    """One thing as it was typed.

    Args:
        start: Where it begins, its dash included.
        end: Where it ends.
        without: Whether a dash stands before it.
        field: What stands before a colon; empty where nothing does.
        value: What is said, without quotes.
        quoted: Whether it stands in quotes.
    """

    start: int
    end: int
    without: bool
    field: str
    value: str
    quoted: bool


def terms(typed: str) -> Iterator[Term]:
    """Everything that was typed, from the front."""
    at, end = 0, min(len(typed), LONGEST)
    while at < end:
        space = _SPACE.match(typed, at, end)
        if space:
            at = space.end()
            continue
        found = _TERM.match(typed, at, end)
        if found is None or found.end() == at:  # pragma: no cover -- something always stands there
            return
        exact, plain = found["exact"], found["plain"] or ""
        yield Term(
            start=at,
            end=found.end(),
            without=bool(found["without"]),
            field=found["field"] or "",
            value=plain if exact is None else exact,
            quoted=exact is not None,
        )
        at = found.end()


def parse(typed: str) -> Query:
    """What is looked for; any text at all can be typed."""
    words: list[Words] = []
    without: list[Words] = []
    filters: dict[Filter, None] = {}
    left = MOST_WORDS
    left_out = 0
    for term in terms(readable(typed)):
        narrowed = _filter(term)
        if narrowed is not None:
            filters[narrowed] = None
            continue
        found = words_of(f"{term.field} {term.value}" if term.field else term.value)
        taken = found[:left]
        left_out += len(found) - len(taken)
        left -= len(taken)
        if taken:
            # Something typed with a dash is left out only where it stands just so.
            (without if term.without else words).append(
                _words(taken, whole=term.quoted or term.without)
            )
    return Query(tuple(words), tuple(without), tuple(filters), left_out)


def filter_value(field: Field, said: str) -> Value | None:
    """What a filter narrows down to; None where that is said of nothing."""
    return _VALUES[field](said.strip())


def _filter(term: Term) -> Filter | None:
    try:
        field = Field(term.field.lower())
    except ValueError:
        return None
    value = filter_value(field, term.value)
    return None if value is None else Filter(field, value, term.without)


def _words(found: Sequence[str], *, whole: bool) -> Words:
    for number, word in enumerate(found, 1):
        if len(word) > LONGEST_WORD:
            return Words((*found[: number - 1], word[:LONGEST_WORD]))
    return Words(tuple(found), whole=whole)


def _years(said: str) -> Weeks | None:
    return _span(said, _year)


def _weeks(said: str) -> Weeks | None:
    return _span(said, _week)


def _span(said: str, read: Callable[[str], Weeks | None]) -> Weeks | None:
    """One, or from one to another; either end may be left open."""
    if _TO not in said:
        return read(said)
    first, _, last = said.partition(_TO)
    ends = [read(one) if one else Weeks(None, None) for one in (first, last)]
    one, other = ends
    if one is None or other is None or said == _TO:
        return None
    return Weeks(one.first, other.last)


def _year(said: str) -> Weeks | None:
    if not (said.isascii() and _YEAR.fullmatch(said)):
        return None
    year = int(said)
    try:
        first = Week(year, 1)
    except WeekError:
        return None
    return Weeks(first, _last_week(year))


def _last_week(year: int) -> Week:
    for number in (53, 52):
        with suppress(WeekError):
            return Week(year, number)
    # The calendar ends before the last week of its last year does.
    return Week(year, 51)


def _week(said: str) -> Weeks | None:
    found = _WEEK.fullmatch(said) if said.isascii() else None
    if found is None:
        return None
    try:
        week = Week(int(found[1]), int(found[2]))
    except WeekError:
        return None
    return Weeks(week, week)


def _name(said: str) -> str | None:
    return said if words_of(said) else None


def _one_of(kind: type[Place | Became | State]) -> Callable[[str], Value | None]:
    def read(said: str) -> Value | None:
        try:
            return kind(said.lower())
        except ValueError:
            return None

    return read


_VALUES: dict[Field, Callable[[str], Value | None]] = {
    Field.YEAR: _years,
    Field.WEEK: _weeks,
    Field.LABEL: _name,
    Field.GOAL: _one_of(Became),
    Field.IS: _one_of(State),
    Field.CATEGORY: _name,
    Field.TAG: _name,
    Field.WORKSTREAM: _name,
    Field.IN: _one_of(Place),
}
