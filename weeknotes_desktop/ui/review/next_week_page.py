"""The fourth page: goals of the next week, with what is unfinished and loose offered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.loose_ends import LooseEnd
from weeknotes_desktop.presenters.review_state import ReviewState
from weeknotes_desktop.ui import words as weeks
from weeknotes_desktop.ui.review.cards import Cards
from weeknotes_desktop.ui.review.end_card import EndCard
from weeknotes_desktop.ui.review.labels import heading, hint, words
from weeknotes_desktop.ui.review.page import Page
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.entry_line import EntryLine


class UnfinishedCard(QWidget):
    """One unfinished goal of the week, with the offer to carry it over."""

    carried = Signal(str)

    def __init__(self, goal: Goal, theme: Theme) -> None:
        super().__init__()
        self._goal = goal
        self._text = words()
        self._carry = QPushButton(self.tr("Carry over"))
        self._carry.clicked.connect(lambda: self.carried.emit(self._goal.id))
        theme.icons.give("carry", self._carry)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.dots(10))
        row.addWidget(self._text, 1)
        row.addWidget(self._carry)

    def show_goal(self, goal: Goal, *, read_only: bool) -> None:
        """Show the goal."""
        self._goal = goal
        self._text.setText(words(goal.text).text())
        self._carry.setAccessibleName(self.tr("Carry over “{goal}”").format(goal=goal.text))
        self._carry.setEnabled(not read_only)


class NextWeekPage(Page):
    """What is meant for the next week, and what may come along."""

    goal_entered = Signal(object, str)  # the Week, the wording
    carried = Signal(str)
    all_carried = Signal()
    end_carried = Signal(str, object)  # the goal, the Week
    let_go_wanted = Signal(str)
    let_go = Signal(str, str)
    reason_typed = Signal(str, str)
    kept = Signal()
    loose_ends_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, side=True)
        self._theme = theme
        self._state: ReviewState | None = None
        self._heading = heading("")
        self._goals = words(name="reviewWords")
        self._field = EntryLine(self.tr("+ Add a goal…"), self.tr("Add a goal for the next week"))
        self._field.entered.connect(self._enter)
        self._unfinished_heading = heading(self.tr("Unfinished this week"))
        self._unfinished: Cards[Goal, UnfinishedCard] = Cards(
            theme, key=lambda goal: goal.id, make=self._new_unfinished, show=self._show_unfinished
        )
        self._all = QPushButton(self.tr("Carry over all"))
        self._all.clicked.connect(self.all_carried)
        self._ends: Cards[LooseEnd, EndCard] = Cards(
            theme, key=lambda end: end.goal.id, make=self._new_end, show=self._show_end
        )
        self._no_ends = hint(self.tr("No loose ends from earlier weeks."))
        for part in (self._heading, self._goals, self._field, self._unfinished_heading):
            self.column.addWidget(part)
        self.column.addWidget(self._unfinished)
        row = QHBoxLayout()
        row.addWidget(self._all)
        row.addStretch(1)
        self.column.addLayout(row)
        for offered in (heading(self.tr("Loose ends")), self._no_ends, self._ends):
            self.side.addWidget(offered)

    def draw(self, state: ReviewState) -> None:
        """Show the goals of the next week, and what is offered for it."""
        self._state = state
        number, days = state.next_week.number, weeks.days(state.next_week)
        title = self.tr("Goals for week {number} · {days}").format(number=number, days=days)
        self._heading.setText(title.upper())
        self._goals.setText("\n".join(f"○  {goal.text}" for goal in state.next_goals))
        self._goals.setVisible(bool(state.next_goals))
        self._field.setEnabled(not state.read_only)
        self._unfinished.draw(state.uncarried)
        self._unfinished_heading.setVisible(bool(state.uncarried))
        self._all.setVisible(len(state.uncarried) > 1)
        self._all.setEnabled(not state.read_only)
        self._no_ends.setVisible(not state.ends)
        self._ends.draw(state.ends)

    def finish_editing(self) -> None:
        """Hand over a goal that is being typed."""
        self._field.enter()

    def first_stop(self) -> QWidget | None:
        """Where a goal is entered."""
        return self._field

    def _enter(self, text: str) -> None:
        if self._state is not None:
            self.goal_entered.emit(self._state.next_week, text)

    def _carry_end(self, goal_id: str) -> None:
        if self._state is not None:
            self.end_carried.emit(goal_id, self._state.next_week)

    def _new_unfinished(self, goal: Goal) -> UnfinishedCard:
        card = UnfinishedCard(goal, self._theme)
        card.carried.connect(self.carried)
        return card

    def _show_unfinished(self, card: UnfinishedCard, goal: Goal) -> None:
        if self._state is not None:
            card.show_goal(goal, read_only=self._state.read_only)

    def _new_end(self, end: LooseEnd) -> EndCard:
        card = EndCard(end, self._theme)
        card.carried.connect(self._carry_end)
        card.let_go_wanted.connect(self.let_go_wanted)
        card.let_go.connect(self.let_go)
        card.reason_typed.connect(self.reason_typed)
        card.kept.connect(self.kept)
        card.more_wanted.connect(self.loose_ends_wanted)
        return card

    def _show_end(self, card: EndCard, end: LooseEnd) -> None:
        if self._state is not None:
            state, asking = self._state, self._state.letting_go == end.goal.id
            card.show_end(end, asking=asking, reason=state.reason, read_only=state.read_only)
