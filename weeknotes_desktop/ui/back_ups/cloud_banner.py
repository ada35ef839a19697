"""Says that the notes file lies in a cloud folder, and offers the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from weeknotes_desktop.presenters.back_ups import BackUpsState, Doing
from weeknotes_desktop.ui.theme import Theme


class CloudBanner(QFrame):
    """One sentence and one button, over the back-ups."""

    left = Signal()  # only back-ups shall stay there

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cloudBanner")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setMinimumWidth(1)
        self._leave = QPushButton(self.tr("Keep only back-ups there"))
        self._leave.clicked.connect(lambda: self.left.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.dots(14), theme.dots(8), theme.dots(14), theme.dots(8))
        row.setSpacing(theme.dots(12))
        row.addWidget(self._words, 1)
        row.addWidget(self._leave)

    def draw(self, state: BackUpsState) -> None:
        """Draw what holds; nothing where the library lies in nobody's cloud."""
        self.setVisible(bool(state.cloud))
        if state.moves:
            said = self.tr("Your notes file leaves {cloud} when you close the main window.")
        else:
            said = self.tr("Your notes file lies in {cloud}, which can break it while it is open.")
        self._words.setText(said.format(cloud=state.cloud))
        self._leave.setVisible(state.may_move and not state.moves)
        self._leave.setEnabled(state.doing is Doing.NOTHING)
