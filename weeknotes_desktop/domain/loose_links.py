"""Links to notes that a reader may not follow, or that nobody wrote: their words stay."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from weeknotes_desktop.domain.links import Named, links_in
from weeknotes_desktop.domain.source_lines import CodeWatch, lines
from weeknotes_desktop.domain.spans import Span

_FRONT = re.compile(r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]|\[[ xX]\][ \t])*")
# Words that would begin a block where they stand first in a line.
_NUMBERED = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_BEGINS = re.compile(r"\#{1,6}(?:\s|$)|[-+*](?:\s|$)|-+$|=+$|>|~~~|:::")


def without_loose_links(body: str, followed: Container[str]) -> str:
    """``body`` with its words in place of each link whose name is not among ``followed``.

    So nobody sees whether such a note is hidden from them or was never there. What is
    code for certain stays as it is.
    """
    if "[[" not in body:
        return body
    pieces, at = [], 0
    for link in _outside_code(body):
        if link.name not in followed:
            line = body.rfind("\n", 0, link.start) + 1
            first = _FRONT.fullmatch(body, line, link.start) is not None
            pieces += [body[at : link.start], _plain(link.words) if first else link.words]
            at = link.end
    return "".join([*pieces, body[at:]])


def _outside_code(body: str) -> Iterator[Named]:
    code = iter([*_code(body), (len(body), len(body))])
    start, end = next(code)
    for link in links_in(body):
        while end <= link.start:
            start, end = next(code)
        backslashes = link.start - len(body[: link.start].rstrip("\\"))
        if start >= link.end and backslashes % 2 == 0:
            yield link


def _code(body: str) -> Iterator[Span]:
    if "`" not in body and "~~~" not in body:
        return
    watch = CodeWatch()
    for line in lines(body):
        spans = watch.spans_of(body[line.start : line.stop], code=line.code)
        if line.code:
            yield line.start, line.end
        for start, end in spans:
            yield line.start + start, line.start + end


def _plain(words: str) -> str:
    """``words`` so that they begin nothing but a paragraph."""
    words = words.lstrip(" \t")
    number = _NUMBERED.match(words)
    if number:
        return f"{number[0]}\\{words[number.end() :]}"
    return f"\\{words}" if _BEGINS.match(words) else words
