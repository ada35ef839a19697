"""Selecting a stretch of a text."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit


def select(edit: QPlainTextEdit, anchor: int, place: int) -> None:
    """Select from ``anchor`` to ``place``, in UTF-16 units; as far as the text goes."""
    cursor = edit.textCursor()
    longest = edit.document().characterCount() - 1
    cursor.setPosition(min(anchor, longest))
    cursor.setPosition(min(place, longest), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
