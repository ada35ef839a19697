"""How one line of Markdown looks in the editor: which stretch is what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Work on a line is bounded: what comes after stays unmarked, and every
# repetition below has an upper end.
LONGEST = 10_000
_DEEPEST = 4


class Look:
    """What a stretch of text is: bits of a number, for several may hold at once.

    No flags of Python's own: with each key some are put together, and of those each takes as
    long as a search.
    """

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    HEADING = 4
    CODE = 8
    QUIET = 16
    LINK = 32
    CHIP = 64
    STRUCK = 128
    LIST = 256
    LARGE = 512
    LARGEST = 1024


class Stretch(NamedTuple):
    """Characters ``begin`` to ``end`` of a line, and what they are."""

    begin: int
    end: int
    look: int


# State 0 is ordinary text; inside a code fence it holds the fence's length
# times two, plus one for tildes.
ORDINARY = 0

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<rest>.*)", re.DOTALL)
_HEADING = re.compile(r"#{1,6}(?=[ \t])")
_PASSAGE = re.compile(r"[ \t>*+\-\d.)]*:::")
_GOALS = re.compile(r"[ \t]*(?P<chip>\[GOALS\]|\[NEXT WEEK\])[ \t]*$")
_FRONT = re.compile(
    r"[ \t]*(?P<quote>(?:>[ \t]?)*)"
    r"(?P<item>(?:[-*+]|\d{1,9}[.)])(?=[ \t])(?:[ \t]+\[[ xX]\](?=[ \t]))?)?"
)
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,100}\]:")
# With one of these begins all that is looked for within a line.
_WORTH_A_LOOK = re.compile(r"[*_`\[~%\\]|!\[|https?://")
_INLINE = re.compile(
    r"(?P<escape>\\[\\`*_\[\]~%])"
    r"|(?P<code>(?P<ticks>`{1,9})(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<footnote>\[\^[^\]\s]{1,80}\])"
    r"|(?P<wiki>\[\[[^\[\]]{1,200}\]\])"
    r"|(?P<link>!?\[(?P<label>[^\[\]]{0,500})\]\((?P<address>[^()\n]{0,1000})\))"
    r"|(?P<stars>\*{1,3})(?=[^\s*])(?P<starred>.{0,1000}?[^\s*\\])(?P=stars)(?!\*)"
    r"|(?<!\w)(?P<unders>_{1,2})(?=[^\s_])(?P<undered>.{0,1000}?[^\s_\\])(?P=unders)(?!\w)"
    r"|(?P<tildes>~~)(?=\S)(?P<struck>.{0,1000}?\S)~~"
    r"|(?P<percents>%%)"
    r"|(?P<url>https?://[^\s<>\[\]()]{1,1000})"
)


_SIZES = {1: Look.LARGEST, 2: Look.LARGE}


def stretches(line: str, state: int) -> tuple[list[Stretch], int]:
    """The stretches of ``line`` that look special, later ones over earlier ones.

    Args:
        line: Without its line end.
        state: What the line before gave.

    Returns:
        The stretches, and the state for the next line.
    """
    if state > ORDINARY:
        after = _fence_goes_on(line, state)
        return [] if after == state else [Stretch(0, len(line[:LONGEST]), Look.QUIET)], after
    found: list[Stretch] = []
    short = line[:LONGEST]
    fence = _FENCE.match(line) if "```" in line[:6] or "~~~" in line[:6] else None
    if fence is not None and not (fence["fence"][0] == "`" and "`" in fence["rest"]):
        tilde = fence["fence"][0] == "~"
        return [Stretch(0, len(short), Look.QUIET)], len(fence["fence"]) * 2 + tilde
    if _PASSAGE.match(line):
        return [Stretch(0, len(short), Look.QUIET)], ORDINARY
    begin, look = _front(short, found)
    if _WORTH_A_LOOK.search(short, begin):
        _inline(short, begin, len(short), look, found, 0)
    return found, ORDINARY


def _fence_goes_on(line: str, state: int) -> int:
    length, mark = state // 2, "~" if state % 2 else "`"
    closing = line.strip()
    closes = len(closing) >= length and not closing.strip(mark)
    return ORDINARY if closes else state


def _front(line: str, found: list[Stretch]) -> tuple[int, int]:
    """Mark what a line begins with; where its words begin, and how they look."""
    heading = _HEADING.match(line)
    if heading is not None:
        look = Look.HEADING | Look.BOLD | _SIZES.get(heading.end(), Look.PLAIN)
        found.append(Stretch(0, len(line), look))
        return heading.end(), look
    goals = _GOALS.match(line)
    if goals is not None:
        found.append(Stretch(*goals.span("chip"), Look.CHIP))
        return len(line), Look.PLAIN
    definition = _DEFINITION.match(line)
    if definition is not None:
        found.append(Stretch(0, definition.end(), Look.QUIET))
        return definition.end(), Look.PLAIN
    front = _FRONT.match(line)
    if front is None:
        return 0, Look.PLAIN
    look = Look.PLAIN
    if front["quote"]:
        look = Look.ITALIC
        found.append(Stretch(0, len(line), look))
        found.append(Stretch(*front.span("quote"), Look.QUIET))
    if front["item"]:
        found.append(Stretch(*front.span("item"), Look.LIST))
    return front.end(), look


def _inline(line: str, begin: int, end: int, look: int, found: list[Stretch], depth: int) -> None:
    """Mark emphasis, code and links between ``begin`` and ``end``."""
    for match in _marked(line, begin, end):
        kind = match.lastgroup
        if kind == "url":
            found.append(Stretch(*match.span(), look | Look.LINK))
        elif kind in ("footnote", "percents"):
            found.append(Stretch(*match.span(), Look.QUIET))
        elif kind == "wiki":
            found.append(Stretch(*match.span(), look | Look.LINK))
        elif kind == "code":
            found.append(Stretch(*match.span(), look | Look.CODE))
        elif kind == "link":
            found.append(Stretch(*match.span(), Look.QUIET))
            _within(line, match.span("label"), look | Look.LINK, found, depth)
        elif kind in _WRAPPED:
            marks, inner = _WRAPPED[kind]
            found.append(Stretch(*match.span(), Look.QUIET))
            _within(line, match.span(inner), look | _EMPHASIS[match[marks]], found, depth)


def _marked(line: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """What ``_INLINE`` finds; looked for only where it can begin."""
    worth = _WORTH_A_LOOK.search(line, begin, end)
    while worth is not None:
        match = _INLINE.match(line, worth.start(), end)
        if match is not None:
            yield match
        worth = _WORTH_A_LOOK.search(line, match.end() if match else worth.start() + 1, end)


_WRAPPED = {
    "starred": ("stars", "starred"),
    "undered": ("unders", "undered"),
    "struck": ("tildes", "struck"),
}


def _within(line: str, inner: tuple[int, int], look: int, found: list[Stretch], depth: int) -> None:
    found.append(Stretch(*inner, look))
    if depth < _DEEPEST and _WORTH_A_LOOK.search(line, *inner):
        _inline(line, *inner, look, found, depth + 1)


_EMPHASIS = {
    "~~": Look.STRUCK,
    "*": Look.ITALIC,
    "**": Look.BOLD,
    "***": Look.BOLD | Look.ITALIC,
    "_": Look.ITALIC,
    "__": Look.BOLD,
}
