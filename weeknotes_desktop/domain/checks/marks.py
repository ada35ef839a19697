"""What in a line of Markdown is no prose: code, addresses, tags, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from weeknotes_desktop.domain.spans import Span

MARK = "\ue0a0"
"""Stands for what a reader does not see; words go on behind it."""
THING = "\ue0a1"
"""Stands for what a reader sees in place of a word: code, a picture, an address."""

_WORTH_A_LOOK = re.compile(r"[\[\]*_`<\\~@&{]|==|%%|://|www\.")
# Each repetition ends where its own beginning might come again, so that all
# of this is linear whatever stands in the line.
_TOKEN = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<tag><[/!?a-zA-Z][^<>\n]*>)"
    r"|(?P<url>(?:https?://|www\.)(?:[^\s<>()]|\([^\s<>()]*\))*[^\s<>().,;:!?\]’”\"'*_])"
    r"|(?P<wiki>\[\[[^\[\]\n]+\]\])"
    r"|(?P<note>\[\^[^\[\]\s]*\]:?)"
    r"|(?P<picture>!\[)|(?P<address>\]\()|(?P<reference>\]\[)"
    r"|(?P<bracket>[\[\]])|(?P<opens>\()|(?P<closes>\))"
    r"|(?P<stars>\*+|~~+|==+|%%+)"
    r"|(?P<unders>(?<!\w)_+|_+(?!\w))"
    r"|(?P<entity>&#?\w{1,30};)"
    r"|(?P<attributes>\{[:.#][^{}\n]*\})"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_THINGS = frozenset({"url", "wiki", "entity"})
_MARKS = frozenset({"escape", "tag", "note", "picture", "bracket", "stars", "unders", "attributes"})


def masks(raw: str, code: Sequence[Span]) -> list[tuple[int, int, str]]:
    """What to put in place of which characters of a line, in order and apart from each other.

    Args:
        code: Its code spans.
    """
    found = [(start, end, THING) for start, end in code]
    if not found and not _WORTH_A_LOOK.search(raw):
        return []
    if "@" in raw:
        found += [(*mail.span(), THING) for mail in _MAIL.finditer(raw)]
    found += _inline(raw)
    return _apart(found)


def _inline(raw: str) -> Iterator[tuple[int, int, str]]:
    """Marks and addresses; an address that is never closed is none."""
    waiting: tuple[int, str] | None = None
    depth = 0
    for token in _TOKEN.finditer(raw):
        kind = token.lastgroup or ""
        start, end = token.span()
        if waiting is not None:
            closer = ")" if waiting[1] == "address" else "]"
            if kind == "opens" and closer == ")":
                depth += 1
            elif kind == "closes" and depth:
                depth -= 1
            elif token[0] == closer:
                yield waiting[0], end, MARK
                waiting = None
            elif kind in _THINGS or kind == "note":
                yield start, end, THING
        elif kind in ("address", "reference"):
            waiting, depth = (start, kind), 0
        elif kind in _THINGS:
            yield start, end, THING
        elif kind in _MARKS:
            yield start, end, MARK


def _apart(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """In order; what begins within another, or around it, gives way to the wider one."""
    apart: list[tuple[int, int, str]] = []
    for start, end, sign in sorted(found, key=lambda one: (one[0], -one[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end, sign))
        elif end > apart[-1][1]:
            apart.append((apart[-1][1], end, sign))
    return apart
