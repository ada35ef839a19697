"""Where text is not prose: in code, addresses and tags what was typed stays as it is."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.indented import IndentWatch
from weeknotes_desktop.domain.source_lines import lines

_OPENS = re.compile(r"\\[\\`<\[]|`+|<!--|<(?=[A-Za-z/!?])|\]\(|\[\[|\{:|[A-Za-z]{2,10}://")
_CLOSES = {"<!--": "-->", "<": ">", "](": ")", "[[": "]]", "{:": "}"}
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:")
_ADDRESS_ENDS = re.compile(r"[\s<>)\]]")
_INDENTED = re.compile(r"^(?: {0,3}>)* *(?: {4}|\t)", re.MULTILINE)
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]*\]:")
_PLAIN = re.compile(r"(?![-*+][ \t]|\d+[.)][ \t]|\[\^|>)\S")
_FURTHER = 4


def is_literal(before: str) -> bool:
    """Whether what is typed behind ``before`` is code, an address or part of a tag.

    Args:
        before: The paragraph as far as the caret. What is opened in it and
            not closed is taken to be closed behind the caret.
    """
    if _DEFINITION.match(before, before.rfind("\n") + 1):
        return True
    place = 0
    while (opening := _OPENS.search(before, place)) is not None:
        place = _end_of(before, opening)
        if place < 0:
            return True
    return False


def is_indented(paragraph: str) -> bool:
    """Whether a line of it is indented as code is."""
    return _INDENTED.search(paragraph) is not None


def is_indented_code(above: str, paragraph: str) -> bool:
    """Whether the last line of a paragraph is code because it is indented.

    Args:
        above: The lines above it, from one on in which no list and no footnote goes on.
    """
    if not is_indented(paragraph):
        return False
    watch, margin, code = IndentWatch(), 0, False
    for line in lines(above + paragraph):
        raw = line.text.expandtabs(_FURTHER)
        begins = _FOOTNOTE.match(raw)
        if begins or (raw.strip() and not raw.startswith(" " * _FURTHER)):
            margin = 0
        code = watch.may_be_code(line, raw, margin)
        margin = _FURTHER if begins else margin
    return code


def holds_nothing(line: str) -> bool:
    """Whether no list and no footnote can go on behind a line."""
    return _PLAIN.match(line) is not None


def _end_of(text: str, opening: re.Match[str]) -> int:
    """Where what begins there ends; -1 where it goes on to the end."""
    mark = opening.group()
    if mark[0] == "\\":
        return opening.end()
    if mark[0] == "`":
        closing = re.compile(rf"(?<!`){mark}(?!`)").search(text, opening.end())
        return closing.end() if closing else -1
    if mark.endswith("://"):
        end = _ADDRESS_ENDS.search(text, opening.end())
        return end.start() if end else -1
    closes = _CLOSES[mark]
    end_at = text.find(closes, opening.end())
    return end_at + len(closes) if end_at >= 0 else -1
