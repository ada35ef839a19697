"""A list in sections: arrows and a click choose, Enter goes on."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_painter import SectionPainter
from weeknotes_desktop.ui.widgets.sections import Entry, Row, SectionModel


class SectionList(QListView):
    """Draws rows, and says which entry the user chose.

    Args:
        name: What is listed, for screen readers.
        single: Whether an entry is one line, its second words behind the first.
        choosable: Whether entries can be chosen; else they are only read.
    """

    entry_chosen = Signal(object)  # its key; silent when ``draw`` is called
    went_on = Signal()  # Enter on an entry

    def __init__(
        self,
        name: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        single: bool = False,
        choosable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._model = SectionModel(self)
        self._painter = SectionPainter(self._model, theme, single=single, parent=self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setObjectName("sections")
        self.setFrameShape(QFrame.Shape.NoFrame)
        selection = QAbstractItemView.SelectionMode
        self.setSelectionMode(selection.SingleSelection if choosable else selection.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        theme.changed.connect(self._measure_again)

    @property
    def chosen(self) -> Hashable | None:
        """The key of the chosen entry."""
        place = self.currentIndex().row()
        row = self._model.rows[place] if 0 <= place < len(self._model.rows) else None
        return row.key if isinstance(row, Entry) else None

    def draw(self, rows: tuple[Row, ...], chosen: Hashable = None) -> None:
        """Show these rows; nobody is told of what is chosen by it."""
        with QSignalBlocker(self):
            if rows != self._model.rows:
                scrolled = self.verticalScrollBar().value()
                self._model.show(rows)
                self._painter.measure()
                self.verticalScrollBar().setValue(scrolled)
            place = self._model.place_of(chosen) if chosen is not None else None
            if place is not None and self.currentIndex().row() != place:
                self.setCurrentIndex(self._model.index(place))

    def currentChanged(  # noqa: N802
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Arrows and clicks choose."""
        super().currentChanged(current, previous)
        row = self._model.rows[current.row()] if current.isValid() else None
        if isinstance(row, Entry):
            self.entry_chosen.emit(row.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the first entry, where it was on none."""
        if not self.currentIndex().isValid():
            places = (place for place, row in enumerate(self._model.rows) if isinstance(row, Entry))
            first = next(places, None)
            if first is not None:
                self.setCurrentIndex(self._model.index(first))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; the rest moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def _measure_again(self) -> None:
        self._painter.measure()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
