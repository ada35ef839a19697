"""The lower half of the loose ends window: one goal, and its three ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.loose_ends_state import LooseEndsState, LooseRow
from weeknotes_desktop.ui.loose_ends.letting_go import LettingGo
from weeknotes_desktop.ui.loose_ends.words import about, carry_words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.line_limit import LineLimit
from weeknotes_desktop.ui.widgets.outcome_buttons import OutcomeButtons
from weeknotes_desktop.ui.words import breakable

_KEYS = ("C", "N")


class AnswerPane(QFrame):
    """Draws the chosen loose end; each signal carries the goal's id first."""

    reported = Signal(str, object, str)  # its Outcome, the line as it stands here
    line_entered = Signal(str, str)
    carried = Signal(str, object)  # the Week
    let_go_wanted = Signal()
    kept = Signal()
    let_go = Signal(str, str)  # the reason
    reason_typed = Signal(str, str)
    thread_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._goal_id, self._drawn = "", ""
        self._left: list[tuple[str, str]] = []
        self._weeks: tuple[Week, ...] = ()
        self.setObjectName("sideFoot")
        self._wording, self._about = _words("looseWording"), _words("sideHint")
        self._outcomes = OutcomeButtons(theme)
        self._outcomes.chosen.connect(self.report)
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("What happened, or what got in the way?"))
        self._line.setAccessibleName(self.tr("What happened, in one line"))
        LineLimit(self._line)
        self._line.editingFinished.connect(self.finish)
        self._carry = (QPushButton(), QPushButton())
        for place, button in enumerate(self._carry):
            button.setToolTip(_KEYS[place])
            button.clicked.connect(lambda _=False, place=place: self.carry(place))
        self._thread = QPushButton(self.tr("Thread…"))
        self._thread.setToolTip("T")
        self._thread.clicked.connect(self.show_thread)
        self._let_go = QPushButton(self.tr("Let go…"))
        self._let_go.setToolTip("G")
        self._let_go.clicked.connect(self.let_go_wanted)
        self._letting = LettingGo(theme)
        self._letting.kept.connect(self.kept)
        self._letting.typed.connect(lambda reason: self.reason_typed.emit(self._goal_id, reason))
        self._letting.let_go.connect(lambda reason: self.let_go.emit(self._goal_id, reason))
        self._lay_out()
        theme.changed.connect(self._measure)

    def draw(self, state: LooseEndsState) -> None:
        """Draw what is chosen; a line that is being typed stays."""
        self.setVisible(state.chosen is not None)
        if state.chosen is None:
            self._draw_line("", "")
            return
        goal = state.chosen.end.goal
        self._draw_words(state.chosen, state.this_week)
        self._draw_line(goal.id, goal.line or "")
        self._outcomes.draw(goal.outcome)
        self._weeks = state.weeks
        for button, week in zip(self._carry, state.weeks, strict=False):
            button.setText(carry_words(week, state.this_week))
        self._carry[1].setVisible(len(state.weeks) > 1)
        self._thread.setVisible(goal.weeks_carried > 0)
        changing: tuple[QWidget, ...] = (self._outcomes, self._line, *self._carry, self._let_go)
        for part in changing:
            part.setEnabled(not state.read_only)
        asked_before = self._letting.isVisibleTo(self)
        self._letting.setVisible(state.letting_go)
        for part in (self._outcomes, self._line, self._ways):
            part.setVisible(not state.letting_go)
        if state.letting_go and not asked_before:
            self._letting.ask(state.reason)

    @property
    def asking(self) -> bool:
        """Whether the reason for letting go is asked."""
        return self._letting.isVisibleTo(self)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on anything in here."""
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def report(self, outcome: object) -> None:
        """Say what became of the goal, as the buttons do."""
        if self._outcomes.isEnabled():
            self._drawn, line = self._typed(), self._typed()
            self.reported.emit(self._goal_id, outcome, line)

    def carry(self, place: int) -> None:
        """Carry the goal over to the first or the second week that is offered."""
        if place < len(self._weeks) and self._carry[0].isEnabled():
            self.finish()
            self.carried.emit(self._goal_id, self._weeks[place])

    def show_thread(self) -> None:
        """Ask for the thread of the goal."""
        self.thread_chosen.emit(self._goal_id)

    def go_to_line(self) -> None:
        """Put the keyboard into the line."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Hand over the line, if another one stands there now."""
        self._hand_over_left()
        if self._goal_id and self._typed() != self._drawn:
            self._drawn = self._typed()
            self.line_entered.emit(self._goal_id, self._drawn)

    def _hand_over_left(self) -> None:
        """Hand over the lines of goals that went meanwhile."""
        left, self._left = self._left, []
        for goal_id, line in left:
            self.line_entered.emit(goal_id, line)

    def _typed(self) -> str:
        return " ".join(self._line.text().split())

    def _draw_words(self, row: LooseRow, this_week: Week) -> None:
        self._wording.setText(breakable(row.end.goal.text))
        self._about.setText(about(row, this_week))
        self.setAccessibleName(row.end.goal.text)

    def _draw_line(self, goal_id: str, line: str) -> None:
        typed = self._typed()
        if goal_id == self._goal_id and typed != self._drawn:
            # It is being typed; what is drawn here is older.
            return
        if goal_id != self._goal_id and self._goal_id and typed != self._drawn:
            # The goal went while its line was being typed; not in the middle of drawing.
            self._left.append((self._goal_id, typed))
            QTimer.singleShot(0, self, self._hand_over_left)
        if (goal_id, line) != (self._goal_id, typed):
            self._line.setText(line)
        self._goal_id, self._drawn = goal_id, self._typed()

    def _lay_out(self) -> None:
        self._ways = QWidget()
        self._row = QHBoxLayout(self._ways)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in self._carry:
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._row.addWidget(self._thread)
        self._row.addWidget(self._let_go)
        self._column = QVBoxLayout(self)
        for part in (self._wording, self._about, self._outcomes, self._line, self._ways):
            self._column.addWidget(part)
        self._column.addWidget(self._letting)
        self._measure()

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(22), dots(12), dots(22), dots(14))
        self._column.setSpacing(dots(8))
        self._row.setSpacing(dots(8))
        self._letting.measure()


def _words(name: str) -> QLabel:
    """Words that wrap, and never make the window wider."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
