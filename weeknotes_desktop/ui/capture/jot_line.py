"""The line in which a jot is caught, in the middle of whatever window one is in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from weeknotes_desktop.ui.capture.leading import LeadingLabel
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.line_limit import LineLimit
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_WIDTH = 520
_MARGIN = 14


class JotLine(QFrame):
    """Enter keeps the line, with Ctrl for another one; Escape puts it away with its words.

    It lies over the window and is in nobody's way: one may write elsewhere
    while it is there.

    Args:
        home: The main window.
    """

    entered = Signal(str)

    def __init__(self, theme: Theme, home: QWidget) -> None:
        super().__init__(home)
        self._theme, self._home = theme, home
        self._over: QWidget = home
        self._came_from: QWidget | None = None
        self.setObjectName("jotLine")
        self.setAccessibleName(self.tr("Catch a jot"))
        self._heading = LeadingLabel("jotHeading", self.tr("Jot"))
        self._hint = LeadingLabel(
            "jotHint",
            self.tr("Enter keeps it · Ctrl+Enter keeps it and goes on · Esc puts it away"),
        )
        self._field = QLineEdit()
        self._field.setObjectName("jotField")
        LineLimit(self._field)
        self._field.setAccessibleName(self.tr("Jot"))
        self._field.setAccessibleDescription(self._hint.text())
        self._field.setPlaceholderText(self.tr("What would you like to remember for the note?"))
        self._column = QVBoxLayout(self)
        for part in (self._heading, self._field, self._hint):
            self._column.addWidget(part)
        home.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What stands in it, shown or put away."""
        return self._field.text()

    def come(self) -> None:
        """Come up over the window the user is in, with what was typed before."""
        before = QApplication.focusWidget()
        if before is not self._field:
            self._came_from = before
        active = QApplication.activeWindow()
        self._lie_over(active if isinstance(active, SideWindow) else self._home)
        self.show()
        self.raise_()
        self._over.activateWindow()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.end(False)

    def give_back(self, words: str) -> None:
        """Stand there again with words that could not be kept, before what was typed since."""
        self._field.setText(f"{words} {self._field.text()}".strip())
        self.come()

    def hand_over(self) -> None:
        """Have kept whatever stands in it."""
        words = self._field.text()
        if words.strip():
            self._field.clear()
            self.entered.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape puts away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            stays = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if not stays:
                self._go()
            self.hand_over()
        elif event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle; go home when the window below is closed."""
        if watched is self._over:
            if event.type() is QEvent.Type.Resize:
                self._find_a_place()
            elif event.type() is QEvent.Type.Hide and not event.spontaneous():
                self._lie_over(self._home)
        return super().eventFilter(watched, event)

    def _lie_over(self, window: QWidget) -> None:
        if window is not self._over:
            if self._over is not self._home:
                self._over.removeEventFilter(self)
            if window is not self._home:
                window.installEventFilter(self)
            self._over = window
            self.hide()
            self.setParent(window)
        self._find_a_place()

    def _find_a_place(self) -> None:
        """In the middle, a little above it, never wider than the window."""
        dots, over = self._theme.dots, self._over
        edge = dots(_MARGIN)
        self._column.setContentsMargins(edge, dots(10), edge, dots(10))
        self._column.setSpacing(dots(6))
        width = min(dots(_WIDTH), over.width() - 2 * edge)
        height = self._column.totalHeightForWidth(width)
        self.setGeometry(
            (over.width() - width) // 2, max(edge, (over.height() - height) // 3), width, height
        )

    def _go(self) -> None:
        before, self._came_from = self._came_from, None
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
