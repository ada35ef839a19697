"""What the user sees when the library cannot be opened: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.ui.theme import Theme


class Refusal(QWidget):
    """A small window in place of the real one; nothing was changed."""

    def __init__(self, error: WeekNotesError, theme: Theme) -> None:
        super().__init__()
        self.wants_another_try = False
        """Whether it was closed by the button that says so."""
        self.setWindowTitle("WeekNotes")
        problem = QLabel(error.problem)
        problem.setFont(theme.font("large", 600))
        remedy = QLabel(error.remedy or self.tr("Nothing was changed."))
        for label in (problem, remedy):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        again = QPushButton(self.tr("Try again"))
        again.clicked.connect(self._try_again)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(again)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        margin = theme.dots(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.dots(10))
        column.addWidget(problem)
        column.addWidget(remedy)
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(theme.dots(480), theme.dots(190))

    def _try_again(self) -> None:
        self.wants_another_try = True
        self.close()
