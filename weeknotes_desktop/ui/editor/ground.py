"""What lies behind the lines of the text: the tint of what stays here, the ground of code."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.ui.editor.hanging import hang
from weeknotes_desktop.ui.editor.marks import ORDINARY
from weeknotes_desktop.ui.editor.tint import Tint
from weeknotes_desktop.ui.theme import Theme


class Ground(QObject):
    """Paints behind the text of ``edit``.

    Args:
        tint: Knows which passages stay here.
        theme: Colours.
    """

    def __init__(self, edit: QPlainTextEdit, tint: Tint, theme: Theme) -> None:
        super().__init__(edit)
        self._edit = edit
        self._tint = tint
        self._theme = theme
        tint.changed.connect(self._repaint)

    def paint(self, part: QRect) -> None:
        """Paint behind the lines in that part of the viewport, while it is being painted."""
        grounded = [seen for seen in self._in_sight(part) if self._has_ground(seen[0])]
        # Only then: at the first sight of a viewport PySide6 looks through every class of
        # widget, which takes a tenth of a bare start.
        if grounded:
            with QPainter(self._edit.viewport()) as painter:
                for block, place in grounded:
                    self._paint_behind(painter, block, place)

    def _in_sight(self, part: QRect) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The lines there, each with its place in the viewport."""
        edit = self._edit
        block = edit.firstVisibleBlock()
        # For each place Qt adds up all the lines above: the sum is kept here instead.
        place = edit.blockBoundingGeometry(block).translated(edit.contentOffset())
        while block.isValid() and place.top() <= part.bottom():
            if hang(block):
                self._grown(block)
                place.setHeight(edit.blockBoundingRect(block).height())
            if place.bottom() >= part.top():
                yield block, place
            bottom = place.bottom()
            block = block.next()
            place = QRectF(edit.blockBoundingRect(block))
            place.moveTop(bottom)

    def _grown(self, block: QTextBlock) -> None:
        """A line takes other room than was thought; it is being painted, so all else comes soon."""
        follows = block == self._edit.textCursor().block()
        QTimer.singleShot(0, self, lambda: self._measure_again(follows=follows))

    def _measure_again(self, *, follows: bool) -> None:
        layout = self._edit.document().documentLayout()
        layout.documentSizeChanged.emit(layout.documentSize())
        if follows:
            self._edit.ensureCursorVisible()
        self._repaint()

    def _has_ground(self, block: QTextBlock) -> bool:
        return self._tint.holds_something or _fenced(block)

    def _paint_behind(self, painter: QPainter, block: QTextBlock, place: QRectF) -> None:
        height = max(block.layout().boundingRect().height(), place.height())
        row = QRectF(0, place.top(), self._edit.viewport().width(), height)
        if _fenced(block):
            painter.fillRect(row, QColor(self._theme.tokens.hover))
        self._tint.paint(painter, block, row, self._theme.tokens)

    def _repaint(self) -> None:
        self._edit.viewport().update()


def _fenced(block: QTextBlock) -> bool:
    """Whether a line lies in a code fence, or ends one."""
    return max(block.userState(), block.previous().userState()) > ORDINARY
