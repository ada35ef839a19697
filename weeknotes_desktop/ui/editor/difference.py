"""Putting another text into a document, by changing only what differs."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from weeknotes_desktop.ui.editor.offsets import Offsets

# More than this is not replaced for two small changes at its ends, if this much tells it.
_LONG, _TELLING = 2_000, 200


def put_text(cursor: QTextCursor, before: str, after: str, begin: int = 0) -> None:
    """Put ``after`` in place of ``before``, as one step that can be undone.

    Only what differs is changed, so that caret, scrolling and undo stay calm.

    Args:
        begin: Where in the document ``before`` stands, in UTF-16 units.
    """
    offsets = Offsets(before)
    cursor.beginEditBlock()
    # From the end on, so that what is still to be changed stays where it is.
    for first, last, new in reversed(_changes(before, after)):
        start = offsets.unit(first)
        replace(cursor, begin + start, offsets.unit(last) - start, new)
    cursor.endEditBlock()


def _changes(before: str, after: str) -> list[tuple[int, int, str]]:
    """Stretches of ``before`` and what is to stand in their place."""
    changes: list[tuple[int, int, str]] = []
    place = 0
    while before != after:
        same = _same_front(before, after)
        before, after, place = before[same:], after[same:], place + same
        end = _same_front(before[::-1], after[::-1])
        changed, new = before[: len(before) - end], after[: len(after) - end]
        # A footnote changes two places that may be far apart; what lies between stays.
        put_in = new.find(changed[:_TELLING]) if len(changed) > _LONG else 0
        if put_in <= 0:
            return [*changes, (place, place + len(changed), new)]
        changes.append((place, place, new[:put_in]))
        after = after[put_in:]
    return changes


def replace(cursor: QTextCursor, begin: int, length: int, new: str) -> None:
    """Put ``new`` in place of a stretch, as a step that what is typed next does not become part of.

    Qt takes letters typed right behind an insertion for more of it, so what
    goes is taken out last, and if nothing goes, a letter that was never there.
    """
    cursor.beginEditBlock()
    cursor.setPosition(begin)
    cursor.insertText(new if length else new + "-")
    behind = cursor.position()
    cursor.setPosition(behind + length if length else behind - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.endEditBlock()


def same_ends(before: str, after: str) -> tuple[int, int]:
    """How many characters both begin with, and with how many of the rest both end."""
    same = _same_front(before, after)
    return same, _same_front(before[same:][::-1], after[same:][::-1])


def _same_front(one: str, other: str) -> int:
    """How many characters both begin with."""
    if one == other[: len(one)]:
        return len(one)
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
