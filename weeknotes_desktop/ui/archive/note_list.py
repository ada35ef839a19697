"""The list of the archive pane: arrows move, Enter and a click choose, letters look for a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from weeknotes_desktop.presenters.archive_rows import ArchiveRows
from weeknotes_desktop.ui.archive.dragging_list import DraggingList
from weeknotes_desktop.ui.archive.model import ArchiveModel
from weeknotes_desktop.ui.archive.row_painter import RowPainter

if TYPE_CHECKING:
    # Nobody asks for a menu before the first paint.
    from PySide6.QtGui import QContextMenuEvent

_NOT_TYPING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MARK = QItemSelectionModel.SelectionFlag


_Anchor = tuple[tuple[int, int | str], int]
"""A row, and where in the window it stands."""


class NoteList(DraggingList):
    """Moving and choosing are two things here: only what ``draw`` marks is selected."""

    row_chosen = Signal(QModelIndex)
    typed = Signal(str)
    row_removed = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)  # where on the screen

    def __init__(
        self, model: ArchiveModel, painter: RowPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, painter, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._beside = 0
        self.verticalScrollBar().rangeChanged.connect(self._leave_room)

    def measure_again(self, beside: int) -> None:
        """Rows have other heights now.

        Args:
            beside: The room right of the rows; the scroll bar, if any, lies in it.
        """
        self._beside = beside
        self.doItemsLayout()
        self._leave_room()

    def show_rows(self, rows: ArchiveRows) -> None:
        """Show these rows; what is looked at stays where it is, and so does the keyboard."""
        here, top = self._anchor(self.currentIndex()), self._anchor(self._first_note())
        self._model.show(rows)
        self.doItemsLayout()
        if here is not None and (place := rows.place_with(here[0])) is not None:
            index = self._model.index(place)
            if index != self.currentIndex():
                self.selectionModel().setCurrentIndex(index, _MARK.NoUpdate)
        # On top it stays on top: what is new comes into sight there.
        bar = self.verticalScrollBar()
        if top is not None and bar.value() and (place := rows.place_with(top[0])) is not None:
            bar.setValue(bar.value() + self.visualRect(self._model.index(place)).top() - top[1])
        self.viewport().update()

    def mark(self, index: QModelIndex, *, go: bool) -> None:
        """Mark the open note.

        Args:
            go: Whether to bring it into sight, with the keyboard.
        """
        selection = self.selectionModel()
        if not index.isValid():
            selection.clearSelection()
        elif not selection.isSelected(index):
            selection.select(index, _MARK.ClearAndSelect)
        if go and index.isValid():
            selection.setCurrentIndex(index, _MARK.NoUpdate)
            self.scrollTo(index)

    def move_to_end(self, *, forward: bool) -> None:
        """Put the keyboard on the first or the last row that can be reached."""
        move = QAbstractItemView.CursorAction
        end = self.moveCursor(
            move.MoveEnd if forward else move.MoveHome, Qt.KeyboardModifier.NoModifier
        )
        self.setCurrentIndex(end)
        self.scrollTo(end)

    def selectionCommand(  # noqa: N802
        self,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
        event: QEvent | None = None,  # noqa: ARG002
    ) -> QItemSelectionModel.SelectionFlag:
        """The user's moves select nothing."""
        return _MARK.NoUpdate

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
            before = self.currentIndex()
            super().keyPressEvent(event)
            # Not by itself: drawing moves the keyboard along as well, and must not scroll.
            if self.currentIndex() != before:
                self.scrollTo(self.currentIndex())

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click asks what can be done to its row, the menu key to that of the keyboard."""
        index, place = self.indexAt(event.pos()), event.globalPos()
        if event.reason() is not type(event).Reason.Mouse:
            index = self.currentIndex()
            self.scrollTo(index)
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.menu_wanted.emit(index, place)

    def _first_note(self) -> QModelIndex:
        """The topmost row in sight that is no heading: headings come and go with their notes."""
        first, last = self.rows_in_sight()
        rows = self._model.rows
        places = (row for row in range(first, last) if not rows.is_heading(row))
        place = next(places, None)
        return QModelIndex() if place is None else self._model.index(place)

    def _anchor(self, index: QModelIndex) -> _Anchor | None:
        if not index.isValid():
            return None
        return self._model.rows.key(index.row()), self.visualRect(index).top()

    def _leave_room(self) -> None:
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        room = max(0, self._beside - taken)
        # Qt mirrors the scroll bar, and no margins.
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)
