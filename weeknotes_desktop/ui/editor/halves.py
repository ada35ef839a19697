"""Source and preview beside one another, or one in place of the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from weeknotes_desktop.ui.editor.mode import Mode


def show_halves(text: QWidget, preview: QWidget | None, mode: Mode) -> None:
    """Show what ``mode`` says; the keyboard goes to the one that stays when the other goes.

    Otherwise Qt would give it to whatever comes next, out of the pane.
    """
    halves = [(text, mode is not Mode.PREVIEW)]
    if preview is not None:
        halves.append((preview, mode is not Mode.WRITE))
    for half, shown in halves:
        if shown:
            half.setVisible(True)
    for half, shown in halves:
        if shown:
            continue
        keyboard = half.window().focusWidget()
        if keyboard is half or half.isAncestorOf(keyboard):
            stays = next(other for other, seen in halves if seen)
            stays.setFocus(Qt.FocusReason.OtherFocusReason)
        half.setVisible(False)
