"""Text as it comes from keyboards, files and clipboards, made fit to keep."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import LARGEST_BODY

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
LONGEST_LINE = 1_000
"""In characters."""

_EMBEDDINGS, _EMBEDDING_ENDS = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES, _ISOLATE_ENDS = "\u2066\u2067\u2068", "\u2069"
_DIRECTION = re.compile(f"[{_EMBEDDINGS}{_EMBEDDING_ENDS}{_ISOLATES}{_ISOLATE_ENDS}]")


def one_line(text: str) -> str:
    """``text`` on one line, without control characters.

    What turns the direction of writing ends in the line, or is left out: it
    would turn round whatever is shown after it.

    Raises:
        WeekNotesError: If it is longer than 1,000 characters.
    """
    line = _SPACE.sub(" ", _closed(readable(text))).strip()
    if len(line) > LONGEST_LINE:
        raise WeekNotesError(
            f"That line has {len(line):,} characters; at most {LONGEST_LINE:,} fit.",
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


def shortened(text: str, most: int = 80) -> str:
    """The beginning of ``text``, on one line, for a sentence that names it."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def readable(text: str) -> str:
    """``text`` without what no screen shows and no disk keeps."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def _closed(text: str) -> str:
    """``text`` without the turns of direction that are not both opened and closed in it."""
    alone: set[int] = set()
    opened: list[int] = []
    for found in _DIRECTION.finditer(text):
        letter, place = found.group(), found.start()
        if letter in _EMBEDDINGS or letter in _ISOLATES:
            opened.append(place)
        elif letter in _EMBEDDING_ENDS and opened and text[opened[-1]] in _EMBEDDINGS:
            opened.pop()
        elif letter in _ISOLATE_ENDS and any(text[one] in _ISOLATES for one in opened):
            # The end of an isolate ends all that was opened in it.
            while text[opened[-1]] not in _ISOLATES:
                alone.add(opened.pop())
            opened.pop()
        else:
            alone.add(place)
    alone.update(opened)
    return "".join(letter for place, letter in enumerate(text) if place not in alone)
