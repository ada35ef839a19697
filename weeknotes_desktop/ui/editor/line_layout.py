"""Lays out anew the lines of a text that have changed, and no others."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from weeknotes_desktop.ui.editor.hanging import hang, may_hang


class LineLayout(QPlainTextDocumentLayout):
    """The layout of a plain text.

    Qt adds the letters that went to those that came, and takes as many for changed. A line with a
    style in it goes and comes whole with each key: so Qt would lay out those below it as well, and
    paint the whole viewport.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._blocks = document.blockCount()

    def documentChanged(self, place: int, _removed: int, added: int) -> None:  # noqa: N802
        """Lay out the lines in which letters came, or the one from which some went."""
        document, changed = self.document(), max(added, 1)
        block, before = document.findBlock(place), self._blocks
        self._blocks = document.blockCount()
        within = place + changed <= block.position() + block.length()
        if within and self._blocks == before and may_hang(block):
            self._lay_out_hanging(block, place, changed)
        else:
            super().documentChanged(place, 0, changed)

    def _lay_out_hanging(self, block: QTextBlock, place: int, changed: int) -> None:
        """Say nothing before the wrapped lines hang: the room they take in between is nobody's."""
        lines, silent = block.lineCount(), self.blockSignals(True)
        super().documentChanged(place, 0, changed)
        hang(block)
        self.blockSignals(silent)
        if block.lineCount() != lines:
            self.documentSizeChanged.emit(self.documentSize())
        self.updateBlock.emit(block)
