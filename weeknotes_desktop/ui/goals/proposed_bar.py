"""The quiet bar over goals that an import read out of a post."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.ui.capture.leading import LeadingLabel
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow


class ProposedBar(QFrame):
    """Says how many there are, and offers to confirm or dismiss them all."""

    confirmed = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("proposedBar")
        self._theme = theme
        self._words = LeadingLabel("proposedWords")
        self._confirm = QPushButton(self.tr("Confirm all"))
        self._confirm.clicked.connect(self.confirmed)
        self._dismiss = QPushButton(self.tr("Dismiss all"))
        self._dismiss.clicked.connect(self.dismissed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        buttons = Flow(theme.dots(6), theme.dots(4))
        buttons.add(self._confirm)
        buttons.add(self._dismiss)
        column.addWidget(buttons)

    def draw(self, number: int) -> None:
        """Say that so many goals are proposed."""
        one = self.tr("One goal was read out of the post.")
        many = self.tr("{number} goals were read out of the post.").format(number=number)
        self._words.setText(one if number == 1 else many)
        self.setAccessibleName(self._words.text())

    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in the order in which one reads."""
        return [self._confirm, self._dismiss]
