"""Why a goal is let go: asked in the window, never in a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.line_limit import LineLimit


class LettingGo(QWidget):
    """One line for the reason, which may stay empty; Enter lets go, Escape does not."""

    let_go = Signal(str)
    kept = Signal()
    typed = Signal(str)  # so much of the reason as stands there now

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Why? It stays with you, and may be empty."))
        self._reason.setAccessibleName(self.tr("Why it is let go"))
        LineLimit(self._reason)
        self._reason.textEdited.connect(lambda _: self.typed.emit(self._reason.text()))
        self._reason.returnPressed.connect(self._let_go)
        keep = QPushButton(self.tr("Keep it"))
        keep.clicked.connect(self.kept)
        going = QPushButton(self.tr("Let it go"))
        going.setProperty("look", "primary")
        going.clicked.connect(self._let_go)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addWidget(keep)
        self._row.addWidget(going)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._reason)
        self._column.addLayout(self._row)
        self.measure()

    def ask(self, reason: str) -> None:
        """Go on with what was typed before, with the keyboard in the line."""
        self._reason.setText(reason)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps the goal; Enter in the line is answered already."""
        if event.key() == Qt.Key.Key_Escape:
            self.kept.emit()
        elif not (event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._reason.hasFocus()):
            super().keyPressEvent(event)

    def measure(self) -> None:
        """Text has another size now."""
        self._column.setSpacing(self._theme.dots(8))
        self._row.setSpacing(self._theme.dots(8))

    def _let_go(self) -> None:
        self.let_go.emit(" ".join(self._reason.text().split()))
