"""The second page: what became of each goal, and beside it what was meant."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.review_state import ReviewState
from weeknotes_desktop.ui import words as weeks
from weeknotes_desktop.ui.review.answer_card import AnswerCard
from weeknotes_desktop.ui.review.cards import Cards
from weeknotes_desktop.ui.review.labels import heading, hint, words
from weeknotes_desktop.ui.review.page import Page
from weeknotes_desktop.ui.review.reading import Reading
from weeknotes_desktop.ui.theme import Theme

_SHORT = 240
"""How much of the note before is shown beside the goals, in letters."""


class GoalsPage(Page):
    """Every goal of the week, stretch goals too."""

    outcome_chosen = Signal(str, object)
    line_entered = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, side=True)
        self._state: ReviewState | None = None
        self._nothing = hint(
            self.tr("No goals were set for this week. Step 4 sets some for the next one.")
        )
        self._cards: Cards[Goal, AnswerCard] = Cards(
            theme, key=lambda goal: goal.id, make=self._new_card, show=self._show
        )
        self.column.addWidget(heading(self.tr("What became of each goal?")))
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._cards)
        self._before_heading = heading(self.tr("From the note before"))
        self._before = Reading(self.tr("From the note before"), theme)
        self._set_heading = heading("")
        self._set = words(name="reviewQuiet")
        for part in (self._before_heading, self._before, self._set_heading, self._set):
            self.side.addWidget(part)
        self._theme = theme

    def draw(self, state: ReviewState) -> None:
        """Show the goals of the week."""
        self._state = state
        self._nothing.setVisible(not state.goals)
        self._cards.draw(state.goals)
        text = _beginning(state.before.text) if state.before is not None else ""
        self._before.read(text)
        for part in (self._before_heading, self._before):
            part.setVisible(bool(text))
        day = "" if state.set_on is None else _day(state.set_on, state.week)
        self._set_heading.setText(self.tr("You set these on {day}").format(day=day).upper())
        self._set.setText("\n".join(goal.text for goal in state.goals))
        for part in (self._set_heading, self._set):
            part.setVisible(bool(state.goals and day))

    def finish_editing(self) -> None:
        """Hand over a line that is being typed."""
        for card in self._cards.cards():
            card.finish()

    def first_stop(self) -> QWidget | None:
        """The first goal."""
        return next(iter(self._cards.cards()), None)

    def _new_card(self, goal: Goal) -> AnswerCard:
        card = AnswerCard(goal, self._theme)
        card.outcome_chosen.connect(self.outcome_chosen)
        card.line_entered.connect(self.line_entered)
        card.stepped.connect(self._step)
        card.reached.connect(self.show_widget)
        return card

    def _show(self, card: AnswerCard, goal: Goal) -> None:
        state = self._state
        if state is not None:
            unsaved = goal.id in state.unsaved
            card.show_goal(goal, unsaved=unsaved, read_only=state.read_only)

    def _step(self, goal_id: str, by: int) -> None:
        cards, state = self._cards.cards(), self._state
        if state is None:
            return
        place = [goal.id for goal in state.goals].index(goal_id) + by
        if 0 <= place < len(cards):
            cards[place].setFocus(Qt.FocusReason.OtherFocusReason)


def _day(moment: date, week: Week) -> str:
    """The day, with its year where that is not the year of the week."""
    return weeks.day(moment) if moment.year == week.monday.year else weeks.full_date(moment)


def _beginning(text: str) -> str:
    """The first paragraphs of a note, without headings."""
    found, length = [], 0
    for block in text.split("\n\n"):
        if block.lstrip().startswith("#"):
            continue
        found.append(block)
        length += len(block)
        if length > _SHORT:
            break
    return "\n\n".join(found)
