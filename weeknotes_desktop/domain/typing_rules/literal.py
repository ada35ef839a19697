"""Where text is not prose: in code, addresses and tags what was typed stays as it is."""

from __future__ import annotations

import re

_OPENS = re.compile(r"\\[\\`<\[]|`+|<!--|<(?=[A-Za-z/!?])|\]\(|\[\[|\{:|[A-Za-z]{2,10}://")
_CLOSES = {"<!--": "-->", "<": ">", "](": ")", "[[": "]]", "{:": "}"}
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:")
_ADDRESS_ENDS = re.compile(r"[\s<>)\]]")


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
