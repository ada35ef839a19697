"""The lines of a Markdown source, and which of its text is code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from weeknotes_desktop.domain.spans import Span
from weeknotes_desktop.domain.unseen import UNSEEN

# Text is judged as if these were not in it.
_UNSEEN = re.compile(f"[{UNSEEN}]")
# Fences inside quotes are left out on purpose: whether such a fence closes
# depends on every line of it, and a marker that is not surely code counts.
_FENCE = re.compile(r"(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<about>[^`]*)")
_CLOSING = frozenset(",.;:!?…)”’")
_TICKS = re.compile(r"\\?`+")


class Line(NamedTuple):
    """One line of a source.

    Args:
        start: Offset of its first character.
        stop: Offset of its line end.
        end: Offset of the next line.
        text: The line as a reader sees it: no line end, nothing invisible.
        code: Whether it stands in a fence that closes.
    """

    start: int
    stop: int
    end: int
    text: str
    code: bool = False

    @property
    def blank(self) -> bool:
        """Whether a reader sees nothing."""
        return not self.text or self.text.isspace()


def lines(source: str) -> list[Line]:
    """The lines of ``source``; every kind of line end counts, as it does on the screen."""
    found: list[Line] = []
    start = 0
    for whole, text in zip(source.splitlines(keepends=True), source.splitlines(), strict=True):
        found.append(Line(start, start + len(text), start + len(whole), seen(text)))
        start += len(whole)
    if "```" in source or "~~~" in source:
        for first, last in _fences(found):
            for at in range(first, last + 1):
                found[at] = found[at]._replace(code=True)
    return found


def seen(text: str) -> str:
    """``text`` without what no screen shows."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def code_spans(text: str) -> tuple[list[Span], bool]:
    """The code spans of one line, and whether every backtick on it belongs to one."""
    runs = [(tick.start(), tick.end()) for tick in _TICKS.finditer(text)]
    if any(text[start] == "\\" for start, _ in runs):
        return [], False
    places: dict[int, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(runs):
        places[end - start].append(number)
    spans: list[Span] = []
    tidy, number = True, 0
    while number < len(runs):
        start, end = runs[number]
        same = places[end - start]
        later = bisect_right(same, number)
        if later < len(same):
            number = same[later]
            spans.append((start, runs[number][1]))
        else:
            tidy = False
        number += 1
    return spans, tidy


def with_space(text: str, start: int, end: int) -> Span:
    """The span and the space that would be one too many without it."""
    if end == len(text):
        while start and text[start - 1] == " ":
            start -= 1
    elif not start:
        end += text[end] == " "
    elif text[start - 1] == " " and (text[end] == " " or _closes_up(text, start, end)):
        start -= 1
    return start, end


def _closes_up(text: str, start: int, end: int) -> bool:
    """Whether what follows belongs to the word before, as a comma does."""
    return text[end] in _CLOSING and start > 1 and text[start - 2].isalnum()


class CodeWatch:
    """Tells the code spans of line after line.

    Only spans that are code for certain are told: once a backtick stays
    without its partner, the next lines of the same block might be read the
    other way round, so none of theirs count.
    """

    def __init__(self) -> None:
        self._sure = True

    def spans(self, line: Line) -> list[Span]:
        """The code spans of the next line, in its ``text``."""
        return self.spans_of(line.text, code=line.code)

    def spans_of(self, text: str, *, code: bool) -> list[Span]:
        """The same of a line as it is typed.

        Args:
            code: Whether it stands in a fence that closes.
        """
        if code or not text or text.isspace():
            self._sure = True
            return []
        if "`" not in text:
            return []
        spans, tidy = code_spans(text)
        spans = spans if self._sure else []
        self._sure = self._sure and tidy
        return spans


def _fences(found: Sequence[Line]) -> Iterator[Span]:
    """First and last line of each fence that closes."""
    marks = {at: mark for at, line in enumerate(found) if (mark := _FENCE.fullmatch(line.text))}
    # What looks like a fence and has something invisible in it may be one or
    # none, so from there on nothing is code for certain.
    unsure = (at for at in marks if found[at].stop - found[at].start != len(found[at].text))
    sure_to = next(unsure, len(found))
    closers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mark in marks.items():
        if not mark["about"].strip(" "):
            closers[mark["indent"], mark["fence"]].append(at)
    left_at = _next_line_further_left(found)
    done = -1
    for at, mark in marks.items():
        same = closers[mark["indent"], mark["fence"]]
        place = bisect_right(same, at)
        if at <= done or place == len(same) or same[place] > left_at[at]:
            continue
        done = same[place]
        if done >= sure_to:
            return
        yield at, done


def _next_line_further_left(found: Sequence[Line]) -> list[int]:
    """For each line the next one that is indented less; it ends what the line began."""
    indents = [len(line.text) - len(line.text.lstrip(" ")) for line in found]
    nearest = [len(found)] * len(found)
    waiting: list[int] = []
    for at, line in enumerate(found):
        if line.blank:
            continue
        while waiting and indents[waiting[-1]] > indents[at]:
            nearest[waiting.pop()] = at
        waiting.append(at)
    return nearest
