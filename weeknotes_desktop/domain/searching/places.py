"""Where in a text that stands which is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from weeknotes_desktop.domain.searching.folding import Folded
from weeknotes_desktop.domain.searching.query import Query, Words
from weeknotes_desktop.domain.spans import Span, merged

SHORTEST_PART = 3
"""A part of a word that is looked for has so many letters."""

Found = tuple[Span, int]
"""A place in a folded text, and which of the words stands there."""


def places(query: Query, text: str) -> tuple[Span, ...]:
    """Every place of ``text`` where a word of ``query`` stands, from the front, merged."""
    within = Folded(text)
    return tuple(merged(within.span(*place) for place, _ in found_in(query.words, within.letters)))


def found_in(wanted: Sequence[Words], letters: str, most: int | None = None) -> Iterator[Found]:
    """Every place of a folded text, word by word.

    Args:
        most: So many of each word at most.
    """
    for number, words in enumerate(wanted):
        count = at = 0
        while most is None or count < most:
            place = _next(words, letters, at)
            if place is None:
                break
            at = place[1]
            count += 1
            yield place, number


def _next(words: Words, letters: str, at: int) -> Span | None:
    """The next place from ``at`` on, from where its first word begins to where its last ends."""
    first, *others = words.words
    part = not (others or words.whole) and len(first) >= SHORTEST_PART
    while (start := letters.find(first, at)) >= 0:
        at = end = start + len(first)
        begins = not start or letters[start - 1] == " "
        if others and begins:
            following = _following(words).match(letters, end)
            begins = following is not None
            end = following.end() if following else end
        stop = letters.find(" ", end)
        stop = len(letters) if stop < 0 else stop
        if part:
            start = letters.rfind(" ", 0, start) + 1
        if part or (begins and (end == stop or not words.whole)):
            return start, stop
    return None


@lru_cache(256)
def _following(words: Words) -> re.Pattern[str]:
    return re.compile("".join(f" +{re.escape(word)}" for word in words.words[1:]))
