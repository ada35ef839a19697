"""Where the lines of the text are broken: between words, or anywhere where a word has no end."""

from __future__ import annotations

import re
from contextlib import suppress

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.ui.editor.documents import text_of

# Qt looks for the end of a word from each of its letters: twice as long takes four times as long.
_LONGEST = 2_000
# Qt breaks lines behind strokes and hyphens too, and between the letters of East Asian scripts.
_ENDLESS = re.compile(rf"[^\s/\-\u2e80-\ud7ff\uf900-\ufaff]{{{_LONGEST}}}")
_Wrap = QTextOption.WrapMode


class Wrapping(QObject):
    """Has the lines of ``edit`` broken anywhere as long as some word in it has no end in sight."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._document: QTextDocument | None = None
        self._endless: QTextCursor | None = None  # in a line with such a word

    def watch(self, document: QTextDocument) -> None:
        """Look at this text from now on; it is not on show yet, so nothing is broken twice."""
        if self._document is not None:
            # A text that is kept no longer has taken its connections along.
            with suppress(RuntimeError):
                self._document.contentsChange.disconnect(self._changed)
        self._document, self._endless = document, None
        document.contentsChange.connect(self._changed)
        self._look_everywhere(document)
        self._break()

    def _changed(self, place: int, _removed: int, added: int) -> None:
        """Look at the lines that changed, before Qt lays them out."""
        document = self._document
        if document is None:
            return
        if self._endless is None:
            self._endless = _endless(document.findBlock(place), place + added)
            if self._endless is None:
                # As before, and as with nearly every key.
                return
        elif not _is_endless(self._endless.block()):
            self._endless = None
            self._look_everywhere(document)
        self._break()

    def _look_everywhere(self, document: QTextDocument) -> None:
        # Most texts have none, and that is seen at once.
        if any(len(line) >= _LONGEST for line in text_of(document).split("\n")):
            self._endless = _endless(document.begin(), document.characterCount())

    def _break(self) -> None:
        between = self._endless is None
        mode = _Wrap.WrapAtWordBoundaryOrAnywhere if between else _Wrap.WrapAnywhere
        if self._edit.wordWrapMode() is not mode:
            self._edit.setWordWrapMode(mode)


def _endless(block: QTextBlock, end: int) -> QTextCursor | None:
    """A place in the first line with such a word, from ``block`` to the place ``end``."""
    while block.isValid() and block.position() <= end:
        if _is_endless(block):
            return QTextCursor(block)
        block = block.next()
    return None


def _is_endless(block: QTextBlock) -> bool:
    return block.length() > _LONGEST and _ENDLESS.search(block.text()) is not None
