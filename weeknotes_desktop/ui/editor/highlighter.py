"""Markdown styled in place, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
)

from weeknotes_desktop.ui.editor.marks import LONGEST, ORDINARY, Look, stretches
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.tokens import Tokens

# Letters that are read in one go; that takes some 8 ms. A line counts for a few more than it has.
AT_ONCE = 40_000
_LINE = 20


class Highlighter(QSyntaxHighlighter):
    """Styles each line of a document as ``marks`` reads it.

    What takes too long in one go, as a long text that is opened, is styled
    from where it stopped on, a bit at a time.
    """

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        super().__init__(document)
        self._tokens = tokens
        self._formats: dict[int, QTextCharFormat] = {}
        self._room = AT_ONCE
        self._rest: QTextCursor | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        self.styled: Callable[[], None] = _nothing
        """Called when lines have got their styles later than their words."""

    @property
    def done(self) -> bool:
        """Whether every line is styled."""
        return self._rest is None

    def set_tokens(self, tokens: Tokens) -> None:
        """Style everything again, if the colours are others."""
        if tokens is not self._tokens:
            self._tokens = tokens
            self._formats.clear()
            # Not by Qt's own way: each line that is told of alone is laid out at once.
            self._leave(self.document().begin())
            self._go_on()

    def put_text(self, text: str) -> None:
        """Put a whole text into a document that nobody has seen, its first lines styled."""
        document = self.document()
        # Qt would have each of its lines asked for, also those there is no time for.
        told = document.blockSignals(True)
        document.setPlainText(text)
        document.blockSignals(told)
        self._leave(document.begin())
        self._go_on()

    def highlightBlock(self, text: str) -> None:
        """Style one line, unless there is no more time for it."""
        if not self._soon.isActive():
            self._soon.start()
        if self._room <= 0:
            self._leave(self.currentBlock())
            return
        ranges, state = self._read(text, self.previousBlockState())
        self.setCurrentBlockState(state)
        for begin, length, form in ranges:
            self.setFormat(begin, length, form)

    def _read(self, text: str, state: int) -> tuple[list[tuple[int, int, QTextCharFormat]], int]:
        self._room -= min(len(text), LONGEST) + _LINE
        found, after = stretches(text, max(state, ORDINARY))
        if not found:
            return [], after
        offsets = Offsets(text)
        units = [(offsets.unit(begin), offsets.unit(end), look) for begin, end, look in found]
        return [(begin, end - begin, self._format(look)) for begin, end, look in units], after

    def _leave(self, block: QTextBlock) -> None:
        """Style that line later, and all behind it."""
        if self._rest is None or block.position() < self._rest.position():
            self._rest = QTextCursor(block)

    def _go_on(self) -> None:
        """Style as many lines as there is time for.

        Not by Qt's own way, which works out anew where the words of each such line stand,
        in sight or not.
        """
        self._room = AT_ONCE
        rest, self._rest = self._rest, None
        if rest is None:
            return
        block, seen = rest.block(), False
        first, state = block, block.previous().userState()
        while block.isValid():
            if self._room <= 0:
                self._leave(block)
                self._soon.start()
                break
            ranges, state = self._read(block.text(), state)
            block.setUserState(state)
            seen = self._put(block, ranges) or seen
            block = block.next()
        self._tell(first, seen=seen)
        if seen:
            self.styled()

    def _tell(self, first: QTextBlock, *, seen: bool) -> None:
        """Tell Qt what was styled from ``first`` on; else that counts as part of the next key."""
        layout = self.document().documentLayout()
        # What was never laid out need not be painted again.
        silent = layout.blockSignals(not seen)
        self.document().markContentsDirty(first.position(), 0)
        layout.blockSignals(silent)

    def _put(self, block: QTextBlock, ranges: list[tuple[int, int, QTextCharFormat]]) -> bool:
        """Give a line its styles; whether it was laid out without them."""
        layout = block.layout()
        if ranges or layout.formats():
            layout.setFormats(_flat(ranges, block.length()))
        return layout.lineCount() > 0

    def _format(self, look: int) -> QTextCharFormat:
        if look not in self._formats:
            self._formats[look] = _format_of(look, self._tokens)
        return self._formats[look]


def _nothing() -> None:
    """Nobody wants to know."""


def _flat(
    ranges: list[tuple[int, int, QTextCharFormat]], length: int
) -> list[QTextLayout.FormatRange]:
    """Ranges side by side, of those that lie over one another: the later ones hide the earlier."""
    looks: list[QTextCharFormat | None] = [None] * length
    for begin, size, form in ranges:
        looks[begin : begin + size] = [form] * size
    flat = []
    begin = 0
    for _, same in groupby(looks, key=id):
        stretch = list(same)
        style = stretch[0]
        if style is not None:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = begin, len(stretch), style
            flat.append(piece)
        begin += len(stretch)
    return flat


def _format_of(look: int, tokens: Tokens) -> QTextCharFormat:
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
