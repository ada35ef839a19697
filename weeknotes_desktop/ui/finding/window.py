"""The window that replaces in all notes: what to find, what to put there, and every place."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.domain.finding import LONGEST, Search
from weeknotes_desktop.presenters.replacing_state import ReplacingState
from weeknotes_desktop.ui.finding.place_list import PlaceList
from weeknotes_desktop.ui.finding.search_line import SearchLine
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(640, 640)


class ReplacingWindow(SideWindow):
    """Draws a ``ReplacingState`` and says what the user did."""

    looked_for = Signal(Search)
    words_entered = Signal(str)
    ticked = Signal(object, bool)  # a PlaceKey
    all_ticked = Signal(bool)
    replace_chosen = Signal()
    stopped = Signal()
    undo_chosen = Signal()

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self.setWindowTitle(self.tr("Replace in all notes – WeekNotes"))
        self._line = SearchLine(theme, self.tr("Find in all notes"))
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Replace with"))
        self._words.setAccessibleName(self.tr("Replace with"))
        self._words.setMaxLength(LONGEST)
        self._hint = QLabel()
        self._hint.setObjectName("sideHint")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._result = QLabel()
        self._result.setObjectName("sideHint")
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._result.setWordWrap(True)
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setAccessibleName(self.tr("Undo what was replaced"))
        self._list = PlaceList(theme)
        self._all = QPushButton()
        self._replace = QPushButton()
        self._replace.setProperty("look", "primary")
        self._stop = QPushButton(self.tr("Stop"))
        self._foot = QFrame()
        self._foot.setObjectName("sideFoot")
        self._every = False
        self._lay_out()
        self._line.changed.connect(self.looked_for)
        self._line.went_on.connect(lambda _: self._words.setFocus())
        self._words.textEdited.connect(self.words_entered)
        self._words.returnPressed.connect(self._list.setFocus)
        self._list.ticked.connect(self.ticked)
        self._all.clicked.connect(lambda: self.all_ticked.emit(not self._every))
        self._replace.clicked.connect(self.replace_chosen)
        self._stop.clicked.connect(self.stopped)
        self._undo.clicked.connect(self.undo_chosen)
        theme.changed.connect(self._measure)

    def draw(self, state: ReplacingState) -> None:
        """Draw the whole window."""
        self._line.draw(state.search)
        if self._words.text() != state.words:
            self._words.setText(state.words)
        self._list.draw(state.rows)
        self._list.setVisible(bool(state.rows))
        self._say(self._hint, self._hinted(state), aloud=state.changed == 0)
        self._say(self._result, state.result, aloud=True)
        self._result.setVisible(bool(state.result))
        if not state.may_undo and self._undo.hasFocus():
            self._line.take_keyboard()
        self._undo.setVisible(state.may_undo)
        self._undo.setEnabled(not state.to_change)
        self._every = state.ticked == state.found
        self._all.setText(self.tr("Tick none") if self._every else self.tr("Tick all"))
        self._all.setVisible(state.found > 0)
        if state.ticked == 1:
            words = self.tr("Replace in 1 place")
        else:
            words = self.tr("Replace in {0} places").format(f"{state.ticked:,}")
        self._replace.setText(words if state.ticked else self.tr("Replace"))
        self._replace.setEnabled(state.ticked > 0 and state.may_write and not state.looking)
        self._draw_way(under_way=state.to_change > 0)

    def come(self) -> None:
        """Show the window, with the keyboard where one types what to find."""
        super().come()
        self._line.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter replaces from anywhere in the window."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._replace.click()
        else:
            super().keyPressEvent(event)

    def _draw_way(self, *, under_way: bool) -> None:
        """While notes are being changed there is nothing to do but to stop it."""
        keyboard = self.focusWidget()
        self._stop.setVisible(under_way)
        if under_way and keyboard is not self._stop:
            self._stop.setFocus()
        for part in (self._line, self._words, self._list, self._all):
            part.setEnabled(not under_way)
        if under_way:
            self._replace.setEnabled(False)
        elif keyboard is self._stop:
            self._line.take_keyboard()

    def _hinted(self, state: ReplacingState) -> str:
        if state.to_change:
            return self.tr("{0} of {1} notes are changed…").format(
                f"{state.changed:,}", f"{state.to_change:,}"
            )
        if state.remark:
            return state.remark
        if not state.search.words:
            return self.tr("Every place will stand here before anything is changed.")
        if state.looking and not state.rows:
            return self.tr("Looking…")
        if not state.rows:
            return self.tr("Every place says that already.")
        if state.found == 1:
            return self.tr("1 place")
        if state.ticked == state.found:
            return self.tr("{0} places").format(f"{state.found:,}")
        return self.tr(
            "{0} places, {1} of them ticked. Published notes stay as they are unless you tick them."
        ).format(f"{state.found:,}", f"{state.ticked:,}")

    def _say(self, label: QLabel, words: str, *, aloud: bool) -> None:
        if label.text() != words:
            label.setText(words)
            if aloud and words and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(label, words))

    def _lay_out(self) -> None:
        row = self._deeds = QHBoxLayout(self._foot)
        row.addWidget(self._all)
        row.addStretch(1)
        row.addWidget(self._stop)
        row.addWidget(self._replace)
        column = self._column = QVBoxLayout()
        column.addWidget(self._line)
        column.addWidget(self._words)
        result = QHBoxLayout()
        result.addWidget(self._result, 1)
        result.addWidget(self._undo)
        column.addLayout(result)
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self._foot)
        # What to find and what to put there are typed in a row.
        steps = (self._line.field, self._words, *self._line.options, self._list)
        for before, after in pairwise(steps):
            QWidget.setTabOrder(before, after)
        self._measure()

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(14), dots(14), dots(14), dots(6))
        self._column.setSpacing(dots(8))
        self._deeds.setContentsMargins(dots(14), dots(10), dots(14), dots(10))
        self._deeds.setSpacing(dots(8))
