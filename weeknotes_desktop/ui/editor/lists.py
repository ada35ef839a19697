"""Return and Tab in a list: what the next line begins with, how far an item is indented."""

from __future__ import annotations

import re

_ITEM = re.compile(
    r"(?P<front>[ \t]*(?:>[ \t]?)*)"
    r"(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<dot>[.)]))(?P<gap>[ \t]+)"
    r"(?P<box>\[[ xX]\][ \t]+)?"
)
_QUOTED = re.compile(r"(?P<front>[ \t]*(?:>[ \t]?)+)")
_INDENT = "  "


def next_line(line: str, column: int) -> str | None:
    """What Return at ``column`` puts at the front of the line it begins.

    Returns:
        None where Return means nothing special; an empty text where it ends
        the list, for the item has no words: the whole mark goes away.
    """
    item = _ITEM.match(line)
    if item is None:
        quoted = _QUOTED.match(line)
        if quoted is None or column < quoted.end():
            return None
        return quoted["front"] if line[quoted.end() :].strip() else ""
    if column < item.end():
        return None
    if not line[item.end() :].strip():
        return ""
    mark = item["bullet"] or f"{int(item['number']) + 1}{item['dot']}"
    box = "[ ] " if item["box"] else ""
    return item["front"] + mark + item["gap"] + box


def is_item(line: str) -> bool:
    """Whether the line begins an item of a list."""
    return _ITEM.match(line) is not None


def indented(line: str) -> str:
    """The item one level deeper; blank lines stay as they are."""
    return _INDENT + line if line.strip() else line


def outdented(line: str) -> str:
    """The item one level less deep."""
    if line.startswith("\t"):
        return line[1:]
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, len(_INDENT)) :]
