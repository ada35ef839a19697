"""Tints what stays here: passages that the public does not get to read."""

from __future__ import annotations

from bisect import bisect_right
from typing import cast

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument, QTextLine

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Jobs
from weeknotes_desktop.domain.readers import Audience, HiddenSpans
from weeknotes_desktop.ui.editor.documents import text_of
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.tokens import Tokens

_PAUSE = 200
_LONG_PAUSE = 1_500
_LONG = 100_000
# A longer text is read away from the window, and not before the keys pause; reading takes a
# second for each megabyte.
_READ_HERE = 10_000
_BAR = 3


class Tint(QObject):
    """Knows what is hidden in a document, a short pause after the last change.

    It tints nothing before it is told what is hidden: the cut arrives after
    the first paint.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden_spans: HiddenSpans | None = None
        self._aside: HiddenSpans | None = None
        self._jobs: Jobs | None = None
        self._changes = 0
        self._document: QTextDocument | None = None
        self._spans: list[tuple[int, int]] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.read)

    def begin(
        self,
        hidden_spans: HiddenSpans,
        jobs: Jobs | None = None,
        aside: HiddenSpans | None = None,
    ) -> None:
        """Tint what ``hidden_spans`` says the cut hides, now and from now on.

        Args:
            jobs: Reads long texts; without it they are read at once.
            aside: Says the same of long texts, in a process of its own: a thread would have
                the keys wait for their turn.
        """
        self._hidden_spans = hidden_spans
        self._aside = aside or hidden_spans
        self._jobs = jobs
        self._read_soon()

    def watch(self, document: QTextDocument) -> None:
        """Tint ``document`` from now on."""
        if self._document is not None:
            self._document.contentsChange.disconnect(self._shift)
        self._document = document
        document.contentsChange.connect(self._shift)
        self._changes += 1
        self._spans = []
        self._read_soon()

    def read(self) -> None:
        """Find out what is hidden now."""
        self._pause.stop()
        if self._document is None or self._hidden_spans is None:
            return
        find, text, changes = self._hidden_spans, text_of(self._document), self._changes
        aside = self._aside or find
        if self._jobs is None or len(text) <= _READ_HERE:
            self._take(_spans(find, text))
            return
        self._jobs.run(
            lambda: _spans(aside, text),
            # What was typed meanwhile is read after the next pause.
            lambda spans: self._take(spans) if changes == self._changes else None,
            _leave,
        )

    def _take(self, spans: list[tuple[int, int]]) -> None:
        if spans != self._spans:
            self._spans = spans
            self.changed.emit()

    def touches(self, block: QTextBlock) -> bool:
        """Whether anything of that line is hidden."""
        begin, end = block.position(), block.position() + block.length() - 1
        first = max(bisect_right(self._spans, (begin, begin)) - 1, 0)
        for hidden, shown in self._spans[first:]:
            if hidden > end:
                return False
            if shown > begin or hidden == shown == begin:
                return True
        return False

    def paint(self, painter: QPainter, block: QTextBlock, place: QRectF, tokens: Tokens) -> None:
        """Paint what lies behind one line of text.

        Args:
            painter: Of the viewport.
            block: The line.
            place: Its rectangle in the viewport; the width is that of the text column.
            tokens: Today's colours.
        """
        begin, end = block.position(), block.position() + block.length() - 1
        first = max(bisect_right(self._spans, (begin, begin)) - 1, 0)
        ground = QColor(tokens.attention_ground)
        for hidden, shown in self._spans[first:]:
            if hidden > end:
                return
            if shown <= begin and not hidden == shown == begin:
                continue
            if hidden <= begin and shown >= end:
                painter.fillRect(place, ground)
                bar = QRectF(place.left(), place.top(), _BAR, place.height())
                painter.fillRect(bar, QColor(tokens.attention))
            else:
                stretch = (max(hidden, begin) - begin, min(shown, end) - begin)
                _paint_words(painter, block, place.topLeft(), stretch, ground)

    def _read_soon(self) -> None:
        """At once, unless the text is so long that it would be felt."""
        if self._document is not None and self._document.characterCount() > _LONG:
            self._pause.start(_PAUSE)
        else:
            self.read()

    def _shift(self, place: int, removed: int, added: int) -> None:
        """Move what lies behind a change along, until it is read again."""
        self._changes += bool(added or removed)
        grown, behind = added - removed, place + removed
        if grown and self._spans and self._spans[-1][1] > place:
            spans = self._spans
            touched = bisect_right(spans, place, key=lambda span: span[1])
            shifted = bisect_right(spans, behind, touched, key=lambda span: span[0])
            self._spans = [
                *spans[:touched],
                *(
                    (_moved(begin, place, grown), _moved(end, place, grown))
                    for begin, end in spans[touched:shifted]
                ),
                *((begin + grown, end + grown) for begin, end in spans[shifted:]),
            ]
        length = 0 if self._document is None else self._document.characterCount()
        if length > _READ_HERE or not self._pause.isActive():
            self._pause.start(_LONG_PAUSE if length > _LONG else _PAUSE)


def _spans(hidden_spans: HiddenSpans, text: str) -> list[tuple[int, int]]:
    """What is hidden, as Qt counts."""
    offsets = Offsets(text)
    hidden = hidden_spans(text, Audience.PUBLIC)
    return [(offsets.unit(begin), offsets.unit(end)) for begin, end in hidden]


def _leave(_: WeekNotesError) -> None:
    """The tint stays as it is."""


def _moved(place: int, change: int, grown: int) -> int:
    return max(change, place + grown) if place > change else place


def _paint_words(
    painter: QPainter,
    block: QTextBlock,
    corner: QPointF,
    stretch: tuple[int, int],
    ground: QColor,
) -> None:
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        begin = max(stretch[0], line.textStart())
        end = min(stretch[1], line.textStart() + line.textLength())
        if begin < end:
            left, right = _x(line, begin), _x(line, end)
            words = QRectF(min(left, right), line.y(), abs(right - left), line.height())
            painter.fillRect(words.translated(corner), ground)


def _x(line: QTextLine, place: int) -> float:
    # The stubs promise an object; it is the place on the line and the place taken.
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
