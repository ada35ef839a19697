"""What is pasted fits in where it lands: with blank lines around it, in a quote or in a cell."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.tables import (
    cell_spans,
    escaped,
    is_rule,
    table_at,
)

_BLOCK = re.compile(r"#{1,6} |>|\||```|---$|(?:[-*+]|\d+[.)])[ \t]", re.MULTILINE)
_LIST_MARK = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_PICTURES = re.compile(r"(?:!\[[^\]\n]*\]\([^)\n]*\)\s*)+")
_ONLY_MARKS = re.compile(
    r"[ \t]*(?:>[ \t]?)*(?P<item>(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?"
)


_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_BLOCK_MARK = re.compile(r"(?:#{1,6}[ \t]+|>[ \t]?|(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)+")
_FENCE = re.compile(r"(?:```+|~~~+)[^`]*")


def fitted(text: str, before: str, after: str, caret: int = 0) -> tuple[str, int]:
    """``text`` as it fits between what stands there, and where its ``caret`` is then.

    Args:
        before: The line before it from its start, and the line above that.
        after: The rest of the line, and the line below it.
    """
    quote = _QUOTE.match(before, before.rfind("\n") + 1)
    if quote is None:
        return _parted(text, before, after, caret)
    rest, *below = after.split("\n")
    made, caret = _parted(
        text,
        "\n".join(map(_unquoted, before.split("\n"))),
        "\n".join((rest, *map(_unquoted, below))),
        caret,
    )
    return _quoted(made, caret, quote.group().rstrip(), rest)


def is_in_cell(passage: Passage) -> bool:
    """Whether what is put in there lands in a cell of a table, not before or behind its row."""
    found = table_at(passage)
    if found is None:
        return False
    begin, end = passage.lines()
    before, after = passage.text[begin : passage.start], passage.text[passage.end : end]
    if not before.strip():
        return not after.lstrip().startswith("|")
    whole = len(cell_spans(before)) >= found.table.width and before.rstrip().endswith("|")
    return bool(after.strip()) or not whole


def in_cell(text: str, caret: int = 0) -> tuple[str, int]:
    """``text`` on one line, without what makes blocks, and where its ``caret`` is then."""
    return _cell(text), len(_cell(text[:caret]))


def _cell(text: str) -> str:
    words: list[str] = []
    for line in map(str.strip, text.split("\n")):
        bare = line[_end_of_marks(line) :]
        if line.startswith("|"):
            cells = [line[begin:end].strip() for begin, end in cell_spans(line)]
            bare = "" if is_rule(line) else " ".join(filter(None, cells))
        if bare and not _FENCE.fullmatch(bare):
            words += escaped([bare.strip()])
    return " ".join(words)


def _end_of_marks(line: str) -> int:
    marks = _BLOCK_MARK.match(line)
    return marks.end() if marks else 0


def _unquoted(line: str) -> str:
    quote = _QUOTE.match(line)
    return line[quote.end() :] if quote else ""


def _quoted(text: str, caret: int, front: str, rest: str) -> tuple[str, int]:
    """Each line but the first with what stands before the lines of the quote."""
    first, *others = text.split("\n")
    bare = [not line.strip() for line in others]
    if bare and rest.strip():
        # The rest of the line goes on behind it.
        bare[-1] = False
    fronts = [front if blank else f"{front} " for blank in bare]
    lines = (f"\n{front}{line}" for front, line in zip(fronts, others, strict=True))
    passed = text.count("\n", 0, max(caret, 0))
    return first + "".join(lines), caret + sum(map(len, fronts[:passed]))


def _parted(text: str, before: str, after: str, caret: int) -> tuple[str, int]:
    """``text`` with the blank lines that part a block from what is no part of it."""
    line = before.rsplit("\n", 1)[-1]
    marks = _ONLY_MARKS.fullmatch(line)
    first = _LIST_MARK.match(text)
    if marks is not None and marks["item"] and first is not None:
        # An item was begun already.
        text = text[first.end() :]
        return text + _gap_after(text, after), caret - first.end()
    picture = _PICTURES.fullmatch(text) is not None
    rest = after.split("\n", 1)[0]
    if not text or (picture and line.strip() and rest.strip()):
        return text, caret
    gap = ""
    if (picture or _BLOCK.match(text)) and (marks is None or not line.strip()):
        gap = _gap(before.split("\n")[::-1])
    return f"{gap}{text}{_gap_after(text, after)}", len(gap) + caret


def _gap_after(text: str, after: str) -> str:
    last = text.rsplit("\n", 1)[-1].lstrip()
    if _PICTURES.fullmatch(text) or _BLOCK.match(last):
        return _gap(after.split("\n"))
    return ""


def _gap(nearest_first: list[str]) -> str:
    """The line ends that part a block from these lines."""
    nearest, *farther = nearest_first
    if nearest.strip():
        return "\n\n"
    return "\n" if farther and farther[0].strip() else ""
