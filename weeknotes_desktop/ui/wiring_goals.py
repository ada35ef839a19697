"""The connections of what can be done to one goal, and to those an import proposed."""

from __future__ import annotations

from weeknotes_desktop.presenters.goals import GoalsPresenter
from weeknotes_desktop.ui.goals.panel import GoalsPanel


def wire_goals(panel: GoalsPanel, goals: GoalsPresenter) -> None:
    """Introduce the rows of goals to those who keep what is said in them."""
    said, details, onward, proposed = panel.said, goals.details, goals.onward, goals.proposed
    said.detail_entered.connect(details.say)
    said.stretch_chosen.connect(details.set_stretch)
    said.form_chosen.connect(details.set_form)
    said.held.connect(onward.hold)
    said.taken_up.connect(onward.take_up)
    said.let_go.connect(onward.let_go)
    said.carried.connect(onward.carry)
    said.confirmed.connect(proposed.confirm)
    said.dismissed.connect(proposed.dismiss)
    panel.choice_wanted.connect(onward.offer)
    panel.some_carried.connect(lambda goal_ids: onward.carry(*goal_ids))
    panel.all_confirmed.connect(proposed.confirm_all)
    panel.all_dismissed.connect(proposed.dismiss_all)
