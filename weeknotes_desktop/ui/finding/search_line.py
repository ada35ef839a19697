"""The line in which one types what to find, and how to look for it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from weeknotes_desktop.domain.finding import LONGEST, Search
from weeknotes_desktop.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(QWidget):
    """Draws a ``Search`` and says what the writer made of it."""

    changed = Signal(Search)
    went_on = Signal(int)  # Enter; with Shift -1

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = QLineEdit()
        """Where the words are."""
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setMaxLength(LONGEST)
        self.field.setMinimumWidth(theme.dots(60))
        self._case = self._option("Aa", self.tr("Capitals matter"))
        self._whole = self._option("ab|", self.tr("Whole words only"))
        self._pattern = self._option(".*", self.tr("Regular expression"))
        self.field.textEdited.connect(self._say)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.field, 1)
        self.options = (self._case, self._whole, self._pattern)
        """How to look for them."""
        for option in self.options:
            option.toggled.connect(self._say)
            self._row.addWidget(option)
        self.setFocusProxy(self.field)
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, search: Search) -> None:
        """Show what is looked for; nobody is told."""
        if self.field.text() != search.words:
            self.field.setText(search.words)
        for option, on in (
            (self._case, search.case),
            (self._whole, search.whole),
            (self._pattern, search.pattern),
        ):
            with QSignalBlocker(option):
                option.setChecked(on)

    def take_keyboard(self) -> None:
        """Let the writer type other words."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift it goes back."""
        if event.key() in _ENTER and self.field.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.went_on.emit(-1 if back else 1)
        elif event.key() in _ENTER and isinstance(button := self.focusWidget(), QToolButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.changed.emit(
            Search(
                self.field.text(),
                case=self._case.isChecked(),
                whole=self._whole.isChecked(),
                pattern=self._pattern.isChecked(),
            )
        )

    def _option(self, glyph: str, words: str) -> QToolButton:
        option = QToolButton()
        # These are signs, and read alike in every writing.
        option.setText(f"\u200e{glyph}\u200e")
        option.setCheckable(True)
        option.setAutoRaise(True)
        option.setProperty("tool", "yes")
        option.setToolTip(words)
        option.setAccessibleName(words)
        option.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return option

    def _measure(self) -> None:
        self._row.setSpacing(self._theme.dots(2))
        self.field.setMinimumWidth(self._theme.dots(60))
