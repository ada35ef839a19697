"""The day that the page of a note will name."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent

from weeknotes_desktop.ui.widgets.day_field import DayField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayEdit(DayField):
    """Says each day that the writer comes to."""

    day_chosen = Signal(object)  # the date; silent when ``show_day`` is called

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.dateChanged.connect(self._say)

    def show_day(self, day: date) -> None:
        """Show ``day``; nobody is told."""
        shown = QDate(day.year, day.month, day.day)
        if shown != self.date():
            before = self.blockSignals(True)
            self.setDate(shown)
            self.blockSignals(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was typed, and no more here; Ctrl+Enter means more."""
        super().keyPressEvent(event)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and not control:
            event.accept()

    def _say(self, chosen: QDate) -> None:
        self.day_chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))
