"""Marks under the text: misspelt words and other slips, painted and never put into the document.

A format in the document would have Qt repaint the whole text with each key.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple, cast

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.ui.editor.documents import text_of
from weeknotes_desktop.ui.editor.ground import Line
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.editor.strokes import paint_stroke
from weeknotes_desktop.ui.theme import Theme

MOST = 1_000
"""How many marks a text has at most; each moves with each key."""

_DOT = 5.0
# Clear of the bar of a private passage.
_FROM_EDGE = 7.5


class Mark(NamedTuple):
    """A slip and where it stands now, in UTF-16 units."""

    start: int
    end: int
    slip: Slip


class MarksUnderText(QObject):
    """Paints what there is to look at in the text that ``edit`` shows.

    Args:
        edit: Calls ``paint`` while it is being painted.
        theme: Colours.
    """

    def __init__(self, edit: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(edit)
        self._edit, self._theme = edit, theme
        self._document = edit.document()
        self._marks: list[Mark] = []
        self._longest = 0
        self._under_caret: Mark | None = None
        self._document.contentsChange.connect(self._shift)
        edit.cursorPositionChanged.connect(self._caret_moved)
        theme.changed.connect(self._repaint)

    def show(self, slips: Sequence[Slip]) -> None:
        """Mark these places of the text, which is as it was when they were found."""
        if self._document is not self._edit.document():
            # A text that is kept no longer has taken its connections along.
            with suppress(RuntimeError):
                self._document.contentsChange.disconnect(self._shift)
            self._document = self._edit.document()
            self._document.contentsChange.connect(self._shift)
        if not slips and not self._marks:
            return
        text = text_of(self._document) if slips else ""
        offsets = Offsets(text)
        self._marks = [
            Mark(offsets.unit(slip.start), offsets.unit(slip.end), slip)
            for slip in slips[:MOST]
            if not slip.in_title and slip.end <= len(text)
        ]
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)
        self._under_caret = self._at_caret()
        self._repaint()

    def at(self, place: int) -> Mark | None:
        """The mark at that place; the narrowest where there are several."""
        last = bisect_right(self._marks, place, key=lambda mark: mark.start)
        around = [mark for mark in self._marks[max(0, last - 8) : last] if place <= mark.end]
        return min(around, key=lambda mark: mark.end - mark.start, default=None)

    def of(self, slip: Slip) -> Mark | None:
        """Where that slip stands now; None where its words are gone."""
        return next((mark for mark in self._marks if mark.slip == slip), None)

    def after(self, place: int) -> Mark | None:
        """The next mark behind that place; the first one where there is none."""
        nth = bisect_left(self._marks, place, key=lambda mark: mark.start)
        return next(iter(self._marks[nth:] or self._marks), None)

    def paint(self, lines: Sequence[Line]) -> None:
        """Paint the marks of those lines, behind the text."""
        if not self._marks or self._document is not self._edit.document():
            return
        seen = [(line, marks) for line in lines if (marks := self._of_line(line.block))]
        if not seen:
            return
        with QPainter(self._edit.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for line, marks in seen:
                self._paint_marks(painter, line, marks)

    def _of_line(self, block: QTextBlock) -> Sequence[Mark]:
        """The marks that begin in it."""
        begin, behind = block.position(), block.position() + block.length()
        first = bisect_left(self._marks, begin, key=lambda mark: mark.start)
        return self._marks[
            first : bisect_left(self._marks, behind, first, key=lambda mark: mark.start)
        ]

    def _paint_marks(self, painter: QPainter, line: Line, marks: Sequence[Mark]) -> None:
        """Paint what of them is in sight, and a dot if the line begins there and has a slip."""
        block, corner = line.block, line.place.topLeft()
        colour, scale = self._theme.colour("attention"), self._theme.text_scale
        begin, end = self._in_sight(line)
        first = bisect_left(marks, begin - self._longest, key=lambda mark: mark.start)
        behind = bisect_left(marks, end, key=lambda mark: mark.start)
        for mark in marks[first:behind]:
            if mark is self._under_caret:
                continue
            wave = mark.slip.check == SPELLING
            start, stop = max(mark.start, begin), min(mark.end, end)
            for words in _stretches(block, start - block.position(), stop - block.position()):
                paint_stroke(painter, words.translated(corner), colour, scale, wave=wave)
        if begin == block.position() and any(mark.slip.check != SPELLING for mark in marks):
            self._paint_in_margin(painter, block, corner.y(), colour)

    def _in_sight(self, line: Line) -> tuple[int, int]:
        """Between which places the letters stand that are in sight: a paragraph may be long."""
        layout, start = line.block.layout(), line.block.position()
        top = -line.place.y()
        bottom = top + self._edit.viewport().height()
        if top <= 0 and line.place.height() <= bottom:
            return start, start + line.block.length()
        rows = range(layout.lineCount())

        def height(row: int) -> float:
            return layout.lineAt(row).y()

        first = layout.lineAt(max(bisect_right(rows, top, key=height) - 1, 0))
        last = layout.lineAt(max(bisect_left(rows, bottom, key=height) - 1, 0))
        return start + first.textStart(), start + last.textStart() + last.textLength()

    def _paint_in_margin(
        self, painter: QPainter, block: QTextBlock, top: float, colour: QColor
    ) -> None:
        line = block.layout().lineAt(0)
        right_to_left = block.textDirection() is Qt.LayoutDirection.RightToLeft
        x = self._edit.viewport().width() - _FROM_EDGE if right_to_left else _FROM_EDGE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        # Larger with the text, as far as there is room beside it.
        radius = _DOT / 2 * min(self._theme.text_scale, 1.5)
        painter.drawEllipse(QPointF(x, top + line.y() + line.height() / 2), radius, radius)

    def _shift(self, place: int, removed: int, added: int) -> None:
        """Move the marks along with a change; one whose words have changed is gone."""
        if not self._marks:
            return
        grown, behind = added - removed, place + removed
        # What ends before the change for certain stays as it is.
        touched = bisect_left(self._marks, place - self._longest, key=lambda mark: mark.start)
        moved = self._marks[:touched]
        for mark in self._marks[touched:]:
            if mark.end <= place:
                moved.append(mark)
            elif mark.start >= behind:
                moved.append(Mark(mark.start + grown, mark.end + grown, mark.slip))
            elif not grown and self._still_says(mark):
                # Only its looks have changed.
                moved.append(mark)
        self._marks = moved

    def _still_says(self, mark: Mark) -> bool:
        cursor = QTextCursor(self._document)
        if mark.end >= self._document.characterCount():
            return False
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        said = cursor.selectedText()
        return mark.slip.check != SPELLING or said.replace("’", "'") == mark.slip.words

    def _caret_moved(self) -> None:
        if self._marks or self._under_caret:
            under = self._at_caret()
            if under is not self._under_caret:
                self._under_caret = under
                self._repaint()

    def _at_caret(self) -> Mark | None:
        """The misspelt word that the caret ends, as it is still being typed."""
        place = self._edit.textCursor().position()
        mark = self.at(place) if self._edit.hasFocus() else None
        return mark if mark and mark.end == place and mark.slip.check == SPELLING else None

    def _repaint(self) -> None:
        self._edit.viewport().update()


def _stretches(block: QTextBlock, begin: int, end: int) -> Iterator[QRectF]:
    """Where these letters of a block stand, line by line."""
    layout = block.layout()
    # From the line on that the first of them stands in: a paragraph may have thousands.
    number = max(layout.lineForTextPosition(begin).lineNumber(), 0)
    while number < layout.lineCount() and layout.lineAt(number).textStart() < end:
        line = layout.lineAt(number)
        first = max(begin, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            yield QRectF(left, line.y(), max(right - left, _DOT), line.height())
        number += 1


def _x(line: QTextLine, place: int) -> float:
    # The stubs promise an object; it is the place on the line and the place taken.
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
