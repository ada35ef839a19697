"""The window in which a goal is said to continue one of an earlier week."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
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

from weeknotes_desktop.presenters.tying import TyingState
from weeknotes_desktop.ui.goals.goal_words import outcome_word
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.threads.words import standing_words, week_days, week_name
from weeknotes_desktop.ui.widgets.section_list import SectionList
from weeknotes_desktop.ui.widgets.sections import Entry, Heading, Row
from weeknotes_desktop.ui.widgets.side_window import SideWindow
from weeknotes_desktop.ui.words import breakable

_SIZE = QSize(480, 560)
_MOVING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class TyingWindow(SideWindow):
    """Draws a ``TyingState`` and says what the user did."""

    chosen = Signal(object)  # the id of a goal
    looked_for = Signal(str)
    tie_chosen = Signal()
    untie_chosen = Signal()

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside, _SIZE)
        self.setWindowTitle(self.tr("This goal continues… – WeekNotes"))
        self._wording = _words("looseWording")
        self._lead = _words("sideHint")
        self._before = _words("threadLine")
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find a goal…"))
        self._field.setAccessibleName(self.tr("Find a goal of a week before"))
        self._field.setClearButtonEnabled(True)
        self._field.textEdited.connect(self.looked_for)
        self._field.returnPressed.connect(self._tie)
        self._field.installEventFilter(self)
        self._list = SectionList(self.tr("Goals of the weeks before"), theme)
        self._list.entry_chosen.connect(self.chosen)
        self._list.went_on.connect(self._tie)
        self._hint = _words("sideHint")
        self._untie = QPushButton(self.tr("Untie"))
        self._untie.clicked.connect(self.untie_chosen)
        self._tie_button = QPushButton(self.tr("It continues this one"))
        self._tie_button.setProperty("look", "primary")
        self._tie_button.clicked.connect(self._tie)
        self._lay_out()
        theme.changed.connect(self._measure)

    def draw(self, state: TyingState) -> None:
        """Draw the whole window."""
        goal, before = state.goal, state.before
        offered_before = self._field.isVisibleTo(self)
        if self._field.text() != state.looked_for:
            self._field.setText(state.looked_for)
        if goal is None:
            return
        self._wording.setText(breakable(goal.text))
        choosing = before is None
        self._lead.setText(
            self.tr("continues which goal of a week before?")
            if choosing
            else self._continues(state)
        )
        self._before.setText("" if before is None else breakable(before.text))
        self._before.setVisible(not choosing)
        self._list.draw(_rows(state), state.chosen or None)
        self._list.setVisible(choosing and bool(state.weeks))
        self._field.setVisible(choosing and bool(state.weeks or state.looked_for))
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self._tie_button.setVisible(choosing)
        self._tie_button.setEnabled(bool(state.chosen) and not state.read_only)
        self._untie.setVisible(not choosing)
        self._untie.setEnabled(not state.read_only)
        if offered_before != self._field.isVisibleTo(self):
            # Hidden, it could not take the keyboard when the window came.
            self._take_keyboard()

    def come(self) -> None:
        """Show the window, ready to type."""
        super().come()
        self._take_keyboard()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, the arrows move in the list; Escape empties it first."""
        if (
            watched is not self._field
            or not isinstance(event, QKeyEvent)
            or event.type() is not QEvent.Type.KeyPress
        ):
            return super().eventFilter(watched, event)
        if event.key() in _MOVING:
            self._list.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self._field.text():
            self.looked_for.emit("")
        else:
            return super().eventFilter(watched, event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field has tied already."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and self._field.hasFocus()):
            super().keyPressEvent(event)

    def _tie(self) -> None:
        if self._tie_button.isEnabled() and self._tie_button.isVisibleTo(self):
            self.tie_chosen.emit()

    def _continues(self, state: TyingState) -> str:
        week = "" if state.before is None else state.before.week.number
        return self.tr("continues this goal of week {number}:").format(number=week)

    def _take_keyboard(self) -> None:
        first = self._field if self._field.isVisibleTo(self) else self._untie
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        for part in (self._wording, self._lead, self._before, self._field, self._hint):
            self._column.addWidget(part)
        self._column.addWidget(self._list, 1)
        self._column.addStretch(0)
        foot = QFrame()
        foot.setObjectName("sideFoot")
        self._row = QHBoxLayout(foot)
        self._row.addWidget(self._untie)
        self._row.addStretch(1)
        self._row.addWidget(self._tie_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column, 1)
        whole.addWidget(foot)
        self._measure()

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(14), dots(14), dots(14), dots(6))
        self._column.setSpacing(dots(8))
        self._row.setContentsMargins(dots(14), dots(10), dots(14), dots(10))


def _rows(state: TyingState) -> tuple[Row, ...]:
    rows: list[Row] = []
    this_week = state.goal.week if state.goal is not None else None
    for week, goals in state.weeks:
        rows.append(Heading(week_name(week), aside=week_days(week, this_week or week)))
        for goal in goals:
            parts = (outcome_word(goal.outcome), standing_words(goal))
            second = " · ".join(part for part in parts if part)
            rows.append(Entry(goal.id, goal.text, second=second))
    return tuple(rows)


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
