"""Find what a reader may not see of a source, for a second time and in another way.

The last gate goes by it. It is written apart from the cut, line by line and
stricter: where it cannot tell, text is private. What either of the two hides
is private for the gate, and only what both of them show may be seen; so a
mistake in one of them stops an export instead of letting words out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.spans import Span, merged
from weeknotes_desktop.domain.unseen import GAP, UNSEEN

_UNSEEN = re.compile(f"[{UNSEEN}]")
_COLONS = re.compile(f":(?:[{GAP}]*:){{2,}}")
_SIGNS = re.compile(f"%(?:[{GAP}]*%)+")
_END = re.compile(r"(?:\s|>|[-+*]\s|[0-9]+[.)]\s)*:::\s*")
_FENCE = re.compile(r"( *)(`{3,}|~{3,})([^`]*)")
_TICKS = re.compile("`+")
_EDGES = re.compile("<!--|-->")
_TWO = 2


def may_hide(source: str) -> bool:
    """Whether there is a marker or a comment in ``source`` at all."""
    if ":" in source and _COLONS.search(source):
        return True
    return "<!--" in source or ("%" in source and _SIGNS.search(source) is not None)


def hidden(source: str, reader: Audience) -> list[Span]:
    """All of ``source`` that ``reader`` may not see, markers included, in order."""
    if reader is Audience.ME or not may_hide(source):
        return []
    rows = list(_rows(source))
    fenced = _fenced(source, rows)
    spans = merged(_kept_back(source, rows, fenced, reader))
    return merged([*spans, *_comments(source, rows, fenced, spans)])


def _rows(source: str) -> Iterator[Span]:
    start = 0
    for row in source.splitlines(keepends=True):
        yield start, start + len(row)
        start += len(row)


def _fenced(source: str, rows: Sequence[Span]) -> set[int]:
    """The rows of every fence that is closed by the very marks that opened it."""
    found: set[int] = set()
    if "```" not in source and "~~~" not in source:
        return found
    at = 0
    texts = [
        source[start:end].rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029") for start, end in rows
    ]
    while at < len(texts):
        if _FENCE.match(_UNSEEN.sub("", texts[at])) and _UNSEEN.search(texts[at]):
            # It may be a fence or none, so from here on nothing is code for certain.
            return found
        opens = _FENCE.fullmatch(texts[at])
        last = None if opens is None else _last_row(texts, at, opens[1], opens[2])
        if last is not None:
            found.update(range(at, last + 1))
            at = last
        at += 1
    return found


def _last_row(texts: Sequence[str], first: int, indent: str, marks: str) -> int | None:
    for at in range(first + 1, len(texts)):
        if texts[at].rstrip(" ") == indent + marks:
            return at
        if texts[at].strip() and not texts[at].startswith(indent):
            return None
    return None


def _kept_back(
    source: str, rows: Sequence[Span], fenced: set[int], reader: Audience
) -> Iterator[Span]:
    scan = _Scan(reader)
    for number, (start, end) in enumerate(rows):
        for first, last in scan.hidden(source[start:end], fenced=number in fenced):
            yield start + first, start + last
        if scan.over is not None:
            yield start + scan.over, len(source)
            return


class _Scan:
    """Reads row after row, and knows which passages are open."""

    def __init__(self, reader: Audience) -> None:
        self._reader = reader
        self._open_for: list[Audience] = []
        self._code = _Code()
        self.over: int | None = None
        """Where in the last row something began that nothing ends."""

    def hidden(self, row: str, *, fenced: bool) -> Iterator[Span]:
        """What is hidden of the next row."""
        code = self._code.spans(row, fenced=fenced)
        kept = any(not self._reader.may_read(one) for one in self._open_for)
        if kept:
            yield 0, len(row)
        if fenced or (":" not in row and "%" not in row):
            return
        if self._open_for and _END.fullmatch(_UNSEEN.sub("", row)):
            self._open_for.pop()
            self._code = _Code(sure=False)
            yield 0, len(row)
            return
        colons = next((one for one in _COLONS.finditer(row) if _plain(one.start(), code)), None)
        if not kept and Audience.ME not in self._open_for:
            yield from self._words(row, code, len(row) if colons is None else colons.start())
        if colons is not None and self.over is None:
            yield colons.start(), len(row)
            words = _UNSEEN.sub("", row[colons.end() :]).strip().casefold()
            self._open_for.append(Audience.TEAM if words == "team" else Audience.ME)
            self._code = _Code()

    def _words(self, row: str, code: Sequence[Span], stop: int) -> Iterator[Span]:
        signs = [one.span() for one in _SIGNS.finditer(row, 0, stop)]
        signs = [one for one in signs if _plain(one[0], code)]
        if _unclosed(row, signs):
            # Where each marker is plainly one, the last is the open one; else any may be.
            plain = all(row.count("%", *one) == _TWO for one in signs)
            self.over = signs[-1 if plain else 0][0]
            signs = signs[:-1] if plain else []
        for one, other in _pairs(row, signs):
            yield one[0], other[1]


def _unclosed(row: str, signs: Sequence[Span]) -> bool:
    """Whether any reading of a row leaves a ``%%`` in it open."""
    pairs = sum(row.count("%", *one) // _TWO for one in signs)
    return bool(signs) and bool(len(signs) % _TWO or pairs % _TWO)


def _pairs(row: str, signs: Sequence[Span]) -> list[tuple[Span, Span]]:
    if any(row.count("%", *one) > _TWO for one in signs):
        return [(signs[0], signs[-1])]
    return list(zip(signs[::2], signs[1::2], strict=True))


def _comments(
    source: str, rows: Sequence[Span], fenced: set[int], spans: Sequence[Span]
) -> Iterator[Span]:
    """Comments in what is left; one that is not closed runs to the end."""
    if "<!--" not in source:
        return
    starts = [start for start, _ in spans]
    begun: int | None = None
    code = _Code()
    for number, (start, end) in enumerate(rows):
        inside = code.spans(source[start:end], fenced=number in fenced)
        if number in fenced:
            continue
        for edge in _EDGES.finditer(source, start, end):
            before = bisect_right(starts, edge.start()) - 1
            gone = before >= 0 and edge.start() < spans[before][1]
            if gone or not _plain(edge.start() - start, inside):
                continue
            if edge[0] == "<!--":
                begun = edge.start() if begun is None else begun
            elif begun is not None:
                yield begun, edge.end()
                begun = None
    if begun is not None:
        yield begun, len(source)


class _Code:
    """Tells the code spans of row after row, as long as every backtick has its partner."""

    def __init__(self, *, sure: bool = True) -> None:
        self._sure = sure

    def spans(self, row: str, *, fenced: bool) -> list[Span]:
        """The code spans of the next row; none where they are not certain."""
        if fenced or row.isspace():
            self._sure = True
            return []
        if "`" not in row:
            return []
        ticks = [one.span() for one in _TICKS.finditer(row)]
        lengths = {end - start for start, end in ticks}
        if not ticks or not self._sure:
            return []
        if "\\" in row or len(lengths) > 1 or len(ticks) % _TWO:
            self._sure = False
            return []
        return [(one[0], other[1]) for one, other in zip(ticks[::2], ticks[1::2], strict=True)]


def _plain(offset: int, code: Sequence[Span]) -> bool:
    return not any(start <= offset < end for start, end in code)
