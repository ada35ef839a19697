"""Tables as they stand in Markdown: rows of cells between upright strokes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import combining, east_asian_width

from weeknotes_desktop.domain.source_lines import code_spans
from weeknotes_desktop.domain.typing_rules.passage import Passage

_RULED = re.compile(r"\s*(?P<left>:?)-+(?P<right>:?)\s*")
# Cells longer than this do not make the others of their column as long.
_WIDEST = 40
_NARROWEST = 3
_SIGN = re.compile(r"\\.|[`|]")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is its head.

    Args:
        front: The indent before each line.
        aligned: For each column the colons of its rule: "", ":", ": :" or " :".
    """

    front: str
    rows: tuple[Row, ...]
    aligned: Row

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.aligned)

    def with_rows(self, rows: Iterable[Row]) -> Table:
        """The same table with other rows."""
        return replace(self, rows=tuple(rows))

    def lines(self) -> list[str]:
        """The table as Markdown, its columns one below the other."""
        widths = [
            max(_NARROWEST, *(min(_columns(row[at]), _WIDEST) for row in self.rows))
            for at in range(self.width)
        ]
        drawn = [self._drawn(row, widths) for row in self.rows]
        rule = (_rule(how, width) for how, width in zip(self.aligned, widths, strict=True))
        drawn.insert(1, self.front + "| " + " | ".join(rule) + " |")
        return drawn

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Where the words of a cell stand in the text that the lines make."""
        lines = self.lines()
        at = row + (row > 0)
        begin = sum(len(line) + 1 for line in lines[:at])
        start, end = cell_spans(lines[at])[column]
        padded = lines[at][start:end]
        words = self.rows[row][column]
        if not words:
            return begin + start + 1, begin + start + 1
        start += padded.index(words)
        return begin + start, begin + start + len(words)

    def _drawn(self, row: Row, widths: list[int]) -> str:
        cells = (
            _padded(cell, how, width)
            for cell, how, width in zip(row, self.aligned, widths, strict=True)
        )
        return self.front + "| " + " | ".join(cells) + " |"


@dataclass(frozen=True, slots=True)
class Found:
    """A table in a text.

    Args:
        begin: Where its first line begins; ``end`` is where its last one ends.
        row: Where the caret is: 0 is the head, and the rule counts as head.
    """

    table: Table
    begin: int
    end: int
    row: int
    column: int


def table_at(passage: Passage) -> Found | None:
    """The table that the caret is in."""
    begin, stop = passage.lines()
    if "|" not in passage.text[begin:stop] or "\n" in passage.text[begin:stop]:
        return None
    first, last = _block(passage.text, begin)
    lines = passage.text[first:last].split("\n")
    at = passage.text.count("\n", first, begin)
    ruled = next((nth for nth, line in enumerate(lines) if nth and is_rule(line)), None)
    if ruled is None or at < ruled - 1:
        return None
    first += sum(len(line) + 1 for line in lines[: ruled - 1])
    table = _read(lines[ruled - 1 :])
    column = _column(lines[at], passage.start - begin)
    row = max(at - ruled, 0)
    return Found(table, first, last, row, min(column, table.width - 1))


def cell_spans(line: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand, with the space around their words."""
    strokes = _strokes(line)
    begin = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    if strokes and strokes[0] == begin:
        begin, strokes = begin + 1, strokes[1:]
    if strokes and strokes[-1] == end - 1:
        end, strokes = end - 1, strokes[:-1]
    edges = [begin - 1, *strokes, max(end, begin)]
    return [(one + 1, other) for one, other in pairwise(edges)]


def _strokes(line: str) -> list[int]:
    """The upright strokes that part cells: not escaped, not in code."""
    spans, _ = code_spans(line) if "`" in line else ([], True)
    inside = {at for begin, end in spans for at in range(begin, end)}
    return [
        found.end() - 1
        for found in re.finditer(r"\\.|\|", line)
        if found.group() == "|" and found.start() not in inside
    ]


def escaped(row: Sequence[str]) -> list[str]:
    """Plain words as cells: what would part them, or reach over into another, is escaped."""
    apart = [code_spans(words)[1] for words in row]
    if all(apart):
        return [_with_backslashes(words, _strokes(words)) for words in row]
    # With one backtick escaped, strokes in code part cells too.
    return [
        _with_backslashes(words, (one.start() for one in _SIGN.finditer(words) if one[0] in signs))
        for words, signs in zip(row, ("|" if one else "`|" for one in apart), strict=True)
    ]


def _with_backslashes(words: str, places: Iterable[int]) -> str:
    for place in sorted(places, reverse=True):
        words = f"{words[:place]}\\{words[place:]}"
    return words


def _block(text: str, begin: int) -> tuple[int, int]:
    """The lines around ``begin`` that all have a stroke."""
    first = begin
    while first:
        above = text.rfind("\n", 0, first - 1) + 1
        if "|" not in text[above : first - 1]:
            break
        first = above
    last = _line_end(text, begin)
    while last < len(text):
        below = _line_end(text, last + 1)
        if "|" not in text[last + 1 : below]:
            break
        last = below
    return first, last


def _line_end(text: str, begin: int) -> int:
    end = text.find("\n", begin)
    return len(text) if end < 0 else end


def _cells(line: str) -> list[str]:
    return [line[begin:end].strip() for begin, end in cell_spans(line)]


def is_rule(line: str) -> bool:
    """Whether that is the line of dashes below the head of a table."""
    return "-" in line and all(_RULED.fullmatch(cell) for cell in _cells(line))


def _read(lines: list[str]) -> Table:
    head, rule, *body = lines
    front = head[: len(head) - len(head.lstrip())]
    rows = [_cells(line) for line in (head, *body)]
    width = max(len(row) for row in rows)
    aligned = [_alignment(cell) for cell in _cells(rule)][:width]
    return Table(
        front,
        tuple(tuple(row) + ("",) * (width - len(row)) for row in rows),
        tuple(aligned) + ("",) * (width - len(aligned)),
    )


def _alignment(cell: str) -> str:
    colons = (cell[:1] == ":", cell[-1:] == ":")
    return {(True, True): ": :", (True, False): ":", (False, True): " :"}.get(colons, "")


def _column(line: str, place: int) -> int:
    spans = cell_spans(line)
    return next((nth for nth, (_, end) in enumerate(spans) if place <= end), len(spans) - 1)


def _columns(words: str) -> int:
    """How wide words are in a font whose letters are all as wide."""
    if words.isascii():
        return len(words)
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in words
    )


def _padded(words: str, how: str, width: int) -> str:
    space = max(width - _columns(words), 0)
    left = {" :": space, ": :": space // 2}.get(how, 0)
    return " " * left + words + " " * (space - left)


def _rule(how: str, width: int) -> str:
    dashes = "-" * (width - len(how.strip().replace(" ", "")))
    return (":" if how[:1] == ":" else "") + dashes + (":" if how[1:] else "")
