"""Text and preview side by side: where the one is scrolled to, the other goes along."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.ui.preview.preview_panel import PreviewPanel

# Keys come faster than a page can follow, and need not wait for it.
_PAUSE_MS = 60


class Following(QObject):
    """Leads the page to where the text is, and the text to where the page is.

    Args:
        text: Where the note is typed.
    """

    text_wanted = Signal()  # the writer goes on in a text that is out of sight

    def __init__(self, text: QPlainTextEdit, preview: PreviewPanel) -> None:
        super().__init__(preview)
        self._text, self._preview = text, preview
        self._led = False
        self._caret = False
        self._line: int | None = None  # of the caret, where the page was led to it last
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._lead_page)
        text.verticalScrollBar().valueChanged.connect(self._text_scrolled)
        text.cursorPositionChanged.connect(self._caret_moved)
        preview.scrolled_to.connect(self._lead_text)
        preview.line_chosen.connect(self.put_caret)
        preview.watched.connect(self._preview_seen)

    def put_caret(self, line: int) -> None:
        """Let the writer go on at the beginning of ``line``."""
        block = self._block(line)
        if not self._text.isVisible():
            self.text_wanted.emit()
            # The page has less room now, and what was clicked stands elsewhere.
            self._caret = True
            self._soon()
        self._led = True
        self._text.setTextCursor(QTextCursor(block))
        if not self._text.viewport().rect().contains(self._text.cursorRect()):
            self._text.centerCursor()
        self._led = False
        if self._text.isVisible():
            self._text.setFocus()

    def _preview_seen(self, seen: bool) -> None:
        """Nobody led the page while it was out of sight; alone, it begins where the writer is."""
        if seen:
            self._line = self._text.textCursor().blockNumber()
            self._preview.follow_caret(self._line)

    def _text_scrolled(self) -> None:
        if not self._led:
            self._soon()

    def _caret_moved(self) -> None:
        if not self._led:
            self._caret = True
            self._soon()

    def _soon(self) -> None:
        # Nobody is led who is not seen; what is seen later is drawn at its own place.
        if self._preview.isVisible() and self._text.isVisible() and not self._pause.isActive():
            self._pause.start()

    def _lead_page(self) -> None:
        caret, self._caret = self._caret, False
        before, self._line = self._line, None
        if caret:
            # Where the caret goes, the text may have to scroll; the page only if it must. It knows
            # the line it was led to, and shows it when something else is typed there.
            self._line = self._text.textCursor().blockNumber()
            if self._line != before:
                self._preview.follow_caret(self._line)
        else:
            bar = self._text.verticalScrollBar()
            self._preview.follow(self._top(), end=bar.value() == bar.maximum() > 0)

    def _top(self) -> float:
        """The line that is on top, with the part of it that is out of sight."""
        block = self._text.firstVisibleBlock()
        lines = max(block.lineCount(), 1)
        gone = self._text.verticalScrollBar().value() - block.firstLineNumber()
        return block.blockNumber() + min(max(gone / lines, 0.0), 1.0)

    def _lead_text(self, line: float, end: bool) -> None:
        self._line = None
        if not self._text.isVisible():
            return
        bar = self._text.verticalScrollBar()
        block = self._block(int(line))
        into = (line - int(line)) * max(block.lineCount(), 1)
        self._led = True
        bar.setValue(bar.maximum() if end else block.firstLineNumber() + int(into))
        self._led = False

    def _block(self, line: int) -> QTextBlock:
        document = self._text.document()
        return document.findBlockByNumber(min(max(line, 0), document.blockCount() - 1))
