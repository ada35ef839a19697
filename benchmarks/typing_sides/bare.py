"""A bare ``QPlainTextEdit`` with a good highlighter: what a key costs at the least.

python -m benchmarks.typing_sides.bare TEXT WIDTH HEIGHT
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.typing_sides.driver import Beat, Orders, answer, ordinary_acts
from weeknotes_desktop.ui import fonts

_INLINE = re.compile(
    r"(?P<code>`[^`]+`)|(?P<bold>\*\*[^*]+\*\*|__[^_]+__)|(?P<italic>\*[^*\s][^*]*\*|\b_[^_]+_\b)"
    r"|(?P<link>!?\[[^\]]*\]\([^)]*\))|(?P<note>\[\^[^\]]+\])|(?P<address>https?://\S+)"
)
_FRONT = re.compile(r"(?P<heading>#{1,6} .*)|(?P<mark>\s*(?:[-*+]|\d+[.)]|>)\s)")


class Highlighter(QSyntaxHighlighter):
    """One combined expression, a cheap look first, and states for fences only."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats = {
            "code": _format("#7a3e00"),
            "bold": _format(bold=True),
            "italic": _format(italic=True),
            "link": _format("#0b57a4"),
            "note": _format("#777777"),
            "address": _format("#0b57a4"),
            "heading": _format("#0b57a4", bold=True),
            "mark": _format("#777777"),
        }

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        fenced = self.previousBlockState() == 1
        if text.startswith("```"):
            fenced = not fenced
        self.setCurrentBlockState(int(fenced))
        if fenced:
            self.setFormat(0, len(text), self._formats["code"])
            return
        found = [_FRONT.match(text)]
        if any(mark in text for mark in "*_`[:"):
            found += _INLINE.finditer(text)
        for match in found:
            if match is not None and match.lastgroup:
                begin, end = match.span()
                self.setFormat(begin, end - begin, self._formats[match.lastgroup])


def _format(colour: str = "", *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    if colour:
        form.setForeground(QColor(colour))
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    form.setFontItalic(italic)
    return form


def main() -> None:
    """Show the window and take orders."""
    text, width, height = sys.argv[1:]
    application = QApplication(sys.argv)
    editor = QPlainTextEdit()
    fonts.load()
    font = QFont(fonts.MONO)
    font.setPointSizeF(fonts.BODY * 1.05)
    editor.setFont(font)
    highlighter = Highlighter(editor.document())
    editor.setPlainText(Path(text).read_text(encoding="utf-8"))
    editor.resize(int(width), int(height))
    editor.show()
    editor.activateWindow()
    orders = Orders(ordinary_acts(editor, Beat()))
    answer("ready")
    application.exec()
    del orders, highlighter


if __name__ == "__main__":
    main()
