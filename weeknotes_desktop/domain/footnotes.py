"""Find the footnotes that lost one of their two halves.

A reference whose definition is hidden must leave no trace, and neither must a
footnote that only hidden text refers to. As nothing hidden may show through,
a footnote that never had its other half is treated the same. A reference that
may be code, and so none at all, does not keep a footnote.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from weeknotes_desktop.domain.indented import IndentWatch
from weeknotes_desktop.domain.source_lines import CodeWatch, Line, lines, with_space
from weeknotes_desktop.domain.spans import Span

_DEFINITION = re.compile(r"(?:[\s>]|[*+-]\s|\d+[.)]\s)*\[\^(?P<name>[^\]]*)\]:")
_REFERENCE = re.compile(r"\[\^([^\]]*)\]")
_INDENT = re.compile(r"[ >]*")
_TICK = re.compile("`")
# Text goes on as part of a footnote when it is indented that much further.
_FURTHER = 4


@dataclass(slots=True)
class _Reference:
    """One reference to a footnote; ``sure`` unless it may be code."""

    name: str
    trace: Span
    sure: bool


@dataclass(slots=True)
class _Footnote:
    """One definition, and what it refers to itself."""

    name: str
    start: int
    end: int
    indent: int
    empty: bool
    refers: list[_Reference] = field(default_factory=list)


def loose_footnotes(source: str, ends: Container[int] = ()) -> list[Span]:
    """What must go from ``source`` so that each footnote has both its halves.

    Args:
        ends: Offsets at which a footnote ends, though the text goes on.
    """
    if "[^" not in source:
        return []
    reading = _Reading(source)
    for line in lines(source):
        if line.start in ends:
            reading.end_footnote()
        reading.read(line)
    return reading.loose()


class _Reading:
    """Reads a source line by line and notes its footnotes and references."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[_Reference] = []
        self._footnotes: list[_Footnote] = []
        self._current: _Footnote | None = None
        self._gap = False
        self._watch = CodeWatch()
        self._indents = IndentWatch()
        # References behind a backtick whose partner may still come.
        self._behind_tick: list[_Reference] = []
        self._tick_open = False

    def end_footnote(self) -> None:
        """What comes next belongs to the text, however it is indented."""
        self._current = None
        self._indents.begin_block()
        self._watch = CodeWatch()
        self._end_block()

    def _end_block(self) -> None:
        self._behind_tick.clear()
        self._tick_open = False

    def read(self, line: Line) -> None:
        """Take the next line."""
        raw = self._source[line.start : line.stop]
        mark = _INDENT.match(raw.expandtabs(4))
        indent = mark.end() if mark else 0
        after = 0
        if not line.code and (definition := _DEFINITION.match(raw)):
            after = definition.end()
            self._begin(line, definition["name"], indent, raw, after)
        elif not raw.strip(" >\t"):
            self._gap = True
        elif self._current and (not self._gap or indent >= self._current.indent + _FURTHER):
            self._current.end = line.end
            self._current.empty = False
            self._gap = False
        else:
            self._current = None
        refers = self._current.refers if self._current else self._text
        margin = self._current.indent + _FURTHER if self._current and not after else 0
        maybe_code = self._indents.may_be_code(line, raw, margin)
        refers += self._references(line, raw, after, maybe_code=maybe_code)

    def _begin(self, line: Line, name: str, indent: int, raw: str, after: int) -> None:
        margin = indent if indent >= _FURTHER or ">" in raw[:indent] else 0
        empty = not raw[after:].strip()
        self._current = _Footnote(name, line.start, line.end, margin, empty)
        self._footnotes.append(self._current)
        self._gap = False

    def _references(
        self, line: Line, raw: str, after: int, *, maybe_code: bool
    ) -> list[_Reference]:
        code = self._watch.spans_of(raw, code=line.code)
        if line.code or line.blank:
            self._end_block()
            return []
        found: list[_Reference] = []
        places: list[int] = []
        # Nothing behind the last bracket can be one; not looking there keeps this linear.
        last = raw.rfind("]") + 1
        length = len(raw.strip())
        for start, end in [*code, (last, last)] if "[^" in raw else ():
            for one in _REFERENCE.finditer(raw, min(after, start), start):
                sure = not maybe_code and raw[one.start() - 1 : one.start()] != "\\"
                alone = length == one.end() - one.start()
                trace = (line.start, line.end) if alone else self._trace(line, raw, one.span())
                found.append(_Reference(one[1], trace, sure))
                places.append(one.start())
            after = end
        self._doubt_between_ticks(raw, code, found, places)
        return found

    def _doubt_between_ticks(
        self, raw: str, code: Sequence[Span], found: Sequence[_Reference], places: Sequence[int]
    ) -> None:
        """Doubt each reference that has a backtick on either side which is not surely code."""
        loose = _ticks(raw, code)
        if loose:
            for reference in self._behind_tick:
                reference.sure = False
            self._behind_tick.clear()
        for reference, place in zip(found, places, strict=True):
            if self._tick_open or (loose and loose[0] < place):
                if loose and place < loose[-1]:
                    reference.sure = False
                else:
                    self._behind_tick.append(reference)
        self._tick_open = self._tick_open or bool(loose)

    def _trace(self, line: Line, raw: str, span: Span) -> Span:
        """All that would show that something stood among words at ``span``."""
        start, end = with_space(raw, *span)
        return line.start + start, line.start + end

    def loose(self) -> list[Span]:
        """What must go."""
        named: dict[str, list[_Footnote]] = {}
        for footnote in self._footnotes:
            if not footnote.empty:
                named.setdefault(footnote.name, []).append(footnote)
        reached = _reached(named, self._text)
        kept = [one for one in self._footnotes if not one.empty and one.name in reached]
        gone = [(one.start, one.end) for one in self._footnotes if one.name not in reached]
        refers = [*self._text, *(reference for one in kept for reference in one.refers)]
        return gone + [one.trace for one in refers if one.name not in reached]


def _ticks(raw: str, code: Sequence[Span]) -> list[int]:
    """Where backticks stand outside of ``code``."""
    found: list[int] = []
    at = 0
    for start, end in [*code, (len(raw), len(raw))] if "`" in raw else ():
        found += [tick.start() for tick in _TICK.finditer(raw, at, start)]
        at = end
    return found


def _reached(named: dict[str, list[_Footnote]], text: Sequence[_Reference]) -> set[str]:
    """The footnotes that a reader surely comes to from the text."""
    reached: set[str] = set()
    waiting = [one.name for one in text if one.sure]
    while waiting:
        name = waiting.pop()
        if name in named and name not in reached:
            reached.add(name)
            waiting += [other.name for one in named[name] for other in one.refers if other.sure]
    return reached
