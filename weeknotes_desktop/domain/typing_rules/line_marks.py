"""Headings, lists, tasks and quotes: marks at the front of lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from weeknotes_desktop.domain.typing_rules.passage import Passage

_SECOND_LEVEL = re.compile(r"##[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_BULLET = re.compile(r"[-*+][ \t]+(?![ \t]*\[[ xX]\])")
_NUMBER = re.compile(r"[0-9]+[.)][ \t]+(?![ \t]*\[[ xX]\])")
_TASK = re.compile(r"(?:[-*+]|[0-9]+[.)])[ \t]+\[[ xX]\](?:[ \t]+|$)")
_ITEM = re.compile(r"(?:[-*+]|[0-9]+[.)])[ \t]+(?:\[[ xX]\](?:[ \t]+|$))?")
_BOX = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+]|[0-9]+[.)])[ \t]+\[(?P<tick>[ xX])\]")
_QUOTE = re.compile(r">[ \t]?")
_INDENT = re.compile(r"[ \t]*")
_LOWEST = 6


def heading(passage: Passage) -> Passage:
    """The lines as headings of the second level."""
    return _fronted(passage, _SECOND_LEVEL, _HEADING, lambda _: "## ")


def heading_up(passage: Passage) -> Passage:
    """Headings one level higher: fewer marks; a line without becomes one of the lowest."""
    return _levelled(passage, -1)


def heading_down(passage: Passage) -> Passage:
    """Headings one level lower: more marks; a line without becomes one of the highest."""
    return _levelled(passage, 1)


def bullets(passage: Passage) -> Passage:
    """The lines as a list with bullets."""
    return _fronted(passage, _BULLET, _ITEM, lambda _: "- ")


def numbers(passage: Passage) -> Passage:
    """The lines as a numbered list."""
    return _fronted(passage, _NUMBER, _ITEM, lambda nth: f"{nth}. ")


def tasks(passage: Passage) -> Passage:
    """The lines as things to do, each with a box to tick."""
    return _fronted(passage, _TASK, _ITEM, lambda _: "- [ ] ")


def ticked(passage: Passage) -> Passage:
    """The boxes of the lines ticked; the ticks taken back where all have one."""
    lines = _touched(passage)
    boxes = [box for line in lines if (box := _BOX.match(line)) is not None]
    tick = " " if boxes and all(box["tick"] in "xX" for box in boxes) else "x"
    text, begin = passage.text, passage.lines()[0]
    for line in lines:
        box = _BOX.match(line)
        if box is not None:
            at = begin + box.start("tick")
            text = text[:at] + tick + text[at + 1 :]
        begin += len(line) + 1
    return Passage(text, passage.start, passage.end)


def quote(passage: Passage) -> Passage:
    """The lines as words of somebody else; blank lines between them too."""
    lines = _touched(passage)
    if all(_QUOTE.match(line) for line in lines):
        return passage.with_lines("\n".join(_QUOTE.sub("", line, count=1) for line in lines))
    return passage.with_lines("\n".join(f"> {line}" for line in lines))


def _levelled(passage: Passage, step: int) -> Passage:
    """Each line that has words with ``step`` marks more; none below the lowest level."""
    lines = _touched(passage)
    levelled = []
    for line in lines:
        begin = _words_begin(line)
        old = _HEADING.match(line, begin)
        level = len(old.group().strip()) if old else (0 if step > 0 else _LOWEST + 1)
        level = min(level + step, _LOWEST)
        mark = "#" * level + " " if level else ""
        wordless = not line.strip() and len(lines) > 1
        levelled.append(line if wordless else _remarked(line, _HEADING, mark))
    return passage.with_lines("\n".join(levelled))


def _fronted(
    passage: Passage,
    same: re.Pattern[str],
    replaced: re.Pattern[str],
    mark: Callable[[int], str],
) -> Passage:
    """Put ``mark`` before each line that has words, or take it off where all have it.

    Args:
        same: What counts as having the mark already.
        replaced: Marks that give way to this one.
        mark: The mark of the nth line, from 1.
    """
    lines = _touched(passage)
    written = [line for line in lines if line.strip()] or lines[:1]
    if all(same.match(line, _words_begin(line)) for line in written):
        return passage.with_lines("\n".join(_remarked(line, same, "") for line in lines))
    remarked, nth = [], 0
    for line in lines:
        if line.strip() or len(lines) == 1:
            nth += 1
            remarked.append(_remarked(line, replaced, mark(nth)))
        else:
            remarked.append(line)
    return passage.with_lines("\n".join(remarked))


def _touched(passage: Passage) -> list[str]:
    begin, end = passage.lines()
    return passage.text[begin:end].split("\n")


def _words_begin(line: str) -> int:
    indent = _INDENT.match(line)
    return indent.end() if indent else 0


def _remarked(line: str, replaced: re.Pattern[str], mark: str) -> str:
    begin = _words_begin(line)
    old = replaced.match(line, begin)
    return line[:begin] + mark + line[old.end() if old else begin :]
