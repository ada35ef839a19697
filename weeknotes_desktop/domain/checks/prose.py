"""The prose of a note: its blocks, with all that is no prose masked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from weeknotes_desktop.domain.checks.marks import MARK, THING, masks
from weeknotes_desktop.domain.comments import comments
from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.indented import IndentWatch
from weeknotes_desktop.domain.source_lines import CodeWatch, Line, lines
from weeknotes_desktop.domain.spans import Span

_FRONT = re.compile(
    r"[ \t]*(?P<quote>(?:>[ \t]?)*)[ \t]*"
    r"(?:(?P<heading>\#{1,6})[ \t]+"
    r"|(?P<note>\[\^[^\[\]\s]*\]:)[ \t]*"
    r"|(?P<mark>[-*+•‣◦]|(?P<number>\d{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?"
)
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_NO_PROSE = re.compile(r"[ \t>]*(?:::: ?|:::|\[[^\[\]^]{1,200}\]:[ \t]|\*\[[^\]\n]*\]:)")
_ROW = re.compile(r"[ \t]*\||[ \t]*:?-{2,}:?[ \t]*\|")
_ALONE = frozenset({REPORT, PLAN, "[TOC]"})


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a heading, an item of a list, or a row of a table.

    Args:
        start: Offset in the source at which its words begin.
        end: Offset behind them, the last line end left out.
        text: Its words, letter under letter as in the source, masked.
        indent: How far what it begins with is indented.
        number: Of an item of a numbered list; None for every other block.
        quoted: How deep it is quoted.
    """

    kind: Kind
    start: int
    end: int
    text: str
    indent: int = 0
    number: int | None = None
    quoted: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """What there is to check.

    Args:
        source: The body of the note.
        blocks: In order; a break is one without words.
        lines: Where each line of prose lies in the source, code left out.
        language: Of the note, as ``en-GB``.
    """

    source: str
    blocks: tuple[Block, ...]
    lines: tuple[Span, ...]
    language: str

    @property
    def english(self) -> bool:
        """Whether rules about English words hold."""
        return self.language.lower().split("-")[0] == "en"

    def written(self, *kinds: Kind) -> Iterator[Block]:
        """The blocks of these kinds; all that have words where none is named."""
        for block in self.blocks:
            if block.kind in kinds or (not kinds and block.kind is not Kind.BREAK):
                yield block


def prose_of(source: str, language: str) -> Prose:
    """The prose of a note's body."""
    reading = _Reading(source)
    for line in lines(source):
        reading.read(line)
    blocks = reading.finish()
    return Prose(source, blocks, tuple(reading.lines), language)


@dataclass(slots=True)
class _Open:
    kind: Kind
    start: int
    end: int
    indent: int
    number: int | None
    quoted: int


class _Reading:
    """Reads a source line by line."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: _Open | None = None
        self._blocks: list[_Open] = []
        self._masks: list[tuple[int, int, str]] = []
        self._watch, self._indents = CodeWatch(), IndentWatch()
        self._comments = comments(source)
        self.lines: list[Span] = []

    def read(self, line: Line) -> None:
        """Take the next line."""
        raw = self._source[line.start : line.stop]
        code = self._watch.spans_of(raw, code=line.code)
        indented = self._indents.may_be_code(line, raw, 0)
        bare = raw.strip()
        if line.code or not bare:
            self._end_block()
            if line.code:
                self._break(line)
            return
        if indented or _NO_PROSE.match(raw) or bare in _ALONE:
            self._end_block()
            self._break(line)
            return
        self.lines.append((line.start, line.stop))
        if self._open and self._open.kind is Kind.PARAGRAPH and _UNDERLINE.fullmatch(raw):
            self._open.kind = Kind.HEADING
            self._end_block()
        elif _RULE.fullmatch(raw):
            self._end_block()
            self._break(line)
        else:
            self._masks += [
                (line.start + start, line.start + end, sign)
                for start, end, sign in masks(raw, code)
            ]
            self._words(line, raw)

    def _words(self, line: Line, raw: str) -> None:
        front = _FRONT.match(raw)
        assert front is not None  # noqa: S101 -- it matches nothing, too
        quoted = front["quote"].count(">")
        begins = bool(front["heading"] or front["note"] or front["mark"])
        row = bool(_ROW.match(raw))
        at = self._open
        goes_on = at is not None and not begins and not row and at.quoted == quoted
        if goes_on and at is not None and at.kind in (Kind.PARAGRAPH, Kind.ITEM):
            at.end = line.stop
            self._masks.append((line.start, line.start + front.end(), MARK))
            return
        self._end_block()
        kind = Kind.PARAGRAPH
        if row:
            kind = Kind.ROW
        elif front["heading"]:
            kind = Kind.HEADING
        elif front["mark"]:
            kind = Kind.ITEM
        number = int(front["number"]) if front["number"] else None
        indent = len(raw) - len(raw.lstrip(" \t"))
        self._open = _Open(kind, line.start + front.end(), line.stop, indent, number, quoted)

    def _break(self, line: Line) -> None:
        self._blocks.append(_Open(Kind.BREAK, line.start, line.start, 0, None, 0))

    def _end_block(self) -> None:
        if self._open is not None:
            self._blocks.append(self._open)
            self._open = None

    def finish(self) -> tuple[Block, ...]:
        """All blocks."""
        self._end_block()
        masked = _masked(self._source, self._masks, self._comments)
        return tuple(
            Block(
                kind=one.kind,
                start=one.start,
                end=one.end,
                text=masked[one.start : one.end],
                indent=one.indent,
                number=one.number,
                quoted=one.quoted,
            )
            for one in self._blocks
        )


def _masked(source: str, found: list[tuple[int, int, str]], hidden: list[Span]) -> str:
    spans = sorted([*found, *((start, end, MARK) for start, end in hidden)])
    pieces: list[str] = []
    at = 0
    for start, end, sign in spans:
        start = max(start, at)
        if end > start:
            pieces += [source[at:start], sign * (end - start)]
            at = end
    return "".join([*pieces, source[at:]])


__all__ = ["MARK", "THING", "Block", "Kind", "Prose", "prose_of"]
