"""Makes reminders, weeks away and what turns goals into text, and introduces them.

It belongs to what arrives after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.reminders import Reminder
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.presenters.away import AwayPresenter
from weeknotes_desktop.presenters.reminders import RemindersPresenter
from weeknotes_desktop.presenters.this_week import ThisWeek
from weeknotes_desktop.presenters.turning import TurningPresenter
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.attention import DesktopAttention
from weeknotes_desktop.ui.editor.goal_lines import GoalLines, touched
from weeknotes_desktop.ui.wiring_reminders import wire_away, wire_reminders, wire_turning
from weeknotes_desktop.use_cases.week_goals import WeekGoals


class RestReminders:
    """Those who say what time of the week it is, and hear when the writer is not there."""

    def __init__(self, means: Means) -> None:
        self._means = means
        views, presenters = means.views, means.presenters
        self._goals = presenters.goals
        self.away = AwayPresenter(
            shown=self._shown,
            unsaved=presenters.goals.unsaved,
            writer=means.writer,
            notices=views.notices,
            read_only=means.read_only,
        )
        self.turning = TurningPresenter(
            GoalLines(views.editor),
            views.notices,
            presenters.keeping.current,
            self._shown,
            means.settings,
        )
        self.this_week = ThisWeek(
            editor=presenters.editor,
            shown=self._shown,
            writer=means.writer,
            clock=means.parts.now,
            notices=views.notices,
        )
        self.attention = DesktopAttention(views.window, means.theme)
        self.reminders = self._make_reminders()
        wire_away(views, presenters, self.away)
        wire_turning(views, presenters, self.offer_turning, self._offer)
        wire_reminders(presenters, self.attention, self.reminders, self.this_week)
        # Held here: a signal holds whom it calls but weakly.
        self._meanings: dict[str, Callable[[], None]] = {
            "away": views.goals.ask_away,
            "away_next": partial(views.goals.ask_away, ahead=True),
            "turn_into_text": self.turning.turn,
            **{f"form_{form}": partial(self.choose_form, form) for form in GoalForm},
        }
        views.actions.chosen.connect(self.do)
        self._offer()

    def begin(self) -> None:
        """The library is there and may be written."""
        self.reminders.begin()

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of these."""
        if name in self._meanings:
            self._meanings[name]()

    def choose_form(self, form: GoalForm) -> None:
        """Have goals stand in notes in another form; the preview follows at once."""
        self._means.choose("goal-form", form.value)
        self._means.presenters.preview.render()

    def show_settings(self) -> None:
        """Show in the menus how goals stand in notes."""
        self._means.views.actions.set_checked(f"form_{self._means.settings().goal_form}")

    def offer_turning(self, menu: QMenu, passage: Passage) -> None:
        """Offer in the menu over the text what can be turned into text there."""
        action = self._means.views.actions.action("turn_into_text")
        if touched(passage) and action.isEnabled():
            menu.addSeparator()
            menu.addAction(action)

    def _make_reminders(self) -> RemindersPresenter:
        means, views = self._means, self._means.views
        to_goals = partial(self.this_week.turn_to, self._go_to_goals)
        deeds = {
            Reminder.GOALS: to_goals,
            Reminder.HALFWAY: to_goals,
            Reminder.REVIEW: partial(self.this_week.turn_to, self._start_review),
        }
        return RemindersPresenter(
            attention=self.attention,
            writer=means.writer,
            timers=means.timers,
            notices=views.notices,
            clock=means.parts.now,
            settings=means.settings,
            deeds=deeds,
        )

    def _shown(self) -> WeekGoals | None:
        return self._goals.shown

    def _go_to_goals(self) -> None:
        views = self._means.views
        views.window.open_goals()
        views.goals.go_to_goals()

    def _start_review(self) -> None:
        self._means.views.actions.chosen.emit("review")

    def _offer(self) -> None:
        """Offer what can be done with what is open, and with this library."""
        means, actions = self._means, self._means.views.actions
        may_write = means.read_only is None
        there = means.presenters.keeping.current() is not None
        actions.set_enabled(["away", "away_next"], enabled=may_write)
        actions.set_enabled(["turn_into_text"], enabled=may_write and there)
