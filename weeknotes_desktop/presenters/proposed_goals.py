"""Goals that were read out of old posts: are they the writer's own?"""

from __future__ import annotations

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.presenters.goals import GoalsPresenter
from weeknotes_desktop.use_cases import confirm_goals


class ProposedGoals:
    """Confirms or dismisses proposed goals, one by one or all of the week that is shown."""

    def __init__(self, goals: GoalsPresenter, clock: Clock) -> None:
        self._goals, self._clock = goals, clock

    def confirm(self, goal_id: str) -> None:
        """Take a goal for the writer's own."""
        now = self._clock()
        self._goals.change(lambda library: confirm_goals.confirm_goal(library, goal_id, now))

    def dismiss(self, goal_id: str) -> None:
        """Put a goal into the trash; the notice offers it back."""
        now = self._clock()
        self._goals.change(
            lambda library: (confirm_goals.dismiss_goal(library, goal_id, now),),
            self._say_dismissed,
        )

    def confirm_all(self) -> None:
        """Take every goal that was proposed for the week for the writer's own."""
        shown, now = self._goals.shown, self._clock()
        if shown is not None:
            self._goals.change(
                lambda library: confirm_goals.confirm_goals(library, now, week=shown.week)
            )

    def dismiss_all(self) -> None:
        """Put every goal that was proposed for the week into the trash; they are offered back."""
        shown, now = self._goals.shown, self._clock()
        if shown is not None:
            self._goals.change(
                lambda library: confirm_goals.dismiss_goals(library, now, week=shown.week),
                self._say_dismissed,
            )

    def _say_dismissed(self, goals: tuple[Goal, ...]) -> None:
        if not goals:
            return
        ids = [goal.id for goal in goals]
        said = (
            f"“{goals[0].text}” is dismissed."
            if len(goals) == 1
            else f"{len(goals)} goals are dismissed."
        )
        self._goals.say(said, lambda: self._goals.restore(*ids))
