"""The strip of years under the archive: a click on a week goes there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from weeknotes_desktop.presenters.years import YearsState
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.years.model import YearsModel
from weeknotes_desktop.ui.years.painter import WeekPainter

_AT_ONCE = 5
"""Years in sight; the others are scrolled to."""
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class YearStrip(QTableView):
    """Draws a ``YearsState`` and says which week the writer wants to go to.

    Arrows go from week to week and from year to year, and are read out.
    """

    week_chosen = Signal(object)  # the Week

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._wanted = theme, True
        self._model = YearsModel(self)
        self.setObjectName("yearStrip")
        self.setAccessibleName(self.tr("Weeks of the years"))
        self.setModel(self._model)
        self.setItemDelegate(WeekPainter(self._model, theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setMinimumSectionSize(1)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setMinimumSectionSize(1)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setSectionsClickable(False)
        down.setHighlightSections(False)
        self._measure()
        theme.changed.connect(self._measure)
        self.hide()

    def turn(self, *, on: bool) -> None:
        """Show the strip, or leave its room to the list."""
        self._wanted = on
        self.setVisible(on and bool(self._model.state.years))

    def draw(self, state: YearsState) -> None:
        """Draw all of it; where the open note is in another year, that comes into sight."""
        before = self._model.state
        here = self._week_at(self.currentIndex())
        self._model.show(state)
        if state.years != before.years:
            self._measure()
        wanted = state.here if state.here != before.here or here is None else here
        place = state.place(wanted if wanted is not None else state.this_week)
        if place is not None:
            index = self._model.index(*place)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.turn(on=self._wanted)

    def sizeHint(self) -> QSize:
        """As tall as the years in sight."""
        rows = max(1, min(_AT_ONCE, self._model.rowCount()))
        return QSize(self._theme.dots(230), rows * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        """It may become narrower, not lower."""
        return QSize(self._theme.dots(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to the week; arrows move."""
        if event.key() in _CHOOSES:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to the week."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._choose(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the open note, or to this week."""
        state = self._model.state
        place = state.place(state.this_week)
        if not self.currentIndex().isValid() and place is not None:
            self.setCurrentIndex(self._model.index(*place))
        super().focusInEvent(event)

    def _choose(self, index: QModelIndex | QPersistentModelIndex) -> None:
        week = self._model.week(index)
        if week is not None:
            self.week_chosen.emit(week)

    def _week_at(self, index: QModelIndex) -> int | None:
        week = self._model.week(index)
        return None if week is None else week.monday.toordinal()

    def _measure(self) -> None:
        down = self.verticalHeader()
        down.setDefaultSectionSize(self._theme.dots(13))
        down.setFont(self._theme.font("tiny"))
        down.setFixedWidth(self._theme.dots(34))
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
