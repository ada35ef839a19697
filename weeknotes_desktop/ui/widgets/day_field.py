"""A day that can be typed, stepped, or taken from a calendar."""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QLocale, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QDateEdit, QWidget

_WEEKDAY = re.compile(r"d{3,4}[,.،]?\s*|\s*d{3,4}$")
_ARROW = "▾"


class DayField(QDateEdit):
    """Shows a day in the words of the writer's language; its calendar begins on Monday.

    Args:
        name: What day it is, for screen readers.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCalendarPopup(True)
        # Half a day that is being typed is none.
        self.setKeyboardTracking(False)
        self.setDateRange(QDate(1, 1, 1), QDate(9999, 12, 31))
        self.setDisplayFormat(_WEEKDAY.sub("", QLocale().dateFormat()).strip(" ,،"))
        calendar = self.calendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Nothing is wrong with a weekend: Qt would have it red.
            calendar.setWeekdayTextFormat(day, QTextCharFormat())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show that there is a calendar; a style sheet has taken the arrow away."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        width = self.fontMetrics().horizontalAdvance(_ARROW)
        place = QRect(self.width() - 2 * width, 0, width, self.height())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(width)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _ARROW)
