"""Markdown styled in place, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from weeknotes_desktop.ui.editor.marks import ORDINARY, Look, stretches
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.tokens import Tokens


class Highlighter(QSyntaxHighlighter):
    """Styles each line of a document as ``marks`` reads it."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        super().__init__(document)
        self._tokens = tokens
        self._formats: dict[Look, QTextCharFormat] = {}

    def set_tokens(self, tokens: Tokens) -> None:
        """Style everything again, if the colours are others."""
        if tokens is not self._tokens:
            self._tokens = tokens
            self._formats.clear()
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Style one line."""
        found, state = stretches(text, max(self.previousBlockState(), ORDINARY))
        self.setCurrentBlockState(state)
        if not found:
            return
        offsets = Offsets(text)
        for begin, end, look in found:
            first = offsets.unit(begin)
            self.setFormat(first, offsets.unit(end) - first, self._format(look))

    def _format(self, look: Look) -> QTextCharFormat:
        if look not in self._formats:
            self._formats[look] = _format_of(look, self._tokens)
        return self._formats[look]


def _format_of(look: Look, tokens: Tokens) -> QTextCharFormat:
    form = QTextCharFormat()
    if look & Look.BOLD:
        form.setFontWeight(QFont.Weight.Bold)
    form.setFontItalic(bool(look & Look.ITALIC))
    form.setFontStrikeOut(bool(look & Look.STRUCK))
    if look & (Look.HEADING | Look.LINK | Look.CHIP | Look.LIST):
        form.setForeground(QColor(tokens.accent))
    if look & Look.QUIET:
        form.setForeground(QColor(tokens.grey))
    if look & (Look.LARGE | Look.LARGEST):
        # In steps of Qt's own, each a fifth more or so: they follow the size of the text.
        steps = 2 if look & Look.LARGEST else 1
        form.setProperty(QTextFormat.Property.FontSizeAdjustment, steps)
    if look & Look.CODE:
        form.setBackground(QColor(tokens.hover))
    if look & Look.CHIP:
        form.setBackground(QColor(tokens.accent_ground))
    return form
