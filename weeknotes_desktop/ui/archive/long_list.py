"""A list of any length: it lays out and paints nothing but what is in sight.

Qt's own list view asks each row for its size before it can show the last one.
Here the rows tell where they stand by numbers alone, so that a jump to
anywhere costs as much as a step. It is a ``QListView`` still, because screen
readers know what that is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from weeknotes_desktop.ui.archive.model import AnyIndex, ArchiveModel
from weeknotes_desktop.ui.archive.row_painter import RowPainter

if TYPE_CHECKING:
    # Qt makes what is imported of it when it is first touched, some in milliseconds.
    from PySide6.QtCore import QItemSelection, QItemSelectionModel
    from PySide6.QtGui import QPaintEvent, QRegion

_Move = QAbstractItemView.CursorAction
_BACK = (_Move.MoveUp, _Move.MovePrevious, _Move.MoveLeft)
_ON = (_Move.MoveDown, _Move.MoveNext, _Move.MoveRight)
_A_WHEEL_STEP = 3


class LongList(QListView):
    """Shows the rows of an ``ArchiveModel``; says which of them are in sight."""

    rows_seen = Signal(int, int)  # the first, and the one after the last

    def __init__(
        self, model: ArchiveModel, painter: RowPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = painter
        self._heights = painter.heights
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(painter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAutoScroll(False)

    def doItemsLayout(self) -> None:  # noqa: N802
        """The rows are others, or have other heights."""
        self._heights.take(self._model.rows)
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: N802
        """How far one can scroll."""
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setSingleStep(max(self._heights.note // _A_WHEEL_STEP, 1))
        bar.setPageStep(room)
        bar.setRange(0, max(self._heights.total - room, 0))
        self._tell()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Other rows come into sight."""
        QAbstractItemView.scrollContentsBy(self, dx, dy)
        self._tell()

    def verticalOffset(self) -> int:  # noqa: N802
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:  # noqa: N802
        """Rows are as wide as the list."""
        return 0

    def visualRect(self, index: AnyIndex) -> QRect:  # noqa: N802
        """Where a row stands in the window; also one that is out of sight."""
        if not index.isValid() or index.row() >= len(self._model.rows):
            return QRect()
        top = self._heights.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """The row at a place of the window."""
        row = self._heights.row_at(point.y() + self.verticalOffset())
        return self._model.index(row) if row >= 0 else QModelIndex()

    def scrollTo(  # noqa: N802
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight, with the heading right above it."""
        place = self.visualRect(index)
        if not place.isValid():
            return
        above = index.row() - 1
        if above >= 0 and self._model.rows.is_heading(above):
            place.setTop(place.top() - self._heights.height(above))
        room, bar = self.viewport().height(), self.verticalScrollBar()
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + place.center().y() - room // 2)
        elif place.top() < 0 or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + place.top())
        elif place.bottom() >= room:
            bar.setValue(bar.value() + place.bottom() + 1 - room)

    def moveCursor(  # noqa: N802
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002
    ) -> QModelIndex:
        """Where a key leads to; headings are passed over."""
        here, last = self.currentIndex().row(), len(self._model.rows) - 1
        if action in _BACK:
            return self._reached(here - 1, -1)
        if action in _ON:
            return self._reached(here + 1, 1)
        if action is _Move.MoveHome:
            return self._reached(0, 1)
        if action is _Move.MoveEnd or last < 0:
            return self._reached(last, -1)
        down = action is _Move.MovePageDown
        room = self.viewport().height()
        place = self._heights.top(max(here, 0)) + (room if down else -room)
        row = self._heights.row_at(max(place, 0))
        return self._reached(last if row < 0 else row, 1 if down else -1)

    def setSelection(  # noqa: N802
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """Only what ``draw`` marks is selected."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """What has to be painted again when a row is marked, or no longer."""
        # Not on top: nothing is marked anew before the first paint.
        from PySide6.QtGui import QRegion

        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight, or those of them that changed."""
        painter = QPainter(self.viewport())
        first, last = self._between(event.rect().top(), event.rect().bottom())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain, pointed = option.state, self.indexAt(self._pointer())
        for row in range(first, last):
            index = self._model.index(row)
            option.rect = self.visualRect(index)
            option.state = self._state(index, plain, pointed)
            self._painter.paint(painter, option, index)
        painter.end()

    def rows_in_sight(self) -> tuple[int, int]:
        """The first, and the one after the last."""
        return self._between(0, self.viewport().height() - 1)

    def _between(self, top: int, bottom: int) -> tuple[int, int]:
        offset = self.verticalOffset()
        first = self._heights.row_at(max(top + offset, 0))
        if first < 0:
            return 0, 0
        last = self._heights.row_at(bottom + offset)
        return first, len(self._model.rows) if last < 0 else last + 1

    def _state(
        self, index: QModelIndex, plain: QStyle.StateFlag, pointed: QModelIndex
    ) -> QStyle.StateFlag:
        state = plain
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if index == pointed:
            state |= QStyle.StateFlag.State_MouseOver
        if self.hasFocus() and index == self.currentIndex():
            return state | QStyle.StateFlag.State_HasFocus
        return state & ~QStyle.StateFlag.State_HasFocus

    def _pointer(self) -> QPoint:
        """Where the mouse is over the rows; nowhere near them while it is elsewhere."""
        if not self.viewport().underMouse():
            return QPoint(-1, -self.verticalOffset() - 1)
        # Not on top: few start with the mouse over it.
        from PySide6.QtGui import QCursor

        return self.viewport().mapFromGlobal(QCursor.pos())

    def _reached(self, row: int, step: int) -> QModelIndex:
        """The first row from there on that can be reached; where there is none, the current one."""
        rows = self._model.rows
        while 0 <= row < len(rows):
            if not rows.is_heading(row):
                return self._model.index(row)
            row += step
        return self.currentIndex()

    def _tell(self) -> None:
        self.rows_seen.emit(*self.rows_in_sight())
