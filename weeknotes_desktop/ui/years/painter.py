"""Paints the marks of the weeks: told apart by their height and form, not by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from weeknotes_desktop.domain.written_week import monday_of
from weeknotes_desktop.presenters.years import WeekKind
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.years.model import AnyIndex, YearsModel


class WeekPainter(QStyledItemDelegate):
    """A written week is a bar, a short one half of it, one away a ring, a blank one a dot."""

    def __init__(self, model: YearsModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """As small as it can be seen."""
        return QSize(3, self._theme.dots(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one week."""
        week = self._model.week(index)
        if week is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, option, monday_of(week))
        place = QRectF(option.rect)
        gap = max(0.5, place.width() / 8)
        room = place.adjusted(gap, 2, -gap, -2)
        self._paint_mark(painter, room, self._model.state.kind(monday_of(week)))
        painter.restore()

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem, monday: int) -> None:
        """Where the keyboard is, where the open note stands, and which week it is."""
        state, colour = self._model.state, self._theme.colour
        place = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(place, colour("accent"))
        elif monday == state.here:
            painter.fillRect(place, colour("selection"))
        elif monday == state.this_week:
            painter.fillRect(place, colour("line"))

    def _paint_mark(self, painter: QPainter, room: QRectF, kind: WeekKind) -> None:
        colour, middle = self._theme.colour, room.center()
        painter.setPen(Qt.PenStyle.NoPen)
        match kind:
            case WeekKind.WRITTEN:
                painter.setBrush(colour("done"))
                painter.drawRoundedRect(room, 1, 1)
            case WeekKind.SHORT:
                painter.setBrush(colour("done"))
                room.setTop(middle.y())
                painter.drawRoundedRect(room, 1, 1)
            case WeekKind.AWAY:
                painter.setPen(QPen(colour("grey"), 1))
                painter.drawLine(
                    QPointF(middle.x(), room.top()), QPointF(middle.x(), room.bottom())
                )
            case WeekKind.BLANK:
                size = min(room.width(), self._theme.dots(3)) / 2
                painter.setBrush(colour("border"))
                painter.drawEllipse(QPointF(middle.x(), room.bottom() - size), size, size)
            case WeekKind.AHEAD:
                pass
