"""The list of the archive pane: arrows move, Enter and a click choose, letters look for a note."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from weeknotes_desktop.ui.archive.model import ArchiveModel
from weeknotes_desktop.ui.archive.row_painter import RowPainter

# Rows laid out before the first paint; the others follow while nothing else is to do.
_AT_ONCE = 500
_NOT_TYPING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class NoteList(QListView):
    """Moving and choosing are two things here: only what ``draw`` marks is selected."""

    row_chosen = Signal(QModelIndex)
    typed = Signal(str)
    row_removed = Signal(QModelIndex)

    def __init__(
        self, model: ArchiveModel, painter: RowPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self._beside = 0
        self.verticalScrollBar().rangeChanged.connect(self._leave_room)

    def measure_again(self, beside: int) -> None:
        """Rows have other heights now.

        Args:
            beside: The room right of the rows; the scroll bar, if any, lies in it.
        """
        self._beside = beside
        self._leave_room()
        self.scheduleDelayedItemsLayout()

    def bring_into_sight(self, index: QModelIndex) -> None:
        """Scroll to a row, also when it is too far down to have been laid out yet."""
        if not self.visualRect(index).isValid():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)
        self.scrollTo(index)

    def move_to_end(self, *, forward: bool) -> None:
        """Put the keyboard on the first or the last row that can be reached."""
        count = self.model().rowCount()
        for number in reversed(range(count)) if forward else range(count):
            index = self.model().index(number, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                return

    def selectionCommand(  # noqa: N802
        self,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
        event: QEvent | None = None,  # noqa: ARG002
    ) -> QItemSelectionModel.SelectionFlag:
        """The user's moves select nothing."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Delete removes; letters look for a note; the rest moves."""
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.row_chosen.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            if self.currentIndex().isValid():
                self.row_removed.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex())
        elif text.isprintable() and text.strip() and not event.modifiers() & _NOT_TYPING:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the row it began on."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if (
            event.button() is Qt.MouseButton.LeftButton
            and index == self.currentIndex()
            and index.flags() & Qt.ItemFlag.ItemIsEnabled
        ):
            self.row_chosen.emit(index)

    def _leave_room(self) -> None:
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self.setViewportMargins(0, 0, max(0, self._beside - taken), 0)
