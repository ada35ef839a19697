"""The edit menu, done to whatever text the keyboard is in."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

EDITS = {
    "undo": "undo",
    "redo": "redo",
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "select_all": "selectAll",
}


def edit_focused_text(name: str) -> None:
    """Do one of ``EDITS`` to the text that has the keyboard; nothing when none has."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        getattr(widget, EDITS[name])()
