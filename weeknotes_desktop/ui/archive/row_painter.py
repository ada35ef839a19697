"""Paints the rows of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.presenters.archive_rows import (
    ArchiveRow,
    BlankWeekRow,
    ComingRow,
    MonthRow,
    NoteRow,
    ThisWeekRow,
)
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.archive.heights import RowHeights
from weeknotes_desktop.ui.archive.model import AnyIndex, ArchiveModel
from weeknotes_desktop.ui.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


if TYPE_CHECKING:
    # Colours come after the first paint.
    from weeknotes_desktop.domain.names import Colours

_MOST_MARKS = 4


class RowPainter(QStyledItemDelegate):
    """Paints headings, notes and blank weeks; knows how tall each is."""

    def __init__(self, model: ArchiveModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.heights = RowHeights()
        """Where each row stands."""
        self.colours: Colours | None = None
        """Of categories and tags; None while nobody has read them."""
        self.measure()

    def measure(self) -> None:
        """Take fonts and heights from the theme; needed when it changed."""
        theme = self._theme
        self._title = theme.font(weight=QFont.Weight.Medium)
        self._quiet = theme.font("small")
        self._faint = theme.font("small")
        self._faint.setItalic(True)
        self._heading = theme.font("tiny")
        self._heading.setCapitalization(QFont.Capitalization.AllUppercase)
        self._heading.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        title, quiet = QFontMetrics(self._title).height(), QFontMetrics(self._quiet).height()
        self._title_height = title
        dots = theme.dots
        heading = QFontMetrics(self._heading).height() + dots(18)
        self.heights.measure(
            note=title + quiet + dots(15),
            blank=quiet + dots(16),
            heading=heading,
            first=heading - dots(8),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """How much room a row needs; the view is as wide as it is."""
        return QSize(self._theme.dots(120), self.heights.height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        row = self._model.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        match row:
            case ThisWeekRow() | MonthRow():
                self._paint_heading(painter, option.rect, row)
            case NoteRow():
                self._paint_ground(painter, option)
                self._paint_note(painter, option, row)
            case ComingRow():
                self._paint_ground(painter, option)
                self._paint_coming(painter, option, row)
            case BlankWeekRow():
                self._paint_ground(painter, option)
                self._paint_blank(painter, option.rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The ground of a row: chosen, under the pointer, and a ring where the keyboard is."""
        state, dots = option.state, self._theme.dots
        card = option.rect.adjusted(1, 1, -2, -2)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("accent_ground"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("hover"))
        focused = state & QStyle.StateFlag.State_HasFocus
        painter.setPen(
            QPen(self._theme.colour("accent"), 1.5) if focused else QPen(Qt.PenStyle.NoPen)
        )
        painter.drawRoundedRect(card, dots(6), dots(6))

    def _paint_heading(self, painter: QPainter, rect: QRect, row: ArchiveRow) -> None:
        dots = self._theme.dots
        painter.setFont(self._heading)
        painter.setPen(self._theme.colour("grey"))
        words = rect.adjusted(dots(6), 0, -dots(7), -dots(4))
        low = Qt.AlignmentFlag.AlignBottom
        if isinstance(row, MonthRow):
            painter.drawText(words, Qt.AlignmentFlag.AlignTrailing | low, str(row.notes))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | low, self._model.headline(row))

    def _paint_note(self, painter: QPainter, option: QStyleOptionViewItem, row: NoteRow) -> None:
        dots, note = self._theme.dots, row.note
        first, second = self._two_lines(option)
        right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
        middle = first.center().y() + 1
        dot = QPoint(first.right() - dots(3) if right_to_left else first.left() + dots(4), middle)
        self._paint_dot(painter, dot, note.status)
        taken = self._paint_count(painter, first, note)
        room = first.adjusted(dots(13), 0, -taken, 0)
        if right_to_left:
            room = first.adjusted(taken, 0, -dots(13), 0)
        self._write(painter, room, self._title, "text", self._model.headline(row))
        taken = 0 if self.colours is None else self._paint_names(painter, option, second, note)
        room = second.adjusted(taken if right_to_left else 0, 0, 0 if right_to_left else -taken, 0)
        self._write(painter, room, self._quiet, "grey", self._model.second_line(note))

    def _paint_names(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, note: NoteSummary
    ) -> int:
        """The colours of category and tags at the end of a line; returns how much room they take.

        The category is a square, as there is but one; tags are dots.
        """
        # Not on top: colours come after the first paint.
        from weeknotes_desktop.ui.name_colours import shade

        colours = self.colours
        if colours is None:
            return 0
        marks = [(colours.tags[tag], False) for tag in note.tags if tag in colours.tags]
        if note.category in colours.categories:
            marks.append((colours.categories[note.category], True))
        size, gap = self._theme.dots(7), self._theme.dots(4)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, (colour, square) in enumerate(marks[-_MOST_MARKS:]):
            room = QRect(0, 0, size, size)
            room.moveCenter(line.center() + QPoint(0, 1))
            room.moveRight(line.right() - number * (size + gap))
            place = QStyle.visualRect(option.direction, line, room)
            painter.setBrush(shade(colour, self._theme))
            if square:
                painter.drawRoundedRect(place, 2, 2)
            else:
                painter.drawEllipse(place)
        shown = min(len(marks), _MOST_MARKS)
        return shown * (size + gap) + gap if shown else 0

    def _paint_coming(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ComingRow
    ) -> None:
        """What is known of a note while it is being read: its days."""
        _, second = self._two_lines(option)
        self._write(painter, second, self._quiet, "grey", words.days(row.week))

    def _two_lines(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Room for the title of a note, and for what stands under it."""
        dots = self._theme.dots
        inside = option.rect.adjusted(dots(8), dots(6), -dots(8), -dots(6))
        first = QRect(inside.topLeft(), QSize(inside.width(), self._title_height))
        return first, inside.adjusted(0, self._title_height + dots(2), 0, 0)

    def _paint_dot(self, painter: QPainter, middle: QPoint, status: Status) -> None:
        """Filled for published, a ring for a draft: told apart without the colour too."""
        radius = self._theme.dots(6) / 2
        if status is Status.PUBLISHED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("done"))
            painter.drawEllipse(QPointF(middle), radius + 0.3, radius + 0.3)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("attention"), self._theme.dots(3) / 2))
            painter.drawEllipse(QPointF(middle), radius, radius)

    def _paint_count(self, painter: QPainter, line: QRect, note: NoteSummary) -> int:
        """Goals done of goals set, where any were; returns how much room that takes."""
        if not note.goals_set:
            return 0
        words = f"{note.goals_met}/{note.goals_set}"
        painter.setFont(self._quiet)
        painter.setPen(self._theme.colour("grey"))
        painter.drawText(line, _RIGHT, words)
        return QFontMetrics(self._quiet).horizontalAdvance(words) + self._theme.dots(8)

    def _paint_blank(self, painter: QPainter, rect: QRect, row: BlankWeekRow) -> None:
        dots = self._theme.dots
        inside = rect.adjusted(dots(8), 0, -dots(8), 0)
        painter.setPen(self._theme.colour("grey"))
        painter.setFont(self._quiet)
        painter.drawText(inside, _RIGHT, "+")
        room = inside.adjusted(0, 0, -dots(14), 0)
        self._write(painter, room, self._faint, "grey", self._model.headline(row))

    def _write(self, painter: QPainter, room: QRect, font: QFont, colour: str, words: str) -> None:
        """One line of text, cut with “…” where it is too long."""
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        # A very long line is slow to measure, and no row shows more than this of it.
        line = " ".join(words[:300].split())
        short = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT | Qt.TextFlag.TextSingleLine, short)
