"""The bar over the text: what to find, how often it is there, and what to put in its place."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from weeknotes_desktop.domain.finding import LONGEST, Hit, Search
from weeknotes_desktop.presenters.finding_state import FindState
from weeknotes_desktop.ui.finding.lights import Lights
from weeknotes_desktop.ui.finding.search_line import SearchLine
from weeknotes_desktop.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Draws a ``FindState`` and says what the writer did."""

    looked_for = Signal(Search)
    went = Signal(int)  # 1 for the next place, -1 for the one before
    replacing_offered = Signal(bool)
    replace_chosen = Signal(str)
    replace_all_chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, lights: Lights, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lights = theme, lights
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find in this note"))
        self._more = self._button("next", self.tr("Replace"))
        self._more.setCheckable(True)
        self._more_icon = "next"
        self._line = SearchLine(theme, self.tr("Find in this note"))
        self._count = QLabel()
        self._count.setObjectName("findCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._back = self._button("up", self.tr("Previous place (Shift+F3)"))
        self._on = self._button("down", self.tr("Next place (F3)"))
        self._close = self._button("close", self.tr("Close (Esc)"))
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Replace with"))
        self._words.setAccessibleName(self.tr("Replace with"))
        self._words.setMaxLength(LONGEST)
        self._one = QPushButton(self.tr("Replace"))
        self._all = QPushButton(self.tr("Replace all"))
        self._remark = QLabel()
        self._remark.setObjectName("findRemark")
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setWordWrap(True)
        self._lay_out()
        self._connect()
        self._measure()
        self.hide()

    def draw(self, state: FindState) -> None:
        """Draw the whole bar."""
        self.setVisible(state.shown)
        self._line.draw(state.search)
        self._more.setChecked(state.replacing)
        self._more.setVisible(state.may_replace)
        self._show_disclosed(disclosed=state.replacing)
        self._second.setVisible(state.replacing)
        self._tell(self._count, self._counted(state))
        self._tell(self._remark, state.remark)
        self._remark.setVisible(bool(state.remark))
        for button in (self._back, self._on, self._one, self._all):
            button.setEnabled(state.hits > 0)

    def take_keyboard(self) -> None:
        """Let the writer type what to find."""
        self._line.take_keyboard()

    def light(self, hits: tuple[Hit, ...]) -> None:
        """Light these places of the text."""
        self._lights.show(hits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter presses the button it is on, and replaces out of the field."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self._words.hasFocus():
            self.replace_chosen.emit(self._words.text())
        elif event.key() in _ENTER and isinstance(button, QPushButton | QToolButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _show_disclosed(self, *, disclosed: bool) -> None:
        icon = "down" if disclosed else "next"
        if icon != self._more_icon:
            self._more_icon = icon
            self._theme.icons.give(icon, self._more)

    def _counted(self, state: FindState) -> str:
        if not state.looked:
            return ""
        if not state.hits:
            return self.tr("Not found")
        if state.at:
            return self.tr("{0} of {1}").format(f"{state.at:,}", f"{state.hits:,}")
        if state.hits == 1:
            return self.tr("1 place")
        return self.tr("{0} places").format(f"{state.hits:,}")

    def _tell(self, label: QLabel, words: str) -> None:
        """Say it in ``label``, and to those who do not see it."""
        if label.text() != words:
            label.setText(words)
            if words and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(label, words))

    def _connect(self) -> None:
        self._line.changed.connect(self.looked_for)
        self._line.went_on.connect(self.went)
        self._more.clicked.connect(self.replacing_offered)
        self._back.clicked.connect(lambda: self.went.emit(-1))
        self._on.clicked.connect(lambda: self.went.emit(1))
        self._close.clicked.connect(self.closed)
        self._one.clicked.connect(lambda: self.replace_chosen.emit(self._words.text()))
        self._all.clicked.connect(lambda: self.replace_all_chosen.emit(self._words.text()))
        self._theme.changed.connect(self._measure)

    def _lay_out(self) -> None:
        self._first, self._second = QHBoxLayout(), QWidget()
        self._first.addWidget(self._line, 1)
        self._first.addWidget(self._count)
        for button in (self._back, self._on, self._close):
            self._first.addWidget(button)
        self._deeds = QHBoxLayout(self._second)
        self._deeds.setContentsMargins(0, 0, 0, 0)
        self._deeds.addWidget(self._words, 1)
        self._deeds.addWidget(self._one)
        self._deeds.addWidget(self._all)
        self._whole = QGridLayout(self)
        self._whole.addWidget(self._more, 0, 0)
        self._whole.addLayout(self._first, 0, 1)
        self._whole.addWidget(self._second, 1, 1)
        self._whole.addWidget(self._remark, 2, 1)
        # What to find and what to put there are typed in a row; all else comes behind.
        steps = (
            self._line.field,
            self._words,
            self._one,
            self._all,
            *self._line.options,
            self._back,
            self._on,
            self._more,
            self._close,
        )
        for before, after in pairwise(steps):
            QWidget.setTabOrder(before, after)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setProperty("tool", "yes")
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme.icons.give(icon, button)
        return button

    def _measure(self) -> None:
        dots = self._theme.dots
        side = dots(16)
        for button in (self._more, self._back, self._on, self._close):
            button.setIconSize(QSize(side, side))
        self._whole.setContentsMargins(dots(10), dots(6), dots(10), dots(6))
        self._whole.setHorizontalSpacing(dots(3))
        self._whole.setVerticalSpacing(dots(5))
        self._first.setSpacing(dots(3))
        self._deeds.setSpacing(dots(6))
        self._count.setMinimumWidth(dots(52))
