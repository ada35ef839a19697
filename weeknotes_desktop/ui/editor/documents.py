"""The texts that are open: each note keeps its own, with its own undo."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.ui.editor.difference import put_text
from weeknotes_desktop.ui.editor.highlighter import Highlighter
from weeknotes_desktop.ui.editor.line_layout import LineLayout
from weeknotes_desktop.ui.editor.places import Places
from weeknotes_desktop.ui.tokens import Tokens

_KEPT = 20
# Room beside the text, for the bar of a private passage. Qt takes a change of
# it for a step that can be undone, so it is set once, before the text.
MARGIN = 15


@dataclass(slots=True)
class OpenText:
    """One note's text, and where the writer was in it.

    Args:
        selection: Anchor and caret, in UTF-16 units.
        scroll: Value of the scroll bar; None before the writer has seen the text.
    """

    document: QTextDocument
    highlighter: Highlighter
    selection: tuple[int, int] = (0, 0)
    scroll: int | None = None

    def note_place(self, edit: QPlainTextEdit) -> None:
        """Note where the writer is in the text, which ``edit`` shows."""
        cursor = edit.textCursor()
        self.selection = (cursor.anchor(), cursor.position())
        self.scroll = edit.verticalScrollBar().value()


class Documents(QObject):
    """Keeps the texts of the notes looked at last, so that undo survives going to and fro.

    Args:
        places: Where the caret was in notes that were open before; None for nowhere.
    """

    def __init__(self, places: Places | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._kept: OrderedDict[str, OpenText] = OrderedDict()

    def open(self, note_id: str, body: str, tokens: Tokens) -> OpenText:
        """The text of a note; what changed meanwhile comes in as one step that can be undone."""
        self.keep_places()
        opened = self._kept.pop(note_id, None) or self._made(note_id, body, tokens)
        self._kept[note_id] = opened
        opened.highlighter.set_tokens(tokens)
        if text_of(opened.document) != _as_kept(body):
            put_text(QTextCursor(opened.document), text_of(opened.document), _as_kept(body))
        while len(self._kept) > _KEPT:
            _, oldest = self._kept.popitem(last=False)
            oldest.document.deleteLater()
        return opened

    def keep_places(self) -> None:
        """Remember where the writer is in each text, beyond the end of the program."""
        if self._places is not None:
            for note_id, opened in self._kept.items():
                self._places.keep(note_id, opened.selection[1])

    def rename(self, before: str, after: str) -> None:
        """What was the text of one note is that of another from now on."""
        opened = self._kept.pop(before, None)
        if opened is not None:
            self._kept[after] = opened

    def forget(self, note_id: str) -> None:
        """Let go of a text and of what could be undone in it."""
        opened = self._kept.pop(note_id, None)
        if opened is not None:
            opened.document.deleteLater()

    def _made(self, note_id: str, body: str, tokens: Tokens) -> OpenText:
        document = QTextDocument(self)
        document.setDocumentLayout(LineLayout(document))
        document.setDocumentMargin(MARGIN)
        # Before the text, so that each line is styled but once.
        highlighter = Highlighter(document, tokens)
        highlighter.put_text(body)
        place = self._places.of(note_id) if self._places is not None else 0
        return OpenText(document, highlighter, (place, place))


def text_of(document: QTextDocument) -> str:
    """The text as it was typed; Qt's own way turns no-break spaces into plain ones."""
    return document.toRawText().replace("\u2029", "\n")


def _as_kept(body: str) -> str:
    return body.replace("\u2029", "\n")
