"""Paints the rows of a list in sections."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.row_painting import LONGEST, RIGHT, RowPainting
from weeknotes_desktop.ui.widgets.sections import AnyIndex, Entry, Heading, SectionModel


class SectionPainter(QStyledItemDelegate):
    """Paints headings and entries; knows how tall each is.

    Args:
        single: Whether an entry is one line, its second words behind the first.
    """

    def __init__(
        self, model: SectionModel, theme: Theme, *, single: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._single = single
        self._rows = RowPainting(theme)
        self.measure()

    def measure(self) -> None:
        """Take fonts and heights from the theme; needed when it, or the rows, changed."""
        theme, dots = self._theme, self._theme.dots
        self._first = theme.font(weight=QFont.Weight.Medium)
        self._quiet = theme.font("small")
        self._heading = theme.font("small", QFont.Weight.DemiBold)
        first, quiet = QFontMetrics(self._first), QFontMetrics(self._quiet)
        self._first_height = first.height()
        tall = first.height() + (dots(12) if self._single else quiet.height() + dots(15))
        self._entry_size = QSize(dots(120), tall)
        self._heading_size = QSize(dots(120), QFontMetrics(self._heading).height() + dots(20))
        self._column = self._needed = 0
        if self._single:
            self._measure_columns(first, quiet)

    def _measure_columns(self, first: QFontMetrics, quiet: QFontMetrics) -> None:
        """How wide the first words of a single line are at most, and the whole line."""
        # What has nothing behind it may be as long as it is.
        rows = [row for row in self._model.rows if isinstance(row, Entry) and row.second]
        gaps = self._theme.dots(12) + self._theme.dots(10)
        firsts = (first.horizontalAdvance(row.text[:LONGEST]) for row in rows)
        self._column = max(firsts, default=0)
        behind = (quiet.horizontalAdvance(row.second[:LONGEST] + row.aside) for row in rows)
        self._needed = self._column + gaps + max(behind, default=0)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """How much room a row needs; the view is as wide as it is."""
        entry = isinstance(self._model.rows[index.row()], Entry)
        return self._entry_size if entry else self._heading_size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._model.rows[index.row()]
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        else:
            self._rows.ground(painter, option, option.rect)
            self._paint_entry(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
        dots = self._theme.dots
        line = option.rect.adjusted(dots(8), dots(10), -dots(8), 0)
        left = 0
        if row.mark:
            self._rows.words(painter, option, line, self._heading, row.colour, row.mark)
            left = QFontMetrics(self._heading).horizontalAdvance("+") + dots(7)
        taken = self._write_aside(painter, option, line, row.aside)
        room = line.adjusted(left, 0, -taken, 0)
        self._rows.words(painter, option, room, self._heading, "grey", row.text)

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, row: Entry) -> None:
        dots = self._theme.dots
        inside = option.rect.adjusted(dots(8), dots(6), -dots(8), -dots(6))
        if row.icon:
            size = dots(16)
            top = inside.top() + max(0, (self._first_height - size) // 2)
            place = QRect(inside.left(), top, size, size)
            place = QStyle.visualRect(option.direction, option.rect, place)
            self._theme.icons.icon(row.icon, "grey").paint(painter, place)
            inside = inside.adjusted(size + dots(9), 0, 0, 0)
        first = QRect(inside.left(), inside.top(), inside.width(), self._first_height)
        # In single lines, what stands at the end goes from all where it fits not in one.
        aside = row.aside if first.width() >= self._needed else ""
        taken = self._write_aside(painter, option, first, aside)
        room = first.adjusted(0, 0, -taken, 0)
        self._rows.words(painter, option, room, self._first, "text", row.text)
        if self._single:
            second = room.adjusted(self._column + dots(12), 0, 0, 0)
        else:
            second = inside.adjusted(0, self._first_height + dots(2), 0, 0)
        self._rows.words(painter, option, second, self._quiet, "grey", row.second)

    def _write_aside(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, words: str
    ) -> int:
        """Quiet words at the far end; returns how much room they take."""
        if not words:
            return 0
        self._rows.words(painter, option, line, self._quiet, "grey", words, RIGHT)
        return QFontMetrics(self._quiet).horizontalAdvance(words) + self._theme.dots(10)
