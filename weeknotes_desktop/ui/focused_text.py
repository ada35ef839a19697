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


def edit_focused_text(name: str) -> bool:
    """Do one of ``EDITS`` to the text that has the keyboard; whether there was one."""
    widget = QApplication.focusWidget()
    if not isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return False
    getattr(widget, EDITS[name])()
    return True
