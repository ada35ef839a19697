"""The window of loose ends: every goal without an answer, and its three ways out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from weeknotes_desktop.presenters.loose_ends_state import LooseEndsState
from weeknotes_desktop.ui.goals.goal_deeds import OUTCOME_KEYS
from weeknotes_desktop.ui.loose_ends.answer_pane import AnswerPane
from weeknotes_desktop.ui.loose_ends.words import rows_of
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.side_window import SideWindow

_SIZE = QSize(560, 640)


class LooseEndsWindow(SideWindow):
    """Draws a ``LooseEndsState`` and says what the user did."""

    chosen = Signal(object)  # the id of a goal
    reported = Signal(str, object, str)  # the goal, its Outcome, its line
    line_entered = Signal(str, str)
    carried = Signal(str, object)  # the goal, the Week
    let_go_wanted = Signal()
    kept = Signal()
    let_go = Signal(str, str)  # the goal, the reason
    reason_typed = Signal(str, str)
    thread_chosen = Signal(str)

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self.setWindowTitle(self.tr("Loose ends – WeekNotes"))
        self._hint = QLabel()
        self._hint.setObjectName("sideHint")
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._list = SectionList(self.tr("Goals without an answer"), theme)
        self._list.installEventFilter(self)
        self._pane = AnswerPane(theme)
        self._list.entry_chosen.connect(self._choose)
        self._list.went_on.connect(self._pane.go_to_line)
        for said, ours in (
            (self._pane.reported, self.reported),
            (self._pane.line_entered, self.line_entered),
            (self._pane.carried, self.carried),
            (self._pane.let_go_wanted, self.let_go_wanted),
            (self._pane.kept, self.kept),
            (self._pane.let_go, self.let_go),
            (self._pane.reason_typed, self.reason_typed),
            (self._pane.thread_chosen, self.thread_chosen),
        ):
            said.connect(ours)
        self._keys = self._table()
        self._lay_out()
        theme.changed.connect(self._measure)

    def draw(self, state: LooseEndsState) -> None:
        """Draw the whole window."""
        empty_before, asked_before = not self._list.isVisibleTo(self), self._pane.asking
        # What goes takes the keyboard with it.
        in_pane = self._pane.has_keyboard
        before = self._list.chosen
        chosen = state.chosen.end.goal.id if state.chosen is not None else None
        self._list.draw(rows_of(state), chosen)
        self._list.setVisible(bool(state.rows))
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._pane.draw(state)
        went = in_pane and before != chosen
        if went or empty_before or (asked_before and not self._pane.asking):
            # Hidden, it could not take the keyboard when the window came.
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def come(self) -> None:
        """Show the window, with the keyboard in the list."""
        super().come()
        self._list.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def finish_editing(self) -> None:
        """Hand over the line that is being typed."""
        self._pane.finish()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what is being typed, and say that it is closed."""
        self._pane.finish()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the question for a reason back, then closes."""
        if event.key() == Qt.Key.Key_Escape and self._pane.asking:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, one key for each way out."""
        plain = (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.modifiers()
            in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        )
        if watched is self._list and plain and isinstance(event, QKeyEvent):
            deed = self._keys.get(event.key())
            if deed is not None and self._list.chosen is not None:
                deed()
                return True
        return super().eventFilter(watched, event)

    def _table(self) -> dict[int, Callable[[], None]]:
        pane = self._pane
        outcomes = {
            int(key): partial(pane.report, outcome)
            for key, outcome in OUTCOME_KEYS.items()
            if outcome is not None
        }
        return {
            **outcomes,
            int(Qt.Key.Key_L): pane.go_to_line,
            int(Qt.Key.Key_C): partial(pane.carry, 0),
            int(Qt.Key.Key_N): partial(pane.carry, 1),
            int(Qt.Key.Key_G): self.let_go_wanted.emit,
            int(Qt.Key.Key_T): pane.show_thread,
        }

    def _choose(self, goal_id: object) -> None:
        self._pane.finish()
        self.chosen.emit(goal_id)

    def _lay_out(self) -> None:
        self._top = QVBoxLayout()
        self._top.addWidget(self._hint)
        self._top.addWidget(self._list, 1)
        self._top.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top, 1)
        whole.addWidget(self._pane)
        self._measure()

    def _measure(self) -> None:
        dots = self._theme.dots
        self._top.setContentsMargins(dots(14), dots(14), dots(14), dots(6))
        self._top.setSpacing(dots(8))
