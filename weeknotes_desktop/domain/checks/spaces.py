"""Spaces that are one too many: before a full stop, doubled, at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from weeknotes_desktop.domain.checks.prose import MARK, Block, Kind, Prose
from weeknotes_desktop.domain.checks.slip import Slip

BEFORE_STOP = "space before a full stop"
DOUBLED = "double space"
TRAILING = "trailing no-break space"

_BEFORE_STOP = re.compile(rf"(?<=[\w)”’\"'{MARK}])[ \u00a0\u202f]+(?P<sign>[.,])(?=\s|{MARK}|$)")
_DOUBLED = re.compile(rf"(?<=[^\s{MARK}])[ \u00a0\u202f]{{2,}}(?=[^\s{MARK}])")
_AFTER_SENTENCE = re.compile(r"[.!?:][)”’\"']?$")
_ONE_SPACE = re.compile(r"[.!?] (?=[A-Z“‘])")
_NO_BREAK = re.compile(r"[\u00a0\u202f]")
_A_HABIT = 3


def before_stop(prose: Prose) -> Iterator[Slip]:
    """A space before a full stop or a comma."""
    for block in prose.written():
        for found in _BEFORE_STOP.finditer(block.text):
            name = "full stop" if found["sign"] == "." else "comma"
            yield Slip(
                check=BEFORE_STOP,
                message=f"There is a space before this {name}.",
                start=block.start + found.start(),
                end=block.start + found.end(),
                words=found.group(),
                instead=found["sign"],
            )


def doubled(prose: Prose) -> Iterator[Slip]:
    """Two or more spaces within a line; who always puts two between sentences means it."""
    found = [
        (block, gap)
        for block in prose.written()
        if block.kind is not Kind.ROW
        for gap in _DOUBLED.finditer(block.text)
    ]
    between = sum(_ends_a_sentence(block, gap.start()) for block, gap in found)
    ones = sum(len(_ONE_SPACE.findall(block.text)) for block in prose.written()) if between else 0
    meant = between >= _A_HABIT and between > ones
    for block, gap in found:
        if meant and _ends_a_sentence(block, gap.start()):
            continue
        unseen = " One of them is a no-break space." if _NO_BREAK.search(gap[0]) else ""
        yield Slip(
            check=DOUBLED,
            message=f"There are {_many(len(gap[0]))} spaces here; a reader expects one.{unseen}",
            start=block.start + gap.start(),
            end=block.start + gap.end(),
            words=block.text[max(0, gap.start() - 12) : gap.end() + 12],
            instead=" ",
        )


def trailing(prose: Prose) -> Iterator[Slip]:
    """No-break spaces at the ends of lines, told once for the whole note."""
    places: list[tuple[int, int]] = []
    for start, stop in prose.lines:
        line = prose.source[start:stop]
        gap = line[len(line.rstrip(" \t\u00a0\u202f")) :]
        if gap.strip(" \t") and len(gap) < len(line):
            places.append((stop - len(gap), stop))
    if places:
        start, end = places[0]
        ends = "One line ends" if len(places) == 1 else f"{len(places)} lines end"
        yield Slip(
            check=TRAILING,
            message=f"{ends} with a no-break space that nobody sees; some pages show a gap there.",
            start=start,
            end=end,
            words=prose.source[start:end],
            instead="",
        )


def _ends_a_sentence(block: Block, at: int) -> bool:
    return bool(_AFTER_SENTENCE.search(block.text, max(0, at - 2), at))


def _many(number: int) -> str:
    return {2: "two", 3: "three"}.get(number, str(number))
