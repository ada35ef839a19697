"""Putting another text into a document, by changing only what differs."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from weeknotes_desktop.ui.editor.offsets import Offsets


def put_text(cursor: QTextCursor, before: str, after: str) -> None:
    """Put ``after`` in place of ``before``, as one step that can be undone.

    Only what differs is changed, so that caret, scrolling and undo stay calm.
    """
    if before == after:
        return
    same = _same_front(before, after)
    end = _same_front(before[same:][::-1], after[same:][::-1])
    offsets = Offsets(before)
    cursor.setPosition(offsets.unit(same))
    cursor.setPosition(offsets.unit(len(before) - end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(after[same : len(after) - end])


def _same_front(one: str, other: str) -> int:
    """How many characters both begin with."""
    if one == other[: len(one)]:
        return len(one)
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
