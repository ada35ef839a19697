"""What the user sees when the library cannot be opened, or not yet: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
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
        problem = _sentence(error.problem)
        problem.setFont(theme.font("large", 600))
        remedy = _sentence(error.remedy or self.tr("Nothing was changed."))
        again = QPushButton(self.tr("Try again"))
        again.clicked.connect(self._try_again)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        _lay_out(self, theme, (problem, remedy), (again, close))

    def _try_again(self) -> None:
        self.wants_another_try = True
        self.close()


class Waiting(QWidget):
    """A small window while somebody else holds the library; it is tried again by itself."""

    def __init__(self, busy: WeekNotesError, theme: Theme) -> None:
        super().__init__()
        self.given_up = False
        """Whether the user does not want to wait any longer."""
        self._over = False
        self.setWindowTitle("WeekNotes")
        self._problem, self._remedy = _sentence(""), _sentence("")
        self._problem.setFont(theme.font("large", 600))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        _lay_out(self, theme, (self._problem, self._remedy), (close,))
        self.draw(busy)

    def draw(self, busy: WeekNotesError) -> None:
        """Say what is waited for."""
        words = self.tr("{problem} Trying again.").format(problem=busy.problem)
        self._problem.setText(words)
        self._remedy.setText(busy.remedy)
        self.setAccessibleName(words)

    def finish(self) -> None:
        """Go: there is nothing left to wait for."""
        self._over = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it has waited long enough."""
        self.given_up = not self._over
        super().closeEvent(event)


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _lay_out(
    window: QWidget,
    theme: Theme,
    sentences: tuple[QLabel, ...],
    offered: tuple[QPushButton, ...],
) -> None:
    window.setObjectName("refusal")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    for button in offered:
        buttons.addWidget(button)
    column = QVBoxLayout(window)
    margin = theme.dots(24)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(theme.dots(10))
    for sentence in sentences:
        column.addWidget(sentence)
    column.addStretch(1)
    column.addLayout(buttons)
    window.resize(theme.dots(480), theme.dots(190))
