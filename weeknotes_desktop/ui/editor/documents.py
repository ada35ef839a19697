"""The texts that are open: each note keeps its own, with its own undo."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from weeknotes_desktop.ui.editor.difference import put_text
from weeknotes_desktop.ui.editor.highlighter import Highlighter
from weeknotes_desktop.ui.tokens import Tokens

_KEPT = 20
# Room beside the text, for the bar of a private passage. Qt takes a change of
# it for a step that can be undone, so it is set once, before the text.
MARGIN = 11


@dataclass(slots=True)
class OpenText:
    """One note's text, and where the writer was in it.

    Args:
        selection: Anchor and caret, in UTF-16 units.
        scroll: Value of the scroll bar.
    """

    document: QTextDocument
    highlighter: Highlighter
    selection: tuple[int, int] = (0, 0)
    scroll: int = 0


class Documents(QObject):
    """Keeps the texts of the notes looked at last, so that undo survives going to and fro."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[str, OpenText] = OrderedDict()

    def open(self, note_id: str, body: str, tokens: Tokens) -> OpenText:
        """The text of a note; what changed meanwhile comes in as one step that can be undone."""
        opened = self._kept.pop(note_id, None) or self._made(body, tokens)
        self._kept[note_id] = opened
        opened.highlighter.set_tokens(tokens)
        if text_of(opened.document) != _as_kept(body):
            put_text(QTextCursor(opened.document), text_of(opened.document), _as_kept(body))
        while len(self._kept) > _KEPT:
            _, oldest = self._kept.popitem(last=False)
            oldest.document.deleteLater()
        return opened

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

    def _made(self, body: str, tokens: Tokens) -> OpenText:
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDocumentMargin(MARGIN)
        # Before the text, so that each line is styled once and before it is painted.
        highlighter = Highlighter(document, tokens)
        document.setPlainText(body)
        return OpenText(document, highlighter)


def text_of(document: QTextDocument) -> str:
    """The text as it was typed; Qt's own way turns no-break spaces into plain ones."""
    return document.toRawText().replace("\u2029", "\n")


def _as_kept(body: str) -> str:
    return body.replace("\u2029", "\n")
