"""Footnotes of which a reader gets nothing, or only one of two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from weeknotes_desktop.domain.checks.prose import Prose
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.comments import comments
from weeknotes_desktop.domain.footnotes import loose_footnotes
from weeknotes_desktop.domain.spans import Span, moved_back, without

TWICE = "footnote twice"
WORDLESS = "footnote without words"
UNREACHED = "footnote nobody points to"

_BEGINS = re.compile(r" {0,3}(?P<mark>\[\^(?P<name>[^\[\]\n]+)\]):[ \t]*\S")

_FRONT = re.compile(r"(?:[\s>]|[*+-]\s|\d+[.)]\s)*")
_MARK = re.compile(r"\[\^(?P<name>[^\]]*)\](?P<begins>:)?")


class _Loose(NamedTuple):
    """A mark of which readers get nothing; ``worded`` if it begins a footnote with words."""

    name: str
    mark: Span
    begins: bool
    worded: bool


def twice(prose: Prose) -> Iterator[Slip]:
    """A footnote with the name of one above it; readers get the first."""
    if "[^" not in prose.source:
        return
    seen: set[str] = set()
    for start, end in prose.lines:
        found = _BEGINS.match(prose.source, start, end)
        if found and found["name"] in seen:
            yield Slip(
                check=TWICE,
                message=f"There is a {found['mark']} above: readers get that one, and not this.",
                start=found.start("mark"),
                end=found.end("mark"),
                words=found["mark"],
            )
        elif found:
            seen.add(found["name"])


def wordless(prose: Prose) -> Iterator[Slip]:
    """A mark in the text whose footnote says nothing, or is not there."""
    found = list(_loose(prose.source))
    worded = {one.name for one in found if one.worded}
    for one in found:
        # What may be code points to nothing; then its footnote is told of, and that is enough.
        if not one.begins and one.name not in worded:
            words = prose.source[slice(*one.mark)]
            message = f"{words} leads to no words: readers do not get the mark either."
            yield _slip(WORDLESS, message, one, words)


def unreached(prose: Prose) -> Iterator[Slip]:
    """A footnote that nothing in the text points to."""
    for one in _loose(prose.source):
        if one.worded:
            words = prose.source[slice(*one.mark)]
            message = f"Nothing in the text points to {words}: readers do not get it."
            yield _slip(UNREACHED, message, one, words)


def _slip(check: str, message: str, one: _Loose, words: str) -> Slip:
    start, end = one.mark
    return Slip(check=check, message=message, start=start, end=end, words=words)


def _loose(source: str) -> list[_Loose]:
    """All that readers do not get, in order."""
    if "[^" not in source:
        return []
    gone = comments(source)
    text = without(source, gone)
    spans = sorted(loose_footnotes(text))
    found = [one for start, end in spans if (one := _told(text, start, end)) is not None]
    marks = moved_back((one.mark for one in found), gone)
    return [one._replace(mark=mark) for one, mark in zip(found, marks, strict=True)]


def _told(text: str, start: int, end: int) -> _Loose | None:
    front, mark = _FRONT.match(text, start, end), _MARK.search(text, start, end)
    if front is None or mark is None:
        return None
    begins = mark["begins"] is not None and mark.start() == front.end()
    worded = begins and bool(text[mark.end() : end].strip())
    return _Loose(mark["name"], (mark.start(), mark.end("name") + 1), begins, worded)
