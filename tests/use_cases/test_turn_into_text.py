from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.edit_goal import set_line, set_outcome
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.turn_into_text import turn_into_text
from weeknotes_desktop.use_cases.week_goals import week_goals

WEEK = Week(2024, 20)
NOW = datetime(2024, 5, 17, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize("kept_for", list(Audience))
@pytest.mark.parametrize("form", list(GoalForm))
def test_goals_become_text_that_anybody_may_read(form: GoalForm, kept_for: Audience) -> None:
    library = FakeLibrary()
    note = replace(start_note(library, WEEK), audience=kept_for)
    add_goal(library, WEEK, "Agree the rota", NOW)
    add_goal(library, WEEK, "Ask Kim", NOW, audience=Audience.TEAM)
    secret = add_goal(
        library, WEEK, "See the bank", NOW, audience=Audience.ME, public_text="One for me"
    )
    set_outcome(library, secret.id, Outcome.DONE, NOW)
    set_line(library, secret.id, "They said no", NOW)
    add_goal(library, WEEK.plus(1), "Keep to it", NOW)
    settings = Settings(goal_form=form)
    text = turn_into_text(note, week_goals(library, WEEK), "[GOALS]", settings)
    assert "Agree the rota" in text
    assert "ne for me" in text
    for word in ("Kim", "bank", "no"):
        assert word not in text.split()
    plan = turn_into_text(note, week_goals(library, WEEK), "[NEXT WEEK]", settings)
    assert "Keep to it" in plan
    assert "rota" not in plan
