"""Bold and italic: stars around words."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.source_lines import code_spans, lines
from weeknotes_desktop.domain.spans import Span
from weeknotes_desktop.domain.typing_rules.passage import Passage

_WORD = re.compile(r"[^\W_](?:[^\W_]|[’'-])*")
# A list mark, heading or quote mark before the words of a line stays outside.
_FRONT = re.compile(
    r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)?"
)
_ITALIC, _BOLD = 1, 2
_RUN = re.compile(r"(?<!\\)\*+")


def bold(passage: Passage) -> Passage:
    """The selected words, or the word at the caret, in bold."""
    return _starred(_BOLD, passage)


def italic(passage: Passage) -> Passage:
    """The selected words, or the word at the caret, in italics."""
    return _starred(_ITALIC, passage)


def wrapped_in(passage: Passage, mark: str) -> Passage:
    """The selected words of each line between two marks; they stay selected."""
    text, pieces = passage.text, _pieces(passage)
    for begin, end in reversed(pieces):
        text = text[:begin] + mark + text[begin:end] + mark + text[end:]
    if len(pieces) == 1:
        begin, end = pieces[0]
        return Passage(text, begin + 1, end + 1)
    return Passage(text, passage.start, passage.end + 2 * len(pieces))


def _starred(stars: int, passage: Passage) -> Passage:
    """Each line's words between stars; without them where all have them already.

    Args:
        stars: 1 for italics, 2 for bold; three stars are both.
    """
    if passage.start == passage.end:
        step = _step_over(stars, passage.text, passage.start)
        if step:
            return Passage(passage.text, passage.start + step, passage.start + step)
    pieces = _around_code(passage.text, _pieces(passage))
    if not pieces:
        return passage
    on = all(_depth(passage.text, *piece) & stars for piece in pieces)
    text = passage.text
    for begin, end in reversed(pieces):
        if bool(_depth(text, begin, end) & stars) == on:
            text = _without(stars, text, begin, end) if on else _with(stars, text, begin, end)
    shift = -stars if on else stars
    grown = len(text) - len(passage.text)
    if len(pieces) == 1:
        begin, end = pieces[0]
        inside = _caret_within(passage, begin, end)
        return Passage(text, inside[0] + shift, inside[1] + shift)
    return Passage(text, passage.start, passage.end + grown)


def _step_over(stars: int, text: str, caret: int) -> int:
    """How far a caret moves that stands right at the closing marks: out behind them, or back in.

    So the writer who turns bold on, types, and turns it off again goes on in plain words.
    """
    if _with_code(text, caret, caret) != (caret, caret):
        return 0
    line = text.rfind("\n", 0, caret) + 1
    front = _FRONT.match(text, line, caret)
    inside, closed_here = False, False
    for run in _RUN.finditer(text, front.end() if front else line, caret):
        closed_here = False
        if not min(len(run.group()), 3) & stars:
            continue
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        if inside and before.strip():
            inside, closed_here = False, run.end() == caret
        elif not inside and (after.strip() or run.end() == caret):
            # Marks with nothing between them yet are no place to step out of.
            inside = run.end() < caret
    if inside:
        closing = len(text[caret:]) - len(text[caret:].lstrip("*"))
        plain = text[caret - 1 : caret].strip() and closing >= stars
        return stars if plain else 0
    return -stars if closed_here else 0


def _pieces(passage: Passage) -> list[tuple[int, int]]:
    """What is to stand between marks: a stretch of each line, or the word at the caret."""
    if passage.start == passage.end:
        return [_word_at(passage.text, passage.start)]
    pieces, place = [], passage.start
    for line in passage.selected.split("\n"):
        begin, end = place, place + len(line)
        place = end + 1
        if begin == 0 or passage.text[begin - 1] == "\n":
            front = _FRONT.match(passage.text, begin, end)
            begin = front.end() if front else begin
        begin, end = _bare(passage.text, begin, end)
        if begin < end:
            pieces.append((begin, end))
    return pieces or [(passage.end, passage.end)]


def _around_code(text: str, pieces: list[Span]) -> list[Span]:
    """The stretches with all of the code of which they hold a part: no star in it means anything.

    What stands between fences has none around it either.
    """
    code = _lines_of_code(text)
    return [_with_code(text, *one) for one in pieces if text.rfind("\n", 0, one[0]) + 1 not in code]


def _lines_of_code(text: str) -> frozenset[int]:
    """Where the lines between fences begin."""
    if "```" not in text and "~~~" not in text:
        return frozenset()
    return frozenset(line.start for line in lines(text) if line.code)


def _with_code(text: str, begin: int, end: int) -> Span:
    """The stretch of a line, with all of the code of which it holds a part."""
    line, stop = text.rfind("\n", 0, begin) + 1, text.find("\n", end)
    raw = text[line : len(text) if stop < 0 else stop]
    first, last = begin, end
    for start, after in code_spans(raw)[0] if "`" in raw else ():
        if line + start < end and begin < line + after:
            first, last = min(first, line + start), max(last, line + after)
    return first, last


def _word_at(text: str, caret: int) -> tuple[int, int]:
    line = text.rfind("\n", 0, caret) + 1
    end = text.find("\n", caret)
    for word in _WORD.finditer(text, line, len(text) if end < 0 else end):
        if word.start() <= caret <= word.end():
            return word.span()
    return caret, caret


def _bare(text: str, begin: int, end: int) -> tuple[int, int]:
    """The stretch without the space around it and without stars that are selected with it."""
    while begin < end:
        if text[begin].isspace():
            begin += 1
        elif text[end - 1].isspace():
            end -= 1
        elif end - begin > 2 and text[begin] == text[end - 1] == "*":
            begin, end = begin + 1, end - 1
        else:
            break
    return begin, end


def _caret_within(passage: Passage, begin: int, end: int) -> tuple[int, int]:
    """A caret keeps its place in the word; a selection becomes what stands between the marks."""
    if passage.start == passage.end:
        return passage.start, passage.end
    return begin, end


def _depth(text: str, begin: int, end: int) -> int:
    """How many stars stand on both sides."""
    before = begin - len(text[:begin].rstrip("*"))
    after = 0
    while text[end + after : end + after + 1] == "*":
        after += 1
    return min(before, after)


def _with(stars: int, text: str, begin: int, end: int) -> str:
    mark = "*" * stars
    return text[:begin] + mark + text[begin:end] + mark + text[end:]


def _without(stars: int, text: str, begin: int, end: int) -> str:
    return text[: begin - stars] + text[begin:end] + text[end + stars :]
