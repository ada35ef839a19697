"""Find the passages of a note that are not for everybody.

``::: private`` or ``::: team`` on a line of its own, after any indent, quote
or list mark, begins a passage; ``:::`` ends the innermost. ``%%…%%`` keeps
words of a line to the writer. Whatever is not closed runs to the end of the
note, and an audience that is not exactly ``team`` means the writer alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.source_lines import (
    UNSEEN,
    CodeWatch,
    Line,
    lines,
    seen,
    with_space,
)
from weeknotes_desktop.domain.spans import Span, without

# An opening marker is looked for behind anything that may begin a line; a
# closing one only where the writer would see it as one.
_OPENER = re.compile(
    r"(?P<before>(?:[\s>*+\-#|]|:(?!:)|\d+[.)]|\[[ xX]?\]|\[\^[^\]]*\]:)*)"
    r":{3,}(?!:)\s*(?P<audience>\S.*)"
)
_CLOSER = re.compile(r"(?:[\s>]|[*+-]\s|\d+[.)]\s)*:::\s*")
_WORDS = re.compile(f"%[{UNSEEN}]*%")
# What is left of a line when only this is left of it: nothing.
_LINE_MARK = re.compile(r"[\s>]*(?:(?:[*+-]|\d+[.)])(?:\s+|$))?(?:\[[xX]\])?")
_NOTHING = frozenset(" \t\xa0!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—…“”‘’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Text that is kept for the writer or the team.

    Args:
        start: First character that goes when the passage is hidden.
        begins: First character behind its opening marker, or behind that one's line.
        ends: Where its closing marker begins, or that one's line.
        end: First character that stays again.
        opens: Where its opening marker stands.
        closes: Where its closing marker stands; None when it is never closed.
        words: Whether it is words within a line.
    """

    start: int
    begins: int
    ends: int
    end: int
    kept_for: Audience
    opens: Span
    closes: Span | None
    words: bool = False


def passages(source: str) -> tuple[Passage, ...]:
    """Every passage of ``source``, in the order they begin; inner ones follow outer ones."""
    if source.count("%") < len("%%") and source.count(":") < len(":::"):
        return ()
    scan = _Scan(source)
    for line in lines(source):
        scan.read(line)
    return scan.finish()


@dataclass(slots=True)
class _Open:
    """A passage whose end has not been seen."""

    place: int
    start: int
    begins: int
    opens: Span
    kept_for: Audience
    watch: CodeWatch


class _Scan:
    """Reads a source line by line and notes its passages."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[Passage | None] = []
        self._open: list[_Open] = []
        self._private = 0
        self._watch = CodeWatch()
        self._over = False

    def read(self, line: Line) -> None:
        """Take the next line."""
        if self._over:
            return
        if line.code or (":::" not in line.text and "%%" not in line.text):
            self._watch.spans(line)
        elif _CLOSER.fullmatch(line.text):
            self._end_passage(line)
        elif opener := _OPENER.match(line.text):
            self._begin_passage(line, opener["audience"], opener.end("before"))
        elif self._private:
            # Inside private everything is private already.
            self._watch.spans(line)
        else:
            self._read_words(line)

    def finish(self) -> tuple[Passage, ...]:
        """All passages; the open ones run to the end."""
        end = len(self._source)
        for one in self._open:
            self._found[one.place] = Passage(
                start=one.start,
                begins=one.begins,
                ends=end,
                end=end,
                kept_for=one.kept_for,
                opens=one.opens,
                closes=None,
            )
        return tuple(passage for passage in self._found if passage is not None)

    def _begin_passage(self, line: Line, audience: str, column: int) -> None:
        kept_for = Audience.TEAM if audience.strip().casefold() == "team" else Audience.ME
        # Columns are those of the line as seen; with invisible characters in
        # it the whole line is the marker.
        exact = len(line.text) == line.stop - line.start
        opens = (line.start + column if exact else line.start, line.stop)
        place = len(self._found)
        self._open.append(_Open(place, line.start, line.end, opens, kept_for, self._watch))
        self._found.append(None)
        self._private += kept_for is Audience.ME
        self._watch = CodeWatch()

    def _end_passage(self, line: Line) -> None:
        if not self._open:
            return
        one = self._open.pop()
        column = max(line.start, self._source.find(":::", line.start, line.stop))
        self._found[one.place] = Passage(
            start=one.start,
            begins=one.begins,
            ends=line.start,
            end=line.end,
            kept_for=one.kept_for,
            opens=one.opens,
            closes=(column, line.stop),
        )
        self._private -= one.kept_for is Audience.ME
        self._watch = one.watch

    def _read_words(self, line: Line) -> None:
        raw = self._source[line.start : line.stop]
        marks = _marks(raw, self._watch.spans(line._replace(text=raw)))
        pairs = list(zip(marks[::2], marks[1::2], strict=False))
        self._over = len(marks) % 2 == 1
        tail = [(marks[-1][0], len(raw))] if self._over else []
        rest = without(raw, [*((one[0], other[1]) for one, other in pairs), *tail])
        if pairs and not self._over and (opener := _OPENER.match(seen(rest))):
            self._begin_passage(line, opener["audience"], 0)
            return
        whole = _is_nothing(rest)
        self._found += [self._words(line, raw, one, other, whole) for one, other in pairs]
        if self._over:
            self._keep_rest(line, marks[-1], whole)

    def _words(self, line: Line, raw: str, one: Span, other: Span, whole: bool) -> Passage:
        start, end = with_space(raw, one[0], other[1])
        return Passage(
            start=line.start if whole else line.start + start,
            begins=line.start + one[1],
            ends=line.start + other[0],
            end=line.end if whole else line.start + end,
            kept_for=Audience.ME,
            opens=(line.start + one[0], line.start + one[1]),
            closes=(line.start + other[0], line.start + other[1]),
            words=True,
        )

    def _keep_rest(self, line: Line, mark: Span, whole: bool) -> None:
        """Keep everything from ``mark`` on, as nothing closes it."""
        self._found.append(
            Passage(
                start=line.start if whole else line.start + mark[0],
                begins=line.start + mark[1],
                ends=len(self._source),
                end=len(self._source),
                kept_for=Audience.ME,
                opens=(line.start + mark[0], line.start + mark[1]),
                closes=None,
                words=True,
            )
        )


def _marks(text: str, code: Sequence[Span]) -> list[Span]:
    """Where ``%%`` stands in ``text`` outside of code."""
    found: list[Span] = []
    at = 0
    for start, end in [*code, (len(text), len(text))]:
        found += [mark.span() for mark in _WORDS.finditer(text, at, start)]
        at = end
    return found


def _is_nothing(rest: str) -> bool:
    """Whether only marks are left of a line, which would show that words are gone."""
    mark = _LINE_MARK.match(rest)
    return _NOTHING.issuperset(rest[mark.end() if mark else 0 :])
