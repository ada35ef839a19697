"""Headings, lists and quotes: marks at the front of lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from weeknotes_desktop.ui.editor.passage import Passage

_SECOND_LEVEL = re.compile(r"##[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_BULLET = re.compile(r"[-*+][ \t]+")
_NUMBER = re.compile(r"\d+[.)][ \t]+")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+")
_QUOTE = re.compile(r">[ \t]?")
_INDENT = re.compile(r"[ \t]*")


def heading(passage: Passage) -> Passage:
    """The lines as headings of the second level."""
    return _fronted(passage, _SECOND_LEVEL, _HEADING, lambda _: "## ")


def bullets(passage: Passage) -> Passage:
    """The lines as a list with bullets."""
    return _fronted(passage, _BULLET, _ITEM, lambda _: "- ")


def numbers(passage: Passage) -> Passage:
    """The lines as a numbered list."""
    return _fronted(passage, _NUMBER, _ITEM, lambda nth: f"{nth}. ")


def quote(passage: Passage) -> Passage:
    """The lines as words of somebody else; blank lines between them too."""
    lines = _touched(passage)
    if all(_QUOTE.match(line) for line in lines):
        return passage.with_lines("\n".join(_QUOTE.sub("", line, count=1) for line in lines))
    return passage.with_lines("\n".join(f"> {line}" for line in lines))


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
