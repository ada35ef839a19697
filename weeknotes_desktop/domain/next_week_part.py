"""The part of a note that says what the writer means to do next."""

from __future__ import annotations

import re

from weeknotes_desktop.domain.source_lines import lines

_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>.*)")
_NEXT_WEEK = re.compile(r"\bnext\s+week\b", re.IGNORECASE)


def next_week_part(source: str) -> tuple[str, str]:
    """What stands under a heading about the next week, and the rest of the source.

    The heading itself is in neither; without such a heading the part is empty.
    """
    begin: int | None = None
    inside = end = len(source)
    level = 0
    for line in lines(source):
        heading = None if line.code else _HEADING.match(line.text)
        if heading is None:
            continue
        if begin is not None and len(heading["marks"]) <= level:
            end = line.start
            break
        if begin is None and _NEXT_WEEK.search(heading["words"]):
            begin, inside, level = line.start, line.end, len(heading["marks"])
    if begin is None:
        return "", source
    return source[inside:end].strip(), f"{source[:begin].rstrip()}\n\n{source[end:]}".strip()
