"""The text on show, as finding and replacing needs it: places counted in characters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.ui.editor.difference import put_text
from weeknotes_desktop.ui.editor.documents import text_of
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.editor.selecting import select


class TextOnShow:
    """The text that ``edit`` shows."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        self._edit = edit
        self._counted = ("", Offsets(""))

    def text(self) -> str:
        """The text as it stands now."""
        return text_of(self._edit.document())

    def selected(self) -> tuple[int, int]:
        """Where the selection begins and ends."""
        cursor, offsets = self._edit.textCursor(), self._offsets()
        return offsets.index(cursor.selectionStart()), offsets.index(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select that; where it is out of sight, it comes into the middle."""
        edit, offsets = self._edit, self._offsets()
        scrolled = edit.verticalScrollBar().value()
        select(edit, offsets.unit(start), offsets.unit(end))
        edit.ensureCursorVisible()
        if edit.verticalScrollBar().value() != scrolled:
            edit.centerCursor()

    def put(self, text: str) -> None:
        """Put another text in place, as one step that can be undone."""
        put_text(self._edit.textCursor(), self.text(), text)

    def focus(self) -> None:
        """Let the writer type."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offsets(self) -> Offsets:
        """Those of the text as it stands, counted again only where it is another one."""
        text = self.text()
        if text != self._counted[0]:
            self._counted = (text, Offsets(text))
        return self._counted[1]
