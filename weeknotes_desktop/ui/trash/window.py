"""The trash window: what was removed, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.presenters.trash_state import TrashState
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.trash.question_box import QuestionBox
from weeknotes_desktop.ui.trash.words import rows_of
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(560, 620)


class TrashWindow(SideWindow):
    """Draws a ``TrashState`` and says what the user did."""

    chosen = Signal(object)  # the id of a thing
    looked_for = Signal(str)
    bring_back_chosen = Signal()
    forget_chosen = Signal()  # asks first
    forget_confirmed = Signal()
    keep_chosen = Signal()

    def __init__(self, theme: Theme, beside: QWidget, clock: Clock) -> None:
        super().__init__(theme, beside, _SIZE)
        self._clock = clock
        self.setWindowTitle(self.tr("Trash – WeekNotes"))
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find something removed…"))
        self._field.setAccessibleName(self.tr("Find something removed"))
        self._field.setClearButtonEnabled(True)
        self._field.textEdited.connect(self.looked_for)
        self._field.installEventFilter(self)
        self._list = SectionList(self.tr("Removed things"), theme)
        self._list.entry_chosen.connect(self.chosen)
        self._list.went_on.connect(self.bring_back_chosen)
        self._list.installEventFilter(self)
        self._hint = QLabel()
        self._hint.setObjectName("sideHint")
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._question = QuestionBox(theme)
        self._question.forget_confirmed.connect(self.forget_confirmed)
        self._question.keep_chosen.connect(self.keep_chosen)
        self._forget = QPushButton(self.tr("Forget for good…"))
        self._forget.clicked.connect(self.forget_chosen)
        self._restore = QPushButton(self.tr("Restore"))
        self._restore.setProperty("look", "primary")
        self._restore.clicked.connect(self.bring_back_chosen)
        self._foot = QFrame()
        self._foot.setObjectName("sideFoot")
        self._foot.hide()
        self._lay_out()
        theme.changed.connect(self._measure)

    def draw(self, state: TrashState) -> None:
        """Draw the whole window."""
        today = self._clock().date()
        if self._field.text() != state.looked_for:
            self._field.setText(state.looked_for)
        asked_before = self._question.isVisibleTo(self)
        empty_before = not self._list.isVisibleTo(self)
        self._list.draw(rows_of(state, today), state.chosen or None)
        self._list.setVisible(bool(state.rows))
        self._field.setVisible(bool(state.rows) or bool(state.looked_for))
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._question.draw(state.question, today)
        asking = state.question is not None
        self._foot.setVisible(bool(state.rows) and not asking)
        if asking and not asked_before:
            self._question.focus_keep()
        elif (asked_before and not asking) or (empty_before and not self._field.hasFocus()):
            # Hidden, it could not take the keyboard when the window came.
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def come(self) -> None:
        """Show the window, with the keyboard in the list."""
        super().come()
        self._list.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes a question back, then closes."""
        if event.key() == Qt.Key.Key_Escape and self._question.isVisible():
            self.keep_chosen.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leaves the field for the list; Delete in the list asks; Escape empties the field."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self._list and key == Qt.Key.Key_Delete:
            self.forget_chosen.emit()
        elif watched is self._field and key == Qt.Key.Key_Down:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        elif watched is self._field and key == Qt.Key.Key_Escape and self._field.text():
            self.looked_for.emit("")
        else:
            return super().eventFilter(watched, event)
        return True

    def _lay_out(self) -> None:
        row = self._deeds = QHBoxLayout(self._foot)
        row.addWidget(self._forget)
        row.addStretch(1)
        row.addWidget(self._restore)
        top = self._column = QVBoxLayout()
        top.addWidget(self._field)
        top.addWidget(self._hint)
        top.addWidget(self._list, 1)
        top.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top, 1)
        whole.addWidget(self._question)
        whole.addWidget(self._foot)
        self._measure()

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(14), dots(14), dots(14), dots(6))
        self._column.setSpacing(dots(8))
        self._deeds.setContentsMargins(dots(14), dots(10), dots(14), dots(10))
        self._deeds.setSpacing(dots(8))
