"""Find the passages of a note that are not for everybody.

``::: private`` or ``::: team`` begins a passage that goes on from there, and
``:::`` on a line of its own, after any indent, quote or list mark, ends the
innermost. ``%%…%%`` keeps words of a line to the writer. In doubt it hides:

- Whatever is not closed runs to the end of the note.
- An audience that is not exactly ``team``, or none at all, means the writer
  alone; so ``:::`` where nothing is open begins a private passage.
- Three colons open wherever on a line they stand, unless in code for certain.
  Words before them stay, and all behind them goes.
- A longer row of ``%`` is one marker, or two. Where it might be either, all
  from the first marker of the line to the last goes, and what is closed by
  one reading only is not closed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.source_lines import CodeWatch, Line, lines, seen, with_space
from weeknotes_desktop.domain.spans import Span, without
from weeknotes_desktop.domain.unseen import GAP

# The row of colons that opens is found anywhere outside of code; a closing one
# only where the writer would see it as one.
_COLONS = re.compile(f":(?:[{GAP}]*:){{2,}}")
_BEFORE = re.compile(r"(?:[\s>*+\-#|]|:(?!:)|\d+[.)]|\[[ xX]?\]|\[\^[^\]]*\]:)*")
_CLOSER = re.compile(r"(?:[\s>]|[*+-]\s|\d+[.)]\s)*:::\s*")
_WORDS = re.compile(f"%(?:[{GAP}]*%)+")
# What is left of a line when only this is left of it: nothing.
_LINE_MARK = re.compile(r"[\s>]*(?:(?:[*+•‣◦·–—-]|(?:[a-zA-Z]|\d+)[.)])(?:\s+|$))?(?:\[[xX]\])?")
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
        breaks: Where the line of its opening marker ends, if words before that marker stay.
    """

    start: int
    begins: int
    ends: int
    end: int
    kept_for: Audience
    opens: Span
    closes: Span | None
    words: bool = False
    breaks: int | None = None

    @property
    def head(self) -> Span:
        """What goes where its text may be read; words before it keep their line end."""
        return self.start, self.begins if self.breaks is None else self.breaks


def may_hold_passages(source: str) -> bool:
    """Whether anything in ``source`` reads as a marker, in code or not."""
    colons = ":" in source and _COLONS.search(source)
    return bool(colons or ("%" in source and _WORDS.search(source)))


def passages(source: str) -> tuple[Passage, ...]:
    """Every passage of ``source``, in the order they begin; inner ones follow outer ones."""
    if not may_hold_passages(source):
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
    breaks: int | None


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
        raw = self._source[line.start : line.stop]
        code = self._watch.spans_of(raw, code=line.code)
        if line.code or (raw.count(":") < len(":::") and raw.count("%") < len("%%")):
            return
        if self._open and _CLOSER.fullmatch(line.text):
            self._end_passage(line)
            return
        colons = _outside(_COLONS, raw, code, len(raw), most=1)
        stop = colons[0][0] if colons else len(raw)
        # Inside private everything is private already.
        before = raw[:stop] if self._private else self._read_words(line, raw, code, stop)
        if colons and not self._over:
            self._begin_passage(line, raw, colons[0], seen(before))

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
                breaks=one.breaks,
            )
        return tuple(passage for passage in self._found if passage is not None)

    def _begin_passage(self, line: Line, raw: str, colons: Span, before: str) -> None:
        audience = seen(raw[colons[1] :]).strip().casefold()
        kept_for = Audience.TEAM if audience == "team" else Audience.ME
        whole = bool(_BEFORE.fullmatch(before)) or _is_nothing(before)
        column = len(raw[: colons[0]].rstrip(" \t"))
        opened = line.stop
        if not whole and audience not in ("private", "team"):
            # The writer may have meant words and no marker, and still sees them.
            opened = line.start + colons[1]
        self._open.append(
            _Open(
                place=len(self._found),
                start=line.start if whole else line.start + column,
                begins=line.end,
                opens=(line.start + colons[0], opened),
                kept_for=kept_for,
                watch=self._watch,
                breaks=None if whole else line.stop,
            )
        )
        self._found.append(None)
        self._private += kept_for is Audience.ME
        self._watch = CodeWatch()

    def _end_passage(self, line: Line) -> None:
        one = self._open.pop()
        column = max(line.start, self._source.find(":::", line.start, line.stop))
        self._found[one.place] = Passage(
            start=one.start,
            begins=one.begins,
            ends=line.start,
            end=line.end if one.breaks is None else line.stop,
            kept_for=one.kept_for,
            opens=one.opens,
            closes=(column, line.stop),
            breaks=one.breaks,
        )
        self._private -= one.kept_for is Audience.ME
        self._watch = one.watch

    def _read_words(self, line: Line, raw: str, code: Sequence[Span], stop: int) -> str:
        """Find the words kept back in ``raw`` up to ``stop``; returns what else stands there."""
        marks = _outside(_WORDS, raw, code, stop)
        pairs = list(zip(marks[::2], marks[1::2], strict=False))
        lengths = [raw.count("%", *mark) for mark in marks]
        self._over = len(marks) % 2 == 1
        last = marks[-1] if marks else (stop, stop)
        if any(length > len("%%") for length in lengths):
            self._over = self._over or sum(length // 2 for length in lengths) % 2 == 1
            pairs = [] if self._over else [(marks[0], last)]
            last = marks[0]
        tail = [(last[0], stop)] if self._over else []
        rest = without(raw[:stop], [*((one[0], other[1]) for one, other in pairs), *tail])
        whole = stop == len(raw) and bool(marks) and _is_nothing(rest)
        self._found += [self._words(line, raw, one, other, whole) for one, other in pairs]
        if self._over:
            self._keep_rest(line, last, whole)
        return rest

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


def _outside(
    marker: re.Pattern[str], text: str, code: Sequence[Span], stop: int, most: int | None = None
) -> list[Span]:
    """Where ``marker`` stands in ``text`` before ``stop`` and outside of code."""
    found: list[Span] = []
    at = 0
    for start, end in [*code, (stop, stop)]:
        found += [mark.span() for mark in marker.finditer(text, at, min(start, stop))]
        if end >= stop or (most is not None and len(found) >= most):
            break
        at = end
    return found


def _is_nothing(rest: str) -> bool:
    """Whether only marks are left of a line, which would show that words are gone."""
    mark = _LINE_MARK.match(rest)
    return _NOTHING.issuperset(rest[mark.end() if mark else 0 :])
