"""The window that says that something went wrong inside the program, and that the text is safe."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.presenters.crash import CrashState
from weeknotes_desktop.ui.theme import Theme


class CrashWindow(QWidget):
    """Draws a ``CrashState`` beside the window, never in its way."""

    rescue_chosen = Signal()
    close_chosen = Signal()
    report_place_chosen = Signal(Path)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Dialog)
        self.setObjectName("crash")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("WeekNotes")
        self._theme = theme
        self._what = _sentence(self.tr("Something went wrong inside WeekNotes."))
        self._what.setFont(theme.font("large", 600))
        self._where = _sentence("")
        self._where.setObjectName("crashSafety")
        self._said = _sentence("")
        self._said.setObjectName("crashSaid")
        self._about = _sentence(
            self.tr(
                "The report says where it happened, and nothing of what you wrote. "
                "It is sent nowhere."
            )
        )
        self._about.setObjectName("crashAbout")
        self._report = QPlainTextEdit()
        self._report.setObjectName("crashReport")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._report.setAccessibleName(self.tr("Report"))
        self._save = QPushButton(self.tr("Save the report…"))
        self._save.clicked.connect(self._save_report)
        self._rescue = QPushButton(self.tr("Save a rescue file…"))
        self._rescue.clicked.connect(self.rescue_chosen)
        self._close = QPushButton(self.tr("Close WeekNotes"))
        self._close.clicked.connect(self._leave)
        self._go_on = QPushButton(self.tr("Go on"))
        self._go_on.clicked.connect(self.close)
        self._lay_out()

    def draw(self, state: CrashState) -> None:
        """Draw the whole window, and show it."""
        safe = not state.problem
        self._where.setText(
            self.tr("✓  Your text is safe.")
            if safe
            else self.tr("!  Your text is not on the disk. {problem}").format(problem=state.problem)
        )
        self._said.setText(
            self.tr("Everything you typed is on the disk. You can go on writing.")
            if safe
            else self.tr(
                "It still stands in the window. Save it into a file of its own, then go on."
            )
        )
        self._where.setProperty("safe", safe)
        self._rescue.setVisible(not safe)
        self._look(self._go_on, primary=safe)
        self._look(self._rescue, primary=not safe)
        self.style().polish(self._where)
        self._report.setPlainText(state.report)
        self.setAccessibleName(f"{self._what.text()} {self._where.text()}")
        if not self.isVisible():
            self.resize(self._theme.dots(600), self._theme.dots(400))
        self.show()
        self.raise_()
        (self._go_on if safe else self._rescue).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes on; Enter does what the button says on which one is."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QPushButton
        ):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _look(self, button: QPushButton, *, primary: bool) -> None:
        button.setProperty("look", "primary" if primary else "")
        self.style().polish(button)

    def _leave(self) -> None:
        self.close()
        self.close_chosen.emit()

    def _save_report(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the report"),
            str(Path.home() / "weeknotes-report.txt"),
            self.tr("Text (*.txt)"),
        )
        if chosen:
            self.report_place_chosen.emit(Path(chosen))

    def _lay_out(self) -> None:
        dots = self._theme.dots
        self._report.setMinimumHeight(dots(90))
        buttons = QHBoxLayout()
        buttons.setSpacing(dots(8))
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        for button in (self._close, self._rescue, self._go_on):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(dots(24), dots(22), dots(24), dots(20))
        column.setSpacing(dots(8))
        for part in (self._what, self._where, self._said):
            column.addWidget(part)
        column.addSpacing(dots(6))
        column.addWidget(self._report, 1)
        column.addWidget(self._about)
        column.addSpacing(dots(8))
        column.addLayout(buttons)


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
