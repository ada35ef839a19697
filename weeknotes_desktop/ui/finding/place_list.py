"""The list of places: Space, Enter or a click ticks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from weeknotes_desktop.presenters.replacing_state import NoteHeading, ReplacingRow, Ticks
from weeknotes_desktop.ui.finding.place_model import PlaceModel
from weeknotes_desktop.ui.finding.place_painter import PlacePainter
from weeknotes_desktop.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceList(QListView):
    """Draws rows, and says which of them the user ticked."""

    ticked = Signal(object, bool)  # a PlaceKey

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PlaceModel(self)
        self._painter = PlacePainter(self._model, theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setObjectName("sections")
        self.setAccessibleName(self.tr("Places to replace"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._toggle)
        theme.changed.connect(self._measure_again)

    def draw(self, rows: tuple[ReplacingRow, ...]) -> None:
        """Show these rows."""
        if rows != self._model.rows:
            self._model.show(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick; Enter with Ctrl is for the window; the rest moves."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _ENTER:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space or event.key() in _ENTER:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the first row, where it was on none."""
        if not self.currentIndex().isValid() and self._model.rows:
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._model.rows[index.row()]
            on = row.ticks is Ticks.ALL if isinstance(row, NoteHeading) else row.ticked
            self.ticked.emit(row.key, not on)

    def _measure_again(self) -> None:
        self._painter.measure()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
