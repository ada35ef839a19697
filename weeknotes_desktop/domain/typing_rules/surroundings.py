"""What words cannot be parted from: the marks, the link or the code that holds nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weeknotes_desktop.domain import passages
from weeknotes_desktop.domain.source_lines import code_spans, lines
from weeknotes_desktop.domain.spans import Span
from weeknotes_desktop.domain.typing_rules.passage import Passage

_EMPHASIS = ("*", "_", "~~", "==")
_NOTE_LINK = re.compile(r"\[\[[^\[\]\n]+\]\]")
_LINK_ENDS = re.compile(r"\](?:\((?:[^()\n]|\([^()\n]*\)){0,2000}\)|\[[^\[\]\n]{0,200}\])")


def whole_words(passage: Passage) -> Span:
    """The selected words of one line, with the marks and links that hold nothing but them."""
    line, stop = passage.lines()
    raw = passage.text[line:stop]
    begin, end = passage.start - line, passage.end - line
    # Code and the name of a note are whole or nothing.
    for start, last in (*code_spans(raw)[0], *(link.span() for link in _NOTE_LINK.finditer(raw))):
        if start < end and begin < last:
            begin, end = min(begin, start), max(end, last)
    while (wider := _wider(raw, begin, end)) is not None:
        begin, end = wider
    return line + begin, line + end


def _wider(raw: str, begin: int, end: int) -> Span | None:
    for mark in _EMPHASIS:
        if raw[:begin].endswith(mark) and raw.startswith(mark, end):
            return begin - len(mark), end + len(mark)
    closing = _LINK_ENDS.match(raw, end)
    if closing and raw[begin - 1 : begin] == "[":
        return begin - 1 - (raw[: begin - 1].endswith("!")), closing.end()
    return None


def whole_lines(text: str, begin: int, end: int) -> Span:
    """The lines from ``begin`` to ``end``, with every fence and passage they lie in partly."""
    fences, blocks = list(_fences(text)), list(_blocks(text))
    wider = (begin, end)
    while True:
        begin, end = wider
        partly = (one for one in blocks if not (one[0] <= begin and end <= one[1]))
        for start, stop in (*fences, *partly):
            if start <= end and begin <= stop:
                wider = min(wider[0], start), max(wider[1], stop)
        if wider == (begin, end):
            return wider


def _fences(text: str) -> Iterator[Span]:
    begun: Span | None = None
    for line in lines(text):
        if line.code:
            begun = (begun[0] if begun else line.start, line.stop)
        elif begun:
            yield begun
            begun = None
    if begun:
        yield begun


def _blocks(text: str) -> Iterator[Span]:
    for one in passages.passages(text):
        if not one.words:
            first = text.rfind("\n", 0, one.opens[0]) + 1
            yield first, one.closes[1] if one.closes else len(text)
