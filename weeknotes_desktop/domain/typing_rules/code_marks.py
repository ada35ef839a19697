"""Code: words between backticks, lines between fences."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.typing_rules.passage import Passage

_TICKS = re.compile("`+")
_WORD = re.compile(r"[^\s`]+")


def code(passage: Passage) -> Passage:
    """The selected words, or the word at the caret, as code; whole lines in a fence."""
    if "\n" in passage.selected.strip("\n"):
        return _fenced(passage)
    begin, end = _words(passage)
    ticks = _ticks_around(passage.text, begin, end)
    if ticks:
        return _bare(passage, begin, end, ticks)
    words = passage.text[begin:end]
    mark = "`" * _needed(words)
    # A backtick at the edge would run into the marks.
    space = " " if words[:1] == "`" or words[-1:] == "`" else ""
    before = len(mark) + len(space)
    shift = (passage.start - begin, passage.end - begin) if passage.is_caret else (0, len(words))
    new = mark + space + words + space + mark
    return passage.replaced(begin, end, new, before + shift[0], before + shift[1])


def _words(passage: Passage) -> tuple[int, int]:
    if not passage.is_caret:
        words = passage.selected
        begin = passage.start + len(words) - len(words.lstrip())
        return min(begin, passage.end), max(passage.end - len(words) + len(words.rstrip()), begin)
    for word in _WORD.finditer(passage.text, *passage.lines()):
        if word.start() <= passage.start <= word.end():
            return word.span()
    return passage.start, passage.end


def _needed(words: str) -> int:
    """How many backticks hold ``words``: one more than stand in them in a row."""
    return max((len(run) for run in _TICKS.findall(words)), default=0) + 1


def _ticks_around(text: str, begin: int, end: int) -> int:
    """How many backticks stand right before and right behind."""
    before = begin - len(text[:begin].rstrip("`"))
    after = len(text[end : end + before]) - len(text[end : end + before].lstrip("`"))
    return min(before, after)


def _bare(passage: Passage, begin: int, end: int, ticks: int) -> Passage:
    words = passage.text[begin:end]
    inside = (passage.start - begin, passage.end - begin) if passage.is_caret else (0, len(words))
    return passage.replaced(begin - ticks, end + ticks, words, *inside)


def _fenced(passage: Passage) -> Passage:
    """The lines between fences; without them where they stand in one, or are one."""
    begin, end = passage.lines()
    lines = passage.text[begin:end].split("\n")
    if len(lines) > 1 and _is_fence(lines[0]) and _is_fence(lines[-1]):
        return passage.with_lines("\n".join(lines[1:-1]))
    above = passage.text.rfind("\n", 0, max(begin - 1, 0)) + 1
    below = passage.text.find("\n", end + 1)
    below = len(passage.text) if below < 0 else below
    if _is_fence(passage.text[above : max(begin - 1, 0)]) and _is_fence(
        passage.text[end + 1 : below]
    ):
        return passage.replaced(above, below, "\n".join(lines), 0, end - begin)
    fence = "`" * max(_needed("\n".join(lines)), 3)
    shift = len(fence) + 1
    new = f"{fence}\n" + "\n".join(lines) + f"\n{fence}"
    return passage.replaced(begin, end, new, shift, shift + end - begin)


def _is_fence(line: str) -> bool:
    return line.startswith(("```", "~~~"))
