"""Makes what can be done to goals beyond ticking and wording them, and introduces it.

It belongs to what arrives after the first paint.
"""

from __future__ import annotations

from weeknotes_desktop.presenters.goal_details import GoalDetails
from weeknotes_desktop.presenters.goals_onward import GoalsOnward
from weeknotes_desktop.presenters.proposed_goals import ProposedGoals
from weeknotes_desktop.presenters.usual_goals import UsualGoals
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.wiring_goals import wire_goals


class RestGoals:
    """Completes those who look after the goals of the week."""

    def __init__(self, means: Means) -> None:
        goals, clock = means.presenters.goals, means.parts.now
        panel = means.views.goals
        goals.complete(
            details=GoalDetails(goals, clock),
            onward=GoalsOnward(goals, panel, means.writer, clock),
            proposed=ProposedGoals(goals, clock),
        )
        # Held here: a hook holds whom it calls but weakly.
        self.usual = UsualGoals(goals, means.writer)
        wire_goals(panel, goals)
