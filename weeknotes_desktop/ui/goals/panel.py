"""The goals panel: this week's goals, the next week's, and the way out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goals import GoalsState
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.goals.away_card import AwayCard
from weeknotes_desktop.ui.goals.carry_bar import CarryBar
from weeknotes_desktop.ui.goals.focus_card import FocusCard
from weeknotes_desktop.ui.goals.goal_voice import GoalVoice
from weeknotes_desktop.ui.goals.week_goals_list import WeekGoalsList
from weeknotes_desktop.ui.goals.week_heading import WeekHeading
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.flow import Flow
from weeknotes_desktop.ui.widgets.tall_scroll import TallScroll

if TYPE_CHECKING:
    # They come after the first paint.
    from weeknotes_desktop.ui.capture.section import Section


class GoalsPanel(QWidget):
    """Draws a ``GoalsState`` and says what the user did."""

    goal_entered = Signal(object, str)  # the Week, the wording
    thread_chosen = Signal(str)  # the goal
    tie_chosen = Signal(str)
    focus_entered = Signal(str)
    away_entered = Signal(object, str)  # the Week, the reason
    back_chosen = Signal(object)  # the Week
    carry_chosen = Signal()  # all that is unfinished
    choice_wanted = Signal()  # of what is carried over
    some_carried = Signal(object)  # the ids of the goals, in a tuple
    all_confirmed = Signal()  # which an import proposed
    all_dismissed = Signal()
    review_chosen = Signal()
    publish_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goals")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.said = GoalVoice(self)
        """What is done to one goal."""
        self.said.thread_chosen.connect(self.thread_chosen)
        self.said.tie_chosen.connect(self.tie_chosen)
        self._week: Week | None = None
        self._next_week: Week | None = None
        self._sections: tuple[Section, ...] = ()
        self._heading = WeekHeading(theme, with_bar=True)
        self._away = AwayCard()
        self._away_week: Week | None = None
        self._away.entered.connect(lambda reason: self.away_entered.emit(self._away_week, reason))
        self._away.back_chosen.connect(lambda: self.back_chosen.emit(self._week))
        self._focus = FocusCard()
        self._focus.entered.connect(self.focus_entered)
        self._now = self._goals_list(self.tr("+ Add a goal…"), self.tr("Add a goal for this week"))
        self._now.entered.connect(lambda text: self.goal_entered.emit(self._week, text))
        self._next_heading = WeekHeading(theme, with_bar=False)
        self._next = self._goals_list(
            self.tr("+ Add a goal for next week…"), self.tr("Add a goal for next week")
        )
        self._next.entered.connect(lambda text: self.goal_entered.emit(self._next_week, text))
        self._carry = CarryBar(theme)
        self._carry.chosen.connect(self.carry_chosen)
        self._carry.choice_wanted.connect(self.choice_wanted)
        self._carry.some_chosen.connect(self.some_carried)
        self._now.all_confirmed.connect(self.all_confirmed)
        self._now.all_dismissed.connect(self.all_dismissed)
        self._lay_out()
        self._measure()
        theme.changed.connect(self._measure)

    def draw(self, state: GoalsState) -> None:
        """Draw the whole panel; drawing is never mistaken for the writer's own click."""
        if self._week not in (None, state.week):
            self._scroll.verticalScrollBar().setValue(0)
        carried = self._was_carried(state)
        self._week, self._next_week = state.week, state.next_week
        self._heading.draw(
            self.tr("Week {number}").format(number=state.week.number),
            words.days(state.week),
            state.count,
        )
        self._away.draw(state.away, unsaved=state.away_unsaved)
        self._focus.draw(state.focus, unsaved=state.focus_unsaved)
        self._now.draw(state.goals, state.unsaved_goals)
        self._now.say_proposed(state.proposed)
        self._now.say_crowd(state.crowd)
        follows = state.next_week == state.week.plus(1)
        later = self.tr("Week {number}").format(number=state.next_week.number)
        self._next_heading.draw(
            self.tr("Next week") if follows else later, words.days(state.next_week)
        )
        offer = self.tr("+ Add a goal for week {number}…").format(number=state.next_week.number)
        self._next.offer(self.tr("+ Add a goal for next week…") if follows else offer)
        self._next.draw(state.next_goals, state.unsaved_goals)
        self._next.say_crowd(state.next_crowd)
        if carried:
            # Before the button goes, or the keyboard would land on whatever is near.
            self._next.focus_first()
        self._carry.draw(state.unfinished)
        for part in (self._away, self._focus, self._now, self._next, self._carry):
            part.setEnabled(not state.read_only)
        self._order_tabs()

    def ask_away(self, *, ahead: bool = False) -> None:
        """Ask why the writer is away in the week that is shown, or in the one that follows."""
        self.finish_editing()
        week = self._next_week if ahead else self._week
        if week is None:
            return
        self._away_week = week
        question = self.tr("Why are you away in week {number}? Only you read this.")
        self._away.ask(question.format(number=week.number), ahead=ahead)
        self._scroll.ensureWidgetVisible(self._away)

    def choose_carried(self, goals: tuple[Goal, ...]) -> None:
        """Let the writer choose what is carried over."""
        self._carry.choose(goals)

    def go_to_goals(self) -> None:
        """Put the keyboard on the first goal of this week, or where one is entered."""
        self._now.focus_first()

    def go_to_goal(self, goal_id: str) -> None:
        """Put the keyboard on this goal, or on the first one where it is not shown."""
        row = self._now.row(goal_id) or self._next.row(goal_id)
        if row is None:
            self.go_to_goals()
        else:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(row)

    def add_goal(self) -> None:
        """Put the keyboard where a goal of this week is entered."""
        self._now.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self._now.field)

    def offer_publishing(self, *, offered: bool) -> None:
        """Offer to publish, or show that there is nothing to publish."""
        self._publish.setEnabled(offered)

    def finish_editing(self) -> None:
        """Hand over whatever is being typed, before another week is shown or the window closes."""
        self._away.finish_editing()
        self._focus.finish_editing()
        self._now.finish_editing()
        self._next.finish_editing()
        for section in self._sections:
            section.finish_editing()

    def take_sections(self, *sections: Section) -> None:
        """Have what stands below the goals, from now on."""
        self._sections = sections
        for section in sections:
            # Before the room that is left over.
            self._column.insertWidget(self._column.count() - 1, section)
            section.reached.connect(lambda widget: self._scroll.ensureWidgetVisible(widget))
            section.rearranged.connect(self._order_tabs)
            self._theme.changed.connect(section.measure)

    def _was_carried(self, state: GoalsState) -> bool:
        """Whether goals come into the next week while the keyboard is on the button for that."""
        same = (self._week, self._next_week) == (state.week, state.next_week)
        came = any(self._next.row(goal.id) is None for goal in state.next_goals)
        return same and came and self._carry.has_keyboard

    def _order_tabs(self) -> None:
        """Tab goes as one reads, in whatever order the rows were made."""
        lists = [*self._now.tab_stops(), *self._next.tab_stops()]
        below = [stop for section in self._sections for stop in section.tab_stops()]
        above = [*self._away.tab_stops(), *self._focus.tab_stops()]
        stops = [*above, *lists, *self._carry.tab_stops(), *below, self._review, self._publish]
        for one, following in pairwise(stops):
            if one.nextInFocusChain() is not following:
                QWidget.setTabOrder(one, following)

    def _goals_list(self, offer: str, name: str) -> WeekGoalsList:
        made = WeekGoalsList(offer, name, self.said, self._theme)
        made.rearranged.connect(self._order_tabs)
        return made

    def _lay_out(self) -> None:
        """Everything that scrolls, and the foot that does not."""
        inside = QWidget()
        inside.setObjectName("goalsInside")
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(0)
        self._gaps: list[tuple[QSpacerItem, int]] = []
        for part, gap in (
            (self._heading, 9),
            (self._away, 0),
            (self._focus, 10),
            (self._now, 10),
            (_rule(), 14),
            (self._next_heading, 3),
            (self._next, 4),
        ):
            self._column.addWidget(part)
            space = QSpacerItem(0, gap, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._gaps.append((space, gap))
            self._column.addItem(space)
        self._column.addWidget(self._carry)
        self._column.addStretch(1)
        self._scroll = TallScroll(inside)
        for goals in (self._now, self._next):
            goals.reached.connect(lambda widget: self._scroll.ensureWidgetVisible(widget))
        self._publish = QPushButton(self.tr("Publish…"))
        self._publish.setProperty("look", "primary")
        self._publish.clicked.connect(self.publish_chosen)
        self._review = QPushButton(self.tr("Friday review"))
        self._review.clicked.connect(self.review_chosen)
        self._foot = Flow(self._theme.dots(8), self._theme.dots(8))
        self._foot.setObjectName("goalsFoot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot.add(self._review)
        self._foot.add(self._publish)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._foot)

    def _measure(self) -> None:
        dots = self._theme.dots
        self._column.setContentsMargins(dots(14), dots(16), dots(13), dots(14))
        for space, gap in self._gaps:
            space.changeSize(0, dots(gap), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.invalidate()
        self._foot.setContentsMargins(dots(14), dots(10), dots(13), dots(10))
        self._now.measure()
        self._next.measure()


def _rule() -> QFrame:
    """A quiet line between two weeks."""
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule
