"""Paints the places of all notes: what goes is struck through, what comes is underlined."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.presenters.replacing_state import (
    NoteHeading,
    PlaceLine,
    ReplacingRow,
    Ticks,
)
from weeknotes_desktop.ui.finding.place_model import AnyIndex, PlaceModel
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.marks import paint_outcome
from weeknotes_desktop.ui.widgets.row_painting import RIGHT, RowPainting

_BOX = 15
_ENDLESS = 100_000
_GAP = "\u2009"
_MARKS = {Ticks.ALL: Outcome.DONE, Ticks.SOME: Outcome.NOT_STARTED, Ticks.NONE: None}


class PlacePainter(QStyledItemDelegate):
    """Paints headings and places; knows how tall each is."""

    def __init__(self, model: PlaceModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._rows = RowPainting(theme)
        self.measure()

    def measure(self) -> None:
        """Take fonts and heights from the theme; needed when it changed."""
        dots = self._theme.dots
        self._plain = self._theme.font()
        self._bold = self._theme.font(weight=QFont.Weight.DemiBold)
        self._quiet = self._theme.font("small")
        height = QFontMetrics(self._plain).height()
        self._line, self._heading = height + dots(10), height + dots(20)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """How much room a row needs; the view is as wide as it is."""
        heading = isinstance(self._model.rows[index.row()], NoteHeading)
        return QSize(self._theme.dots(120), self._heading if heading else self._line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        row, dots = self._model.rows[index.row()], self._theme.dots
        line = option.rect
        if isinstance(row, NoteHeading):
            line = line.adjusted(0, dots(10), 0, 0)
        self._rows.ground(painter, option, line)
        inside = line.adjusted(dots(8), 0, -dots(8), 0)
        if isinstance(row, PlaceLine):
            inside.setLeft(inside.left() + dots(22))
        side = dots(_BOX)
        box = QRect(inside.left(), line.center().y() - side // 2, side, side)
        mark = self._mark(row)
        place = QStyle.visualRect(option.direction, option.rect, box)
        paint_outcome(painter, QRectF(place), mark, self._theme.tokens, self._theme.tokens.page)
        room = inside.adjusted(side + dots(9), 0, 0, 0)
        if isinstance(row, NoteHeading):
            self._paint_heading(painter, option, room, row)
        else:
            self._paint_place(
                painter, option, QStyle.visualRect(option.direction, option.rect, room), row
            )
        painter.restore()

    def _mark(self, row: ReplacingRow) -> Outcome | None:
        if isinstance(row, NoteHeading):
            return _MARKS[row.ticks]
        return Outcome.DONE if row.ticked else None

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: NoteHeading
    ) -> None:
        quiet = QFontMetrics(self._quiet)
        aside = f"{row.places:,}"
        if row.published:
            aside = self.tr("published") + " · " + aside
        self._rows.words(painter, option, room, self._quiet, "grey", aside, RIGHT)
        room = room.adjusted(0, 0, -quiet.horizontalAdvance(aside) - self._theme.dots(10), 0)
        title = row.title or row.label
        self._rows.words(painter, option, room, self._bold, "text", title)
        if row.title:
            taken = QFontMetrics(self._bold).horizontalAdvance(title) + self._theme.dots(9)
            if taken < room.width():
                room = room.adjusted(taken, 0, 0, 0)
                self._rows.words(painter, option, room, self._quiet, "grey", row.label)

    def _paint_place(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: PlaceLine
    ) -> None:
        words = row.lead + row.goes + _GAP + row.comes + row.tail
        layout = QTextLayout(words, self._plain)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.NoWrap)
        # The note’s own direction, not that of the window.
        right_to_left = _right_to_left(words)
        wrap.setTextDirection(_direction(right_to_left))
        wrap.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(wrap)
        layout.setFormats(self._dress(row))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS)
        layout.endLayout()
        left: float = room.left()
        beyond = line.naturalTextWidth() > room.width()
        if right_to_left if beyond else option.direction is Qt.LayoutDirection.RightToLeft:
            left = room.right() + 1 - line.naturalTextWidth()
        painter.setClipRect(room)
        painter.setPen(self._theme.colour("text" if row.ticked else "grey"))
        top = room.top() + (room.height() - line.height()) / 2
        layout.draw(painter, QPointF(left, top))

    def _dress(self, row: PlaceLine) -> list[QTextLayout.FormatRange]:
        gone, come = QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setForeground(QBrush(self._theme.colour("attention")))
        gone.setBackground(QBrush(self._theme.colour("attention_ground")))
        come.setFontUnderline(True)
        come.setForeground(QBrush(self._theme.colour("text")))
        come.setBackground(QBrush(self._theme.colour("done_ground")))
        begin = _units(row.lead)
        middle = begin + _units(row.goes) + _units(_GAP)
        ranges = []
        for start, length, dress in (
            (begin, _units(row.goes), gone),
            (middle, _units(row.comes), come),
        ):
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, length, dress
            ranges.append(part)
        return ranges


def _right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    directions = (bidirectional(letter) for letter in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"


def _direction(right_to_left: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
