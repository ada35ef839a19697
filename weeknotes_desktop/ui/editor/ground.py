"""What lies behind the lines of the text: the tint of what stays here, the ground of code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QTextBlock,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.ui.editor.hanging import hang
from weeknotes_desktop.ui.editor.marks import ORDINARY
from weeknotes_desktop.ui.editor.tint import Tint
from weeknotes_desktop.ui.theme import Theme


class Line(NamedTuple):
    """A line of the text, and its place in the viewport."""

    block: QTextBlock
    place: QRectF


class _Row(NamedTuple):
    """A line in sight, and what told whether anything lies behind it."""

    number: int
    top: float
    height: float
    state: int
    grounded: bool


class Ground(QObject):
    """Paints behind the text of ``edit``, and knows which lines are in sight.

    They are looked for again only where they can have changed.

    Args:
        tint: Knows which passages stay here.
        theme: Colours.
    """

    def __init__(self, edit: QPlainTextEdit, tint: Tint, theme: Theme) -> None:
        super().__init__(edit)
        self._edit = edit
        self._tint = tint
        self._theme = theme
        self._document: QTextDocument | None = None
        self._layout: QAbstractTextDocumentLayout | None = None
        self._lines = 0
        self._rows: list[_Row] = []
        self._seen_from: tuple[object, ...] = ()
        self._touched: set[int] | None = None  # numbers of lines; None for who knows which
        tint.changed.connect(self.look_again)
        theme.changed.connect(self._dress_again)
        self._covers = False

    def cover(self) -> None:
        """Let nothing be painted beneath the viewport: else each key paints the window there, too.

        A style sheet has Qt take a viewport for transparent. Not done before the first key,
        for the first sight of a viewport takes its time, see ``paint``.
        """
        self._covers = True
        self._edit.viewport().setAutoFillBackground(True)

    def paint(self, part: QRect) -> list[Line]:
        """Paint behind the lines in that part of the viewport, while it is being painted.

        Returns:
            These lines, for whoever paints behind them as well.
        """
        self._look()
        above, below = part.top(), part.top() + part.height()
        rows = [row for row in self._rows if row.top <= below and row.top + row.height >= above]
        lines = [self._line(row) for row in rows]
        # Only then: at the first sight of a viewport PySide6 looks through every class of
        # widget, which takes a tenth of a bare start.
        if any(row.grounded for row in rows):
            with QPainter(self._edit.viewport()) as painter:
                for row, line in zip(rows, lines, strict=True):
                    if row.grounded:
                        self._paint_behind(painter, line)
        return lines

    def _line(self, row: _Row) -> Line:
        room = self._edit.viewport().width()
        block = self._edit.document().findBlockByNumber(row.number)
        return Line(block, QRectF(0, row.top, room, row.height))

    def _look(self) -> None:
        """Know which lines are in sight, and where."""
        edit = self._edit
        document = edit.document()
        if document is not self._document:
            self._watch(document)
        offset, room = edit.contentOffset(), edit.viewport()
        seen_from = (
            edit.firstVisibleBlock().blockNumber(),
            offset.y(),
            room.width(),
            room.height(),
        )
        if seen_from == self._seen_from and not self._moved():
            return
        self._seen_from, self._touched = seen_from, set()
        self._lines = document.blockCount()
        self._rows = list(self._in_sight())

    def keep_up(self) -> None:
        """Have all of it painted, if what was typed changed more than the line it was typed in."""
        if self._moved():
            self.look_again()

    def _moved(self) -> bool:
        """Whether anything but the lines that were typed in can look different."""
        if self._touched is None or self._edit.blockCount() != self._lines:
            return True
        touched, self._touched = self._touched, set()
        return not all(self._stays(number) for number in touched)

    def _stays(self, number: int) -> bool:
        """Whether a line that was typed in takes the room it took, with the same behind it."""
        nth = number - self._rows[0].number if self._rows else -1
        if not 0 <= nth < len(self._rows):
            return True
        row, block = self._rows[nth], self._edit.document().findBlockByNumber(number)
        height = self._edit.blockBoundingRect(block).height()
        return height == row.height and block.userState() == row.state

    def _in_sight(self) -> Iterator[_Row]:
        """The lines in sight, from the top."""
        edit = self._edit
        block = edit.firstVisibleBlock()
        # For each place Qt adds up all the lines above: the sum is kept here instead.
        place = edit.blockBoundingGeometry(block).translated(edit.contentOffset())
        top, room = place.top(), edit.viewport().height()
        while block.isValid() and top <= room:
            # It is laid out by being asked for its place.
            height = edit.blockBoundingRect(block).height()
            if hang(block):
                self._grown(block)
                height = edit.blockBoundingRect(block).height()
            grounded = _fenced(block) or self._tint.touches(block)
            yield _Row(block.blockNumber(), top, height, block.userState(), grounded)
            top, block = top + height, block.next()

    def _watch(self, document: QTextDocument) -> None:
        if self._layout is not None:
            # A text that is kept no longer has taken its connections along.
            with suppress(RuntimeError):
                self._layout.updateBlock.disconnect(self._laid_out)
                self._layout.update.disconnect(self._all_laid_out)
        self._document, self._layout = document, document.documentLayout()
        self._touched = None
        self._layout.updateBlock.connect(self._laid_out)
        self._layout.update.connect(self._all_laid_out)

    def _laid_out(self, block: QTextBlock) -> None:
        """One line has been laid out anew."""
        if self._touched is not None:
            self._touched.add(block.blockNumber())

    def _all_laid_out(self, _: QRectF) -> None:
        """Who knows which have."""
        self._touched = None

    def _grown(self, block: QTextBlock) -> None:
        """A line takes other room than was thought; it is being painted, so all else comes soon."""
        follows = block == self._edit.textCursor().block()
        QTimer.singleShot(0, self, lambda: self._measure_again(follows=follows))

    def _measure_again(self, *, follows: bool) -> None:
        layout = self._edit.document().documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())
        if follows:
            self._edit.ensureCursorVisible()
        self.look_again()

    def _paint_behind(self, painter: QPainter, line: Line) -> None:
        place = QRectF(line.place)
        place.setHeight(max(line.block.layout().boundingRect().height(), place.height()))
        if _fenced(line.block):
            painter.fillRect(place, QColor(self._theme.tokens.hover))
        self._tint.paint(painter, line.block, place, self._theme.tokens)

    def _dress_again(self) -> None:
        if self._covers:
            self.cover()
        self.look_again()

    def look_again(self) -> None:
        """Look again, at everything, and paint it."""
        self._touched = None
        self._edit.viewport().update()


def _fenced(block: QTextBlock) -> bool:
    """Whether a line lies in a code fence, or ends one."""
    return max(block.userState(), block.previous().userState()) > ORDINARY
