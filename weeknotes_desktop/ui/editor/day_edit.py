"""A day that is typed, or looked up in a calendar, where it stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from weeknotes_desktop.ui.widgets.day_field import DayField


class DayEdit(DayField):
    """Return, a click into the calendar, or leaving it says the day; Escape does not."""

    entered = Signal(date)
    left = Signal()  # with or without another day

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._shown = QDate()
        self.calendarWidget().clicked.connect(self._leave)
        self.calendarWidget().activated.connect(self._leave)

    def show_day(self, day: date) -> None:
        """Begin with ``day``."""
        self._shown = QDate(day.year, day.month, day.day)
        self.setDate(self._shown)
        self.setCurrentSection(QDateEdit.Section.DaySection)
        self.setSelectedSection(QDateEdit.Section.DaySection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return says the day, Escape takes it back."""
        if event.key() == Qt.Key.Key_Escape:
            self.setDate(self._shown)
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is as good as Return; the calendar over it is not leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()

    def _leave(self, _: QDate | None = None) -> None:
        self.interpretText()
        if self.date() != self._shown:
            self._shown = self.date()
            self.entered.emit(date(self._shown.year(), self._shown.month(), self._shown.day()))
        self.left.emit()
