"""One goal of the week under review: four outcomes, and one line on what happened."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.ui.goals.goal_deeds import OUTCOME_KEYS
from weeknotes_desktop.ui.goals.goal_words import not_saved_yet, spoken
from weeknotes_desktop.ui.review.labels import words
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.line_limit import LineLimit
from weeknotes_desktop.ui.widgets.outcome_buttons import OutcomeButtons

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AnswerCard(QFrame):
    """Shows a goal; keys 1 to 4 and 0 choose its outcome, L goes to its line."""

    outcome_chosen = Signal(str, object)
    line_entered = Signal(str, str)
    stepped = Signal(str, int)  # the keyboard goes that many cards down
    reached = Signal(object)

    def __init__(self, goal: Goal, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._goal, self._drawn = theme, goal, ""
        self.setObjectName("reviewCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._wording, self._facts = words(name="reviewBold"), words(name="reviewQuiet")
        self._outcomes = OutcomeButtons(theme)
        self._outcomes.chosen.connect(self._choose)
        self._line = QLineEdit()
        self._line.setPlaceholderText(
            self.tr("One sentence: what happened, or what got in the way?")
        )
        LineLimit(self._line)
        self._line.editingFinished.connect(self.finish)
        self._column = QVBoxLayout(self)
        for part in (self._wording, self._facts, self._outcomes, self._line):
            self._column.addWidget(part)
        for reached in (self, self._line, *self._outcomes.findChildren(QWidget)):
            reached.installEventFilter(self)
        self._measure()
        theme.changed.connect(self._measure)

    def show_goal(self, goal: Goal, *, unsaved: bool, read_only: bool) -> None:
        """Show the goal; a line that is being typed stays."""
        self._goal = goal
        self._wording.setText(words(goal.text).text())
        facts = _facts(self._wording, goal, unsaved=unsaved)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._outcomes.draw(goal.outcome)
        line = " ".join((goal.line or "").split())
        if self._typed() == self._drawn != line:
            # Only then: it would move the caret, and take a space just typed.
            self._line.setText(line)
            self._line.setCursorPosition(0)
            self._drawn = line
        self.setAccessibleName(f"{goal.text}, {spoken(goal, unsaved=unsaved)}")
        self._line.setAccessibleName(self.tr("What happened to “{goal}”").format(goal=goal.text))
        for part in (self._outcomes, self._line):
            part.setEnabled(not read_only)

    def finish(self) -> None:
        """Hand over the line, if another one stands there now."""
        if self._typed() != self._drawn:
            self._drawn = self._typed()
            self.line_entered.emit(self._goal.id, self._drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each outcome, one for the line; the arrows go from card to card."""
        key = Qt.Key(event.key())
        if key in OUTCOME_KEYS and self._outcomes.isEnabled():
            self.finish()
            self.outcome_chosen.emit(self._goal.id, OUTCOME_KEYS[key])
        elif key == Qt.Key.Key_L:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in _STEPS:
            self.stepped.emit(self._goal.id, _STEPS[key])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show which card the keyboard is in."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            active = event.type() == QEvent.Type.FocusIn
            self.setProperty("active", active)
            self.style().polish(self)
            if active:
                self.reached.emit(self)
        return super().eventFilter(watched, event)

    def _choose(self, outcome: Outcome) -> None:
        """A click on what is chosen already takes it back, as one on a tick does."""
        self.finish()
        again = outcome is self._goal.outcome
        self.outcome_chosen.emit(self._goal.id, None if again else outcome)

    def _typed(self) -> str:
        return " ".join(self._line.text().split())

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(12), dots(10), dots(12), dots(12))
        self._column.setSpacing(dots(7))


def _facts(label: QLabel, goal: Goal, *, unsaved: bool) -> str:
    """What else there is to know about a goal, in a few words."""
    found = [not_saved_yet()] if unsaved else []
    if goal.held and goal.let_go is None:
        found.append(label.tr("on hold"))
    if goal.weeks_carried:
        found.append(label.tr("↻ week {number}").format(number=goal.weeks_carried + 1))
    if goal.audience is not Audience.PUBLIC:
        private = goal.audience is Audience.ME
        found.append(label.tr("private") if private else label.tr("team only"))
    if goal.stretch:
        found.append(label.tr("★ stretch"))
    if goal.proposed:
        found.append(label.tr("proposed"))
    return " · ".join(found)
