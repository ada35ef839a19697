"""The text of the editor, as the outline sees and changes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.offsets import Offsets


class OutlinedText:
    """An ``OutlinePage`` on the editor.

    Args:
        put_caret: Puts the caret at the beginning of a line.
    """

    def __init__(self, editor: EditorPane, put_caret: Callable[[int], None]) -> None:
        self._editor = editor
        self._writing = editor.writing
        self._put_caret = put_caret

    def source(self) -> str:
        """The text as it stands now."""
        return self._editor.typed().body

    def line(self) -> int:
        """The line of the caret."""
        return self._writing.textCursor().blockNumber()

    def go_to(self, line: int) -> None:
        """Let the writer go on there."""
        self._put_caret(line)
        self._writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, source: str, begins: int) -> None:
        """Put another text in place, as one step that can be undone; the caret to ``begins``."""
        self._editor.replace_text(Typed(self._editor.typed().title, source))
        cursor = QTextCursor(self._writing.document())
        cursor.setPosition(Offsets(source).unit(begins))
        self._writing.setTextCursor(cursor)

    def may_change(self) -> bool:
        """Whether the text can be changed."""
        return not self._writing.isReadOnly()
