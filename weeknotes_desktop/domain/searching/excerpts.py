"""The part of a text that tells most, as one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from weeknotes_desktop.domain.searching.folding import Folded
from weeknotes_desktop.domain.searching.places import SHORTEST_PART, Found, found_in, places
from weeknotes_desktop.domain.searching.query import Query, Words
from weeknotes_desktop.domain.spans import Span, merged

WIDTH = 150
"""So long is an excerpt, in letters of the text as it is written."""
_BEFORE = 40
"""So much of it may stand before the first place."""
_MOST = 20
"""So many places of each word are looked at to choose a part of a text."""
_AROUND = 3 * WIDTH
_SHORT = 4 * _AROUND
"""A shorter text is looked through as a whole."""

_ELLIPSIS = "…"
_SPACE = re.compile(r"\s+")
_LAST_SPACE = re.compile(r"\s+(?=\S*\Z)")
# Where none of these is, there is nothing to leave out.
_SIGNS = re.compile(r"[^\w ,.;:!?'’“”‘…()–—-]|_|::|  |^(?: |[-+]|\d+[.)])| $")
# What a page does not show as words: where a link leads; signs; what is but a space.
_NO_WORDS = re.compile(
    r"""(\]\([^()\s]*(?:\s+"[^"\n]*")?\))
    | (!?\[(?=[^\[\]\n]*\]\() | \[\[ | \]\] | \[![A-Z]+\]
    | ^:{3,}[^\n]*
    | ^[ \t>]*(?:\#{1,6}(?=[ \t]) | [-*+](?=[ \t])(?:[ \t]+\[[ xX]\])? | \d+[.)](?=[ \t]) | >)
    | \*+ | `+ | == | ~~ | %% | (?<!\w)_+ | _+(?!\w))
    | ([\s\x00-\x1f\x7f]+)""",
    re.VERBOSE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in which something was found.

    Args:
        marks: Where, from the front, none over another.
    """

    text: str
    marks: tuple[Span, ...] = ()

    def written(self, before: str, after: str) -> str:
        """The words with something written around each place."""
        parts: list[str] = []
        at = 0
        for start, end in self.marks:
            parts += [self.text[at:start], before, self.text[start:end], after]
            at = end
        return "".join([*parts, self.text[at:]])


def marked(query: Query, text: str) -> Marked:
    """All of ``text``, with every place."""
    return Marked(text, places(query, text))


def excerpt(query: Query, text: str) -> Marked:
    """The part of ``text`` in which most of the words stand; its beginning where none does."""
    for start, end in _parts(query, text):
        part = text[start:end]
        within = Folded(part)
        found = sorted(found_in(query.words, within.letters, _MOST))
        if found or end - start == len(text):
            return _shown(text, start, part, within, found)
    return Marked("")


def _parts(query: Query, text: str) -> Iterator[Span]:
    """Where to look: first where the words seem to stand, then everywhere."""
    if len(text) > _SHORT:
        yield from _likely(query.words, text)
    yield 0, len(text)


def _likely(wanted: Sequence[Words], text: str) -> Iterator[Span]:
    """A part in which all words seem to stand as they are written, if there is one.

    To fold a whole text takes several times as long, and most words have neither accents
    nor apostrophes.
    """
    letters = text.encode(errors="replace").lower()
    found: list[Found] = []
    for number, words in enumerate(wanted):
        seen = _seen(words, letters)
        if not seen:
            return
        found += ((place, number) for place in seen)
    part = _densest(sorted(found))
    if part is not None:
        start, end = max(part[0] - _AROUND, 0), part[1] + _AROUND
        first = len(letters[:start].decode(errors="ignore"))
        yield first, first + len(letters[start:end].decode(errors="ignore"))


def _seen(words: Words, letters: bytes) -> list[Span]:
    """The first places of these words, with single spaces between them."""
    word = " ".join(words.words).encode()
    within = not (len(words.words) > 1 or words.whole) and len(word) >= SHORTEST_PART
    seen: list[Span] = []
    at = letters.find(word)
    while at >= 0 and len(seen) < _MOST:
        if within or not letters[at - 1 : at].isalnum():
            seen.append((at, at + len(word)))
        at = letters.find(word, at + len(word))
    return seen


def _shown(text: str, offset: int, part: str, within: Folded, found: Sequence[Found]) -> Marked:
    """The best of a part of the text.

    Args:
        offset: Where in the text the part begins.
    """
    start, end = _around(within.letters, _densest(found))
    marks = merged(within.span(*place) for place, _ in found if start <= place[0] < place[1] <= end)
    first, last = _between_spaces(part, within.span(start, end), marks)
    tidy = _tidy(part[first:last], [(one - first, other - first) for one, other in marks])
    before = "" if _is_empty(text[: offset + first]) else _ELLIPSIS
    after = "" if _is_empty(text[offset + last :]) else _ELLIPSIS
    return Marked(
        f"{before}{tidy.text}{after}",
        tuple((one + len(before), other + len(before)) for one, other in tidy.marks),
    )


def _is_empty(text: str) -> bool:
    return not text or text.isspace()


def _between_spaces(text: str, part: Span, shown: Sequence[Span]) -> Span:
    """The part without what is left at its ends of an address or a joined word."""
    first, last = part
    if first:
        space = _SPACE.search(text, first - 1, shown[0][0] if shown else last)
        first = space.end() if space else first
    if last < len(text):
        kept = shown[-1][1] if shown else first
        space = _LAST_SPACE.search(text, kept, last + 1)
        last = space.start() if space else last
    return first, last


def _densest(found: Sequence[Found]) -> Span | None:
    """From where to where the best part goes: that with most of the words, then most places."""
    counts: Counter[int] = Counter()
    best, part = (0, -1), None
    different = first = 0
    for last, ((_, end), word) in enumerate(found):
        different += not counts[word]
        counts[word] += 1
        while first < last and end - found[first][0][0] > WIDTH - _BEFORE:
            gone = found[first][1]
            counts[gone] -= 1
            different -= not counts[gone]
            first += 1
        worth = (different, last - first)
        if worth > best:
            best, part = worth, (found[first][0][0], end)
    return part


def _around(letters: str, part: Span | None) -> Span:
    """An excerpt around a part of the folded text, from word to word."""
    if part is None:
        return 0, _word_end(letters, WIDTH)
    room = max(0, WIDTH - (part[1] - part[0]))
    start = part[0] - min(_BEFORE, room)
    if start > 0:
        start = min(letters.find(" ", start) + 1 or part[0], part[0])
    start = max(start, 0)
    return start, max(part[1], _word_end(letters, start + WIDTH))


def _word_end(letters: str, at: int) -> int:
    if at >= len(letters):
        return len(letters)
    end = letters.rfind(" ", 0, at + 1)
    return at if end <= 0 else end


def _tidy(text: str, marks: Sequence[Span]) -> Marked:
    """One line without the signs of Markdown, and with an address only where it was found."""
    if not _SIGNS.search(text):
        return Marked(text, tuple(marks))
    parts: list[str] = []
    # Where in the text, and where in the line, each part begins that stays.
    froms, tos = [0], [0]
    space = True
    for match in _NO_WORDS.finditer(text):
        start, end = match.span()
        if match[1] and any(one < end and start < other for one, other in marks):
            # As long as what stood there.
            instead, end = " (", start + 2
        else:
            instead = " " if match[3] and (start > froms[-1] or not space) else ""
        kept = text[froms[-1] : start]
        parts += (kept, instead)
        space = (bool(instead) and instead != " (") or (space and not kept)
        froms.append(end)
        tos.append(tos[-1] + len(kept) + len(instead))
    parts.append(text[froms[-1] :])

    def moved(at: int) -> int:
        part = bisect_right(froms, at) - 1
        return tos[part] + at - froms[part]

    line = "".join(parts)
    return Marked(line.rstrip(), tuple((moved(start), moved(end - 1) + 1) for start, end in marks))
