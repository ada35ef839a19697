"""Private passages: lines, or words of one line, that stay with the writer."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.typing_rules.passage import Passage

_OPENS = re.compile(r"[ \t]*:::[ \t]*\S")
_CLOSES = re.compile(r"[ \t]*:::[ \t]*$")


def private(passage: Passage) -> Passage:
    """The lines, or words of one line, kept to the writer; what is kept already, let out."""
    opened = _passage_around(passage)
    if opened is not None:
        return _let_out(passage, *opened)
    words = passage.selected
    begin, end = passage.lines()
    if words and "\n" not in words and (passage.start, passage.end) != (begin, end):
        return _in_percents(passage)
    inner = passage.text[begin:end]
    text = f"{passage.text[:begin]}::: private\n{inner}\n:::{passage.text[end:]}"
    shift = len("::: private\n")
    return Passage(text, passage.start + shift, max(passage.start, min(passage.end, end)) + shift)


def _passage_around(passage: Passage) -> tuple[int, int] | None:
    """Where the marker lines of the innermost passage around the selection begin."""
    begin, end = passage.lines()
    closed, opening = 0, None
    place = end
    for line in reversed(passage.text[:end].split("\n")):
        place -= len(line)
        if _CLOSES.match(line) and place < begin:
            closed += 1
        elif _OPENS.match(line):
            if closed == 0:
                opening = place
                break
            closed -= 1
        place -= 1
    if opening is None:
        return None
    return opening, _closing_after(passage.text, opening)


def _closing_after(text: str, opening: int) -> int:
    """Where the line begins that closes the passage opened at ``opening``; -1 for none."""
    depth, place = 0, opening
    for line in text[opening:].split("\n"):
        if _CLOSES.match(line):
            depth -= 1
            if depth == 0:
                return place
        elif _OPENS.match(line):
            depth += 1
        place += len(line) + 1
    return -1


def _let_out(passage: Passage, opening: int, closing: int) -> Passage:
    text, start, end = passage.text, passage.start, passage.end
    for place in (closing, opening):
        if place < 0:
            continue
        behind = text.find("\n", place)
        # The last line has no line end of its own: the one before it goes.
        cut, to = (place, behind + 1) if behind >= 0 else (max(place - 1, 0), len(text))
        text = text[:cut] + text[to:]
        start, end = (_after_cut(one, cut, to) for one in (start, end))
    return Passage(text, start, end)


def _after_cut(place: int, cut: int, to: int) -> int:
    return place if place <= cut else max(cut, place - (to - cut))


def _in_percents(passage: Passage) -> Passage:
    text, start, end = passage.text, passage.start, passage.end
    if text[start - 2 : start] == "%%" == text[end : end + 2] and start >= 2:
        return Passage(text[: start - 2] + text[start:end] + text[end + 2 :], start - 2, end - 2)
    words = text[start:end]
    if len(words) > 4 and words.startswith("%%") and words.endswith("%%"):
        return Passage(text[:start] + words[2:-2] + text[end:], start, end - 4)
    return Passage(f"{text[:start]}%%{words}%%{text[end:]}", start + 2, end + 2)
