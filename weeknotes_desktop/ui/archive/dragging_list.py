"""A long list whose notes can be dragged to another week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from weeknotes_desktop.ui.archive.long_list import LongList
from weeknotes_desktop.ui.archive.model import ArchiveModel
from weeknotes_desktop.ui.archive.row_painter import RowPainter

if TYPE_CHECKING:
    # Nothing is dragged before the first paint.
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QPaintEvent,
    )

A_NOTE = "application/x-weeknotes-note"
"""What is dragged: the id of a note, for nobody but this list."""


class DraggingList(LongList):
    """Shows where a note would go, and says where it was dropped; it moves nothing itself."""

    note_dropped = Signal(str, object)  # its id, and the Week

    def __init__(
        self, model: ArchiveModel, painter: RowPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, painter, parent)
        self._pressed_at = QPoint()
        self._target = QModelIndex()
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, for the note that may be dragged from there."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: ARG002, N802, N803
        """Take along the note under the mouse, whichever is open."""
        from PySide6.QtGui import QDrag

        index = self.currentIndex()
        carried = self.carried(index)
        if carried is None:
            return
        row = self.visualRect(index)
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.setPixmap(self.viewport().grab(row))
        drag.setHotSpot(self._pressed_at - row.topLeft())
        drag.exec(Qt.DropAction.MoveAction)
        self._show_target(QModelIndex())

    def carried(self, index: QModelIndex) -> QMimeData | None:
        """What is dragged of a row; None where it is no note."""
        note_id = self._model.rows.note_at(index.row()) if index.isValid() else None
        if note_id is None:
            return None
        from PySide6.QtCore import QMimeData

        carried = QMimeData()
        carried.setData(A_NOTE, note_id.encode(errors="surrogatepass"))
        return carried

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Nothing but a note can be dropped here."""
        event.setAccepted(event.mimeData().hasFormat(A_NOTE))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the week that the note would go to; near an edge, the list moves on."""
        place, edge = event.position().toPoint(), self._heights.note // 2
        bar = self.verticalScrollBar()
        if place.y() < edge:
            bar.setValue(bar.value() - edge)
        elif place.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge)
        self._show_target(self._target_of(event))
        event.setAccepted(self._target.isValid())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It goes nowhere."""
        self._show_target(QModelIndex())
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which note goes to which week."""
        target = self._target_of(event)
        self._show_target(QModelIndex())
        event.setAccepted(target.isValid())
        if target.isValid():
            week = self._model.rows.week_at(target.row())
            self.note_dropped.emit(_note_in(event.mimeData()), week)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a frame around the week that a note would go to."""
        super().paintEvent(event)
        if self._target.isValid():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().accent().color(), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.visualRect(self._target).adjusted(2, 2, -3, -3), 6, 6)
            painter.end()

    def _target_of(self, event: QDropEvent) -> QModelIndex:
        """The row of another week under the mouse, where a note of ours is dragged."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or not event.mimeData().hasFormat(A_NOTE):
            return QModelIndex()
        rows = self._model.rows
        here, week = rows.place_of(_note_in(event.mimeData())), rows.week_at(index.row())
        if week is None or (here is not None and rows.week_at(here) == week):
            return QModelIndex()
        return index

    def _show_target(self, target: QModelIndex) -> None:
        if target != self._target:
            self._target = target
            self.viewport().update()


def _note_in(carried: QMimeData) -> str:
    return bytes(carried.data(A_NOTE).data()).decode(errors="surrogatepass")
