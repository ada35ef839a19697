"""Find the footnotes that lost one of their two halves.

A reference whose definition is hidden must leave no trace, and neither must a
footnote that only hidden text refers to. As nothing hidden may show through,
a footnote that never had its other half is treated the same.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from weeknotes_desktop.domain.source_lines import CodeWatch, Line, lines, with_space
from weeknotes_desktop.domain.spans import Span

_DEFINITION = re.compile(r"(?:[\s>]|[*+-]\s|\d+[.)]\s)*\[\^(?P<name>[^\]]*)\]:")
_REFERENCE = re.compile(r"\[\^([^\]]*)\]")
_INDENT = re.compile(r"[ >]*")
# Text goes on as part of a footnote when it is indented that much further.
_FURTHER = 4


@dataclass(slots=True)
class _Footnote:
    """One definition, and what it refers to itself."""

    name: str
    start: int
    end: int
    indent: int
    empty: bool
    refers: list[tuple[str, Span]] = field(default_factory=list)


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
        self._text: list[tuple[str, Span]] = []
        self._footnotes: list[_Footnote] = []
        self._current: _Footnote | None = None
        self._gap = False
        self._watch = CodeWatch()

    def end_footnote(self) -> None:
        """What comes next belongs to the text, however it is indented."""
        self._current = None

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
        refers += self._references(line, raw, after)

    def _begin(self, line: Line, name: str, indent: int, raw: str, after: int) -> None:
        margin = indent if indent >= _FURTHER or ">" in raw[:indent] else 0
        empty = not raw[after:].strip()
        self._current = _Footnote(name, line.start, line.end, margin, empty)
        self._footnotes.append(self._current)
        self._gap = False

    def _references(self, line: Line, raw: str, after: int) -> list[tuple[str, Span]]:
        code = self._watch.spans(line)
        if line.code or "[^" not in raw:
            return []
        found: list[tuple[str, Span]] = []
        # Nothing behind the last bracket can be one; not looking there keeps this linear.
        last = raw.rfind("]") + 1
        for start, end in [*code, (last, last)]:
            found += [
                (one[1], self._trace(line, raw, one.span()))
                for one in _REFERENCE.finditer(raw, min(after, start), start)
            ]
            after = end
        return found

    def _trace(self, line: Line, raw: str, span: Span) -> Span:
        """All that would show that something stood at ``span``."""
        if len(raw.strip()) == span[1] - span[0]:
            return line.start, line.end
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
        return gone + [span for name, span in refers if name not in reached]


def _reached(named: dict[str, list[_Footnote]], text: Sequence[tuple[str, Span]]) -> set[str]:
    """The footnotes that a reader comes to from the text."""
    reached: set[str] = set()
    waiting = [name for name, _ in text]
    while waiting:
        name = waiting.pop()
        if name in named and name not in reached:
            reached.add(name)
            waiting += [other for one in named[name] for other, _ in one.refers]
    return reached
