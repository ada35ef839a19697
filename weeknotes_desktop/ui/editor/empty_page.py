"""What stands in the middle while a week has no note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.theme import Theme


class EmptyPage(QWidget):
    """One calm line, and a button that starts the note."""

    start_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noNote")
        self._line = QLabel(self.tr("No note for this week yet."))
        self._line.setObjectName("noNoteLine")
        self._days = QLabel()
        self._days.setObjectName("noNoteDays")
        self._start = QPushButton(self.tr("Start this week’s note"))
        self._start.setProperty("look", "primary")
        self._start.clicked.connect(self.start_chosen)
        self.setFocusProxy(self._start)
        column = QVBoxLayout(self)
        column.setSpacing(theme.dots(6))
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(self._line, 0, centre)
        column.addWidget(self._days, 0, centre)
        column.addSpacing(theme.dots(12))
        column.addWidget(self._start, 0, centre)
        column.addStretch(3)

    def draw(self, week: Week, this_week: Week, *, read_only: bool = False) -> None:
        """Offer to start the note of ``week``, where one can be."""
        self._start.setEnabled(not read_only)
        now = week == this_week
        self._days.setText(words.days(week))
        self._line.setText(
            self.tr("No note for this week yet.") if now else self.tr("No note for that week.")
        )
        self._start.setText(
            self.tr("Start this week’s note") if now else self.tr("Start that week’s note")
        )
