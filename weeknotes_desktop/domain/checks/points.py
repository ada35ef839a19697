"""Slips as *Publish* tells them: one point for each check that found something."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from weeknotes_desktop.domain.before_publishing import Point, Way
from weeknotes_desktop.domain.checks import needs_work, pictures, unclosed
from weeknotes_desktop.domain.checks.about_note import some
from weeknotes_desktop.domain.checks.rules import CHECKS
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.domain.picture import pictures_named

_MISSED = "people using a screen reader miss it"
_FIRST = (unclosed.NAME, needs_work.NAME)
_LONGEST = 60


def misspelt_words(slips: Iterable[Slip]) -> tuple[str, ...]:
    """The words that no dictionary knows, each once, in their order."""
    return tuple(dict.fromkeys(slip.words for slip in slips if slip.check == SPELLING))


def spelling_point(slips: Iterable[Slip], meant: Mapping[str, Sequence[str]]) -> Point | None:
    """All misspelt words as one point; None where there is none.

    Args:
        meant: What may have been meant by some of the words.
    """
    found = tuple(slip for slip in slips if slip.check == SPELLING)
    words = [word.replace("'", "’") for word in misspelt_words(found)]
    if not words:
        return None
    if len(words) == 1:
        number, detail = "1 word", some(next(iter(meant.values()), ()))
    else:
        number = f"{len(words)} words"
        detail = " · ".join(f"{word}: {told[0]}?" for word, told in meant.items() if told)
    return Point(
        check=SPELLING,
        ok=False,
        message=f"{number} may be misspelt: {some(words)}",
        detail=detail,
        way=Way.FIX,
        slips=found,
    )


def pictures_point(slips: Iterable[Slip], called: Mapping[str, str]) -> Point | None:
    """All pictures without description as one point; None where there is none.

    Args:
        called: What the files of pictures of the library were called, by id.
    """
    found = tuple(slip for slip in slips if slip.check == pictures.NAME)
    if not found:
        return None
    names = list(filter(None, (_name(slip.words, called) for slip in found)))
    number = "1 picture has" if len(found) == 1 else f"{len(found)} pictures have"
    return Point(
        check=pictures.NAME,
        ok=False,
        message=f"{number} no description",
        detail=f"{some(names)} – {_MISSED}" if names else _MISSED.capitalize(),
        way=Way.ADD,
        slips=found,
    )


def other_points(slips: Iterable[Slip], body: str) -> tuple[Point, ...]:
    """A point for each other check that found something, what matters most first."""
    by_check: dict[str, list[Slip]] = {}
    for slip in slips:
        if slip.check not in (SPELLING, pictures.NAME):
            by_check.setdefault(slip.check, []).append(slip)
    order = (*_FIRST, *(check for check in CHECKS if check not in _FIRST))
    told = (by_check[check] for check in order if check in by_check)
    line_ends = [at for at, letter in enumerate(body) if letter == "\n"]
    return tuple(_point(one, body, line_ends) for one in told)


def _point(slips: Sequence[Slip], body: str, line_ends: Sequence[int]) -> Point:
    first, others = slips[0], slips[1:]
    words, where = _words(first, body), _where(first, line_ends)
    detail = f"{words} in {where}" if words else f"{where[0].upper()}{where[1:]}"
    if others:
        places = dict.fromkeys(_where(slip, line_ends) for slip in others)
        more = "once more" if len(others) == 1 else f"{len(others)} times more"
        detail = f"{detail}, and {more}: {some(list(places))}"
    return Point(
        check=first.check,
        ok=False,
        message=first.message.removesuffix("."),
        detail=detail,
        way=Way.SHOW,
        slips=tuple(slips),
    )


def _words(slip: Slip, body: str) -> str:
    words = "" if slip.in_title else " ".join(body[slip.start : slip.end].split())
    shown = any(letter.isalnum() for letter in words) and len(words) <= _LONGEST
    return f"“{words}”" if shown else ""


def _where(slip: Slip, line_ends: Sequence[int]) -> str:
    return "the title" if slip.in_title else f"line {bisect_left(line_ends, slip.start) + 1}"


def _name(address: str, called: Mapping[str, str]) -> str:
    """What the writer calls a picture."""
    ours = pictures_named(address)
    if ours:
        return called.get(ours[0], "")
    # A picture that stands in its own address has no name.
    return "" if address.startswith("data:") else PurePosixPath(address.split("?")[0]).name
