"""One week of a thread: the wording, what became of it, and all that was said."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.ui.goals.goal_words import outcome_word
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.threads.words import (
    earlier_lines,
    public_words,
    reworded_words,
    spoken_week,
    standing_words,
    week_days,
    week_name,
)
from weeknotes_desktop.ui.widgets.outcome_icon import outcome_picture
from weeknotes_desktop.ui.words import breakable
from weeknotes_desktop.use_cases.goal_thread import ThreadWeek

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WeekCard(QFrame):
    """Draws a goal as it stood in one week; a click or Enter chooses the week."""

    chosen = Signal()
    stepped = Signal(int)  # the keyboard goes that many weeks down

    def __init__(
        self, week: ThreadWeek, this_week: Week, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("threadWeek")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(spoken_week(week, this_week))
        dots, goal = theme.dots, week.goal
        column = QVBoxLayout(self)
        column.setContentsMargins(dots(12), dots(9), dots(12), dots(10))
        column.setSpacing(dots(5))
        head = QHBoxLayout()
        when = _words("threadWhen", week_name(goal.week))
        when.setWordWrap(False)
        head.addWidget(when)
        days = _words("threadDays", week_days(goal.week, this_week))
        days.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(days, 1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(dots(8))
        mark = QLabel()
        mark.setPixmap(outcome_picture(goal.outcome, theme))
        mark.setToolTip(outcome_word(goal.outcome))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout()
        inside.setSpacing(dots(4))
        row.addLayout(inside, 1)
        column.addLayout(row)
        inside.addWidget(_words("threadWording", goal.text))
        for sentence in filter(None, (public_words(goal), *reworded_words(week))):
            inside.addWidget(_words("threadBefore", sentence))
        outcome = "" if goal.outcome is None else outcome_word(goal.outcome)
        standing = " · ".join(part for part in (outcome, standing_words(goal)) if part)
        if standing:
            inside.addWidget(_words("threadBefore", standing))
        for line in earlier_lines(week):
            inside.addWidget(_words("threadEarlier", line))
        if goal.line:
            inside.addWidget(_words("threadLine", goal.line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; the arrows go along the thread."""
        if event.key() in _CHOOSING:
            self.chosen.emit()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.chosen.emit()


def _words(name: str, text: str) -> QLabel:
    """Words that wrap, also inside a word that is too long, and let clicks through."""
    label = QLabel(breakable(text))
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label
