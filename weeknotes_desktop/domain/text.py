"""Text as it comes from keyboards, files and clipboards, made fit to keep."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import LARGEST_BODY

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_LONGEST_LINE = 1_000


def one_line(text: str) -> str:
    """``text`` on one line, without control characters.

    Raises:
        WeekNotesError: If it is longer than 1,000 characters.
    """
    line = _SPACE.sub(" ", readable(text)).strip()
    if len(line) > _LONGEST_LINE:
        raise WeekNotesError(
            f"That line has {len(line):,} characters; at most {_LONGEST_LINE:,} fit.",
            "Put the rest into the note.",
        )
    return line


def body_text(text: str) -> str:
    """A note's body with line ends as the program keeps them.

    Raises:
        WeekNotesError: If it is larger than a note may be.
    """
    body = readable(text.replace("\r\n", "\n").replace("\r", "\n"))
    size = len(body.encode())
    if size > LARGEST_BODY:
        raise WeekNotesError(
            f"The note has {size / 1e6:.1f} MB; at most {LARGEST_BODY / 1e6:.0f} MB fit.",
            "Split it into several notes.",
        )
    return body


def readable(text: str) -> str:
    """``text`` without what no screen shows and no disk keeps."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
