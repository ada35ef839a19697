"""The shelf of goals, said as a protocol."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.week import Week

if TYPE_CHECKING:
    # Nothing that a window shows first is one of these.
    from weeknotes_desktop.domain.goal_events import GoalEvent


class GoalShelf(Protocol):
    """The goals of a library and what was said about its weeks."""

    def goals(self, week: Week) -> tuple[Goal, ...]:
        """The goals of a week in their order, removed ones left out."""

    def goal(self, goal_id: str) -> Goal:
        """One goal; a removed one counts as not there."""

    def successor(self, goal_id: str) -> Goal | None:
        """The goal that this one was carried over to; one in the trash is passed over."""

    def thread(self, thread: str) -> tuple[Goal, ...]:
        """The goals of a thread, earliest week first, removed ones left out."""

    def last_of_threads(self, before: Week) -> tuple[Goal, ...]:
        """The goals of the weeks before that no other one goes on from, latest week first."""

    def unanswered(self) -> tuple[Goal, ...]:
        """The goals that are neither done, dropped nor let go, earliest week first."""

    def proposed_goals(self) -> tuple[Goal, ...]:
        """The goals that were read out of old posts and not yet confirmed; likewise."""

    def goal_events(self, goal_id: str) -> tuple[GoalEvent, ...]:
        """What happened to a goal, in the order in which it was told."""

    def add_goal(self, goal: Goal, now: datetime) -> Goal:
        """Keep a new goal; returns it with its first revision."""

    def save_goal(self, goal: Goal, now: datetime) -> Goal:
        """Keep a changed goal; returns it with its new revision.

        Where its wording is due to count, the old one does first.
        """

    def go_on_from(self, goal_id: str, parent: str | None, now: datetime) -> Goal:
        """Let a goal go on from another one, and with it all that come from it.

        What lies in the trash comes along. How often each was carried over is
        counted anew.

        Args:
            parent: A goal of an earlier week; None lets it begin a thread of its own.
        """

    def commit_goals(self, now: datetime) -> tuple[Week, ...]:
        """Let the wording of every goal count whose Monday noon has come; returns their weeks.

        Proposed goals are not committed before the writer has confirmed them.
        """

    def remove_goal(self, goal_id: str, now: datetime) -> None:
        """Put a goal into the trash."""

    def restore_goal(self, goal_id: str, now: datetime) -> Goal:
        """Take a goal out of the trash again.

        Where another one took its place in the thread meanwhile, it begins a
        thread of its own.
        """

    def plan(self, week: Week) -> WeekPlan:
        """What was said about the week; an empty plan when nothing was."""

    def weeks_away(self) -> tuple[WeekPlan, ...]:
        """The plans of all weeks in which the writer is not there, earliest first."""

    def save_plan(self, plan: WeekPlan) -> WeekPlan:
        """Keep what was said about a week; returns it with its new revision."""
