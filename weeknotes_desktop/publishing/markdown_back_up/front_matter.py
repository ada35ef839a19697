"""A text with facts above it: three dashes, YAML, three dashes, then the text letter by letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from weeknotes_desktop.publishing.markdown_back_up.strict_yaml import (
    NotReadableError,
    read_yaml,
    write_yaml,
)

LONGEST = 64 * 1024
"""Bytes that facts may have which somebody changed by hand."""

_BEGIN = re.compile(r"---[ \t]*\n")
# Programs that write front matter end it in one of these ways.
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TextWithFacts:
    """What stood above a text, and the text itself."""

    facts: dict[str, Any]
    body: str


def write_facts(facts: dict[str, Any], body: str) -> str:
    """``body`` as it is, below ``facts``."""
    return f"---\n{write_yaml(facts)}---\n{body}"


def read_facts(text: str, longest: int = LONGEST) -> TextWithFacts:
    """Take a text and its facts apart.

    Raises:
        NotReadableError: If no facts stand above it, or not in a form that is taken.
    """
    begin = _BEGIN.match(text)
    if begin is None:
        raise NotReadableError("nothing between two lines of three dashes")
    end = _END.search(text, begin.end())
    if end is None:
        raise NotReadableError("no second line of three dashes")
    written = text[begin.end() : end.start()]
    if len(written.encode()) > longest:
        raise NotReadableError(f"more than {longest // 1024} KB of it")
    facts = read_yaml(written)
    if not isinstance(facts, dict):
        raise NotReadableError("no names with values")
    return TextWithFacts(facts, text[end.end() :])
