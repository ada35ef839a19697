"""Links, footnotes, private passages and the goals line."""

from __future__ import annotations

import re

from weeknotes_desktop.ui.editor.passage import Passage

_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\n]*)\)")
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_OPENS = re.compile(r"[ \t]*:::[ \t]*\S")
_CLOSES = re.compile(r"[ \t]*:::[ \t]*$")


def link(passage: Passage) -> Passage:
    """The selected words as a link, with the caret where its address goes; a link as its words."""
    for found in _LINK.finditer(passage.text, *_around(passage)):
        if found.start() <= passage.start and passage.end <= found.end():
            return _replaced(passage, found.start(), found.end(), found[1], 0, len(found[1]))
    words = passage.selected
    if _ADDRESS.fullmatch(words):
        return _replaced(passage, passage.start, passage.end, f"[]({words})", 1, 1)
    caret = len(words) + 3 if words else 1
    return _replaced(passage, passage.start, passage.end, f"[{words}]()", caret, caret)


def footnote(passage: Passage) -> Passage:
    """A new footnote behind the selection; at the mark of an old one, its words."""
    for found in _REFERENCE.finditer(passage.text, *_around(passage)):
        if found.start() <= passage.end <= found.end():
            return _words_of(passage, found[1])
    taken = {found[1] for found in _REFERENCE.finditer(passage.text)}
    number = next(str(nth) for nth in range(1, len(taken) + 2) if str(nth) not in taken)
    text = passage.text[: passage.end] + f"[^{number}]" + passage.text[passage.end :]
    text = text.rstrip("\n")
    gap = "\n" if text.rsplit("\n", 1)[-1].startswith("[^") else "\n\n"
    text += f"{gap}[^{number}]: "
    return Passage(text, len(text), len(text))


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


def goals(passage: Passage) -> Passage:
    """A line that becomes the report on this week's goals; off where it stands already."""
    return _line_of_its_own(passage, "[GOALS]")


def next_week(passage: Passage) -> Passage:
    """A line that becomes the goals of the next week; off where it stands already."""
    return _line_of_its_own(passage, "[NEXT WEEK]")


def _around(passage: Passage) -> tuple[int, int]:
    """The lines the selection lies on."""
    return passage.lines()


def _replaced(passage: Passage, begin: int, end: int, new: str, start: int, stop: int) -> Passage:
    text = passage.text[:begin] + new + passage.text[end:]
    return Passage(text, begin + start, begin + stop)


def _words_of(passage: Passage, name: str) -> Passage:
    definition = re.compile(rf"^\[\^{re.escape(name)}\]:[ \t]*", re.MULTILINE)
    found = definition.search(passage.text)
    if found is None:
        return passage
    end = passage.text.find("\n", found.end())
    return Passage(passage.text, found.end(), len(passage.text) if end < 0 else end)


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


def _line_of_its_own(passage: Passage, line: str) -> Passage:
    begin, end = passage.lines()
    here = passage.text[begin:end]
    before, after = passage.text[:begin], passage.text[end:]
    if here.strip() == line:
        return Passage(before + after, begin, begin)
    if here.strip():
        before, after = passage.text[:end] + "\n", passage.text[end:]
    # Blank lines on both sides, or it would belong to a paragraph.
    before = before.rstrip("\n") + "\n\n" if before.strip() else ""
    after = "\n\n" + after.lstrip("\n") if after.strip() else "\n"
    caret = len(before) + len(line)
    return Passage(before + line + after, caret, caret)
