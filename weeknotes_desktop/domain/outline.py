"""The outline of a note: its headings and the terms its paragraphs lead with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from weeknotes_desktop.domain.audience import hidden_spans
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.source_lines import Line, lines
from weeknotes_desktop.domain.spans import without

LEAD = 7
"""The level of a lead: below every heading."""

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
# Enough of a title to know it again.
_LONGEST = 200
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_LEAD = re.compile(r"(?:\*\*|__)(?P<term>[^*_]{1,120}?)[.:]?(?:\*\*|__)[.:]?\s+(?:–|—|--?)(?:\s|$)")
# A line that begins like this cannot be the words of a heading that is underlined.
_OTHER = re.compile(r"\s*(?:>|[-*+] |\d+[.)] |\||:::|\[\^)")
_MARKS = re.compile(r"\*\*|__|[*_`~]|!?\[([^\[\]]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a note from its heading, or lead, to the next that is no deeper.

    Args:
        level: 1 to 6 for headings, ``LEAD`` for leads.
        title: As a reader reads it.
        start: Offset of its first character.
        end: Offset behind its last.
        line: Number of its first line.
    """

    level: int
    title: str
    start: int
    end: int
    line: int


def outline(source: str) -> tuple[Section, ...]:
    """Every section of ``source``, in order; what stands before the first is in none."""
    found = lines(source)
    # Section by section: level, title, number of the first line in ``found``.
    heads = [(*head, nth) for nth in range(len(found)) if (head := _head(found, nth))]
    ends = [len(source)] * len(heads)
    behind: list[int] = []
    for place in range(len(heads) - 1, -1, -1):
        while behind and heads[behind[-1]][0] > heads[place][0]:
            behind.pop()
        if behind:
            ends[place] = found[heads[behind[-1]][2]].start
        behind.append(place)
    rows = _rows(source, [found[nth].start for _, _, nth in heads])
    return tuple(
        Section(level, title, found[nth].start, end, row)
        for (level, title, nth), end, row in zip(heads, ends, rows, strict=True)
    )


def section_at(sections: Sequence[Section], line: int) -> int | None:
    """The place of the section that ``line`` is in; None before the first."""
    inside = [place for place, section in enumerate(sections) if section.line <= line]
    return inside[-1] if inside else None


def neighbour(sections: Sequence[Section], place: int, step: int) -> int | None:
    """The place of the sibling before (-1) or behind (1) a section; None where it has none."""
    level = sections[place].level
    beyond = range(place + 1, len(sections)) if step > 0 else range(place - 1, -1, -1)
    for other in beyond:
        if sections[other].level == level:
            return other
        if sections[other].level < level:
            return None
    return None


def may_stand(sections: Sequence[Section], place: int, before: int) -> bool:
    """Whether a section, moved before another or to the very end, would be somewhere else."""
    target = sections[before].start if before < len(sections) else sections[-1].end
    moved = sections[place]
    return not moved.start <= target <= moved.end


def moved(
    source: str, sections: Sequence[Section], place: int, before: int
) -> tuple[str, int] | None:
    """``source`` with a whole section moved, and the offset where it now begins.

    Nothing but line ends is added: no character is lost.

    Args:
        before: Place of the section it shall stand before; ``len(sections)``
            for the very end.

    Returns:
        None where it would stand as before, and where others would then read
        more or less than now, as when half of a private passage goes with it.
    """
    if not sections or not may_stand(sections, place, before):
        return None
    section = sections[place]
    target = sections[before].start if before < len(sections) else len(source)
    text = source[section.start : section.end]
    if target < section.start:
        parts = (source[:target], text, source[target : section.start], source[section.end :])
        nth = 1
    else:
        parts = (source[: section.start], source[section.end : target], text, source[target:])
        nth = 2
    joined = ""
    begins = 0
    for number, part in enumerate(parts):
        joined += _gap(joined) if part else ""
        begins = len(joined) if number == nth else begins
        joined += part
    return (joined, begins) if _read_alike(source, joined) else None


def _gap(before: str) -> str:
    """What must follow ``before``, so that a section can begin behind it."""
    if not before or before.endswith("\n\n"):
        return ""
    return "\n" if before.endswith("\n") else "\n\n"


def _read_alike(one: str, other: str) -> bool:
    """Whether team and public may read the same lines of both."""
    return all(
        _shown(one, audience) == _shown(other, audience)
        for audience in (Audience.TEAM, Audience.PUBLIC)
    )


def _shown(source: str, audience: Audience) -> Counter[str]:
    rest = without(source, hidden_spans(source, audience))
    return Counter(filter(None, map(str.strip, rest.splitlines())))


def _head(found: Sequence[Line], nth: int) -> tuple[int, str] | None:
    """Level and title of the section that a line begins, if it begins one."""
    line = found[nth]
    if line.code or line.blank:
        return None
    text = line.text
    if heading := _HEADING.match(text):
        return len(heading[1]), _as_read(_without_closing(text[heading.end() :].strip()))
    alone = nth == 0 or found[nth - 1].blank
    if alone and (lead := _LEAD.match(text)):
        return LEAD, _as_read(lead["term"])
    if not alone or nth + 1 == len(found) or _OTHER.match(text):
        return None
    under = _UNDERLINE.fullmatch(found[nth + 1].text)
    if under is None or text.startswith("    "):
        return None
    return (1 if under[1][0] == "=" else 2), _as_read(text.strip())


def _without_closing(text: str) -> str:
    """The words of a heading without the marks that may stand behind them."""
    bare = text.rstrip("#")
    return bare if not bare or bare[-1] in " \t" else text


def _as_read(text: str) -> str:
    return _MARKS.sub(lambda mark: mark[1] or "", text[: 4 * _LONGEST]).strip()[:_LONGEST]


def _rows(source: str, starts: Sequence[int]) -> list[int]:
    """The line of each offset, as an editor counts lines: by line feeds."""
    rows, row, done = [], 0, 0
    for start in starts:
        row += source.count("\n", done, start)
        done = start
        rows.append(row)
    return rows
