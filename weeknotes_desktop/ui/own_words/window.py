"""The writer's own words: a field to add one, a list to remove one from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.domain.checks.spelling import LONGEST
from weeknotes_desktop.presenters.own_words import OwnWordsState, printed
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(380, 520)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_WORD = Qt.ItemDataRole.UserRole


class OwnWordsWindow(SideWindow):
    """Draws an ``OwnWordsState`` and says what the writer did."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self.setWindowTitle(self.tr("Own words – WeekNotes"))
        self._state = OwnWordsState()
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Add a word…"))
        self._field.setAccessibleName(self.tr("Word to add"))
        # One letter more, so that who pastes a text is told, and gets no half of it.
        self._field.setMaxLength(LONGEST + 1)
        self._field.textChanged.connect(self._offer)
        self._add = QPushButton(self.tr("&Add"))
        self._add.clicked.connect(self._enter)
        self._list = QListWidget()
        self._list.setObjectName("outline")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("Your own words"))
        self._list.currentRowChanged.connect(self._offer)
        self._list.installEventFilter(self)
        self._hint, self._said = self._label(), self._label()
        self._remove = QPushButton(self.tr("&Remove"))
        self._remove.clicked.connect(self._take_out)
        self._lay_out()
        self._measure()
        self._offer()
        theme.changed.connect(self._measure)

    def draw(self, state: OwnWordsState) -> None:
        """Draw all of it; what is chosen in the list stays, unless something happened."""
        before, self._state = self._state, state
        words = state.words or ()
        if words != before.words:
            self._show_words(words)
        if state.chosen != before.chosen and state.chosen in words:
            self._list.setCurrentRow(words.index(state.chosen))
        hint = self.tr("Spelling knows these words in every note. Delete removes the chosen one.")
        if state.words == ():
            hint = self.tr("Names and words of your trade that no dictionary has can stand here.")
        self._hint.setText(hint)
        if state.said and state.said != before.said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._said, state.said))
            if not state.problem:
                self._field.clear()
        self._said.setText(state.said)
        self._said.setVisible(bool(state.said))
        self._offer()

    def come(self) -> None:
        """Show the window, with the keyboard in the field."""
        super().come()
        self._field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field adds what stands there."""
        if event.key() in _ENTER and self.focusWidget() is self._field:
            self._enter()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete removes the word that is chosen in the list."""
        ours = watched is self._list and event.type() == QEvent.Type.KeyPress
        if ours and isinstance(event, QKeyEvent) and event.key() in _AWAY:
            self._take_out()
            return True
        return super().eventFilter(watched, event)

    def _label(self) -> QLabel:
        label = QLabel()
        label.setObjectName("sideHint")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        return label

    def _lay_out(self) -> None:
        self._top, self._foot = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self._field, 1)
        self._top.addWidget(self._add)
        self._foot.addStretch(1)
        self._foot.addWidget(self._remove)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._said)
        self._column.addLayout(self._foot)
        self._said.hide()

    def _show_words(self, words: tuple[str, ...]) -> None:
        place, current = self._list.verticalScrollBar().value(), self._chosen()
        with QSignalBlocker(self._list):
            self._list.clear()
            for word in words:
                item = QListWidgetItem(printed(word))
                item.setData(_WORD, word)
                self._list.addItem(item)
            if current in words:
                self._list.setCurrentRow(words.index(current))
        self._list.verticalScrollBar().setValue(place)

    def _chosen(self) -> str | None:
        chosen = self._list.currentRow() >= 0
        return str(self._list.currentItem().data(_WORD)) if chosen else None

    def _enter(self) -> None:
        if self._field.text().strip():
            self.added.emit(self._field.text())

    def _take_out(self) -> None:
        word = self._chosen()
        if word is not None:
            self.removed.emit(word)

    def _offer(self) -> None:
        self._add.setEnabled(bool(self._field.text().strip()))
        self._remove.setEnabled(self._chosen() is not None)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(16), dots(14), dots(16), dots(14))
        self._column.setSpacing(dots(8))
        self._top.setSpacing(dots(8))
