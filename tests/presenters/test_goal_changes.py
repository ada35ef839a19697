"""Details, proposed goals, and where goals go from here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from tests.presenters.test_archive import Said
from weeknotes_desktop.domain.errors import DiskFullError, ReadOnlyError, WeekNotesError
from weeknotes_desktop.domain.goal import Form, Goal, Outcome, WeekPlan
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goal_details import Detail, GoalDetails
from weeknotes_desktop.presenters.goals import Crowd, GoalsPresenter, GoalsState
from weeknotes_desktop.presenters.goals_onward import GoalsOnward
from weeknotes_desktop.presenters.proposed_goals import ProposedGoals
from weeknotes_desktop.presenters.usual_goals import UsualGoals
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.hold_goal import take_up

WEEK = Week(2021, 16)
NOW = datetime(2021, 4, 23, 17, 0, tzinfo=UTC)
FULL = DiskFullError("The disk is full.", "Make room.")


class Panel:
    def __init__(self) -> None:
        self.state = GoalsState(week=WEEK, next_week=WEEK.plus(1))
        self.offered: tuple[Goal, ...] = ()

    def draw(self, state: GoalsState) -> None:
        self.state = state

    def choose_carried(self, goals: tuple[Goal, ...]) -> None:
        self.offered = goals


class Desk:
    def __init__(self, *texts: str, read_only: WeekNotesError | None = None) -> None:
        self.library, self.panel = FakeLibrary(), Panel()
        self.said, self.timers = Said(), ManualTimers()
        self.writer = ImmediateWriter(self.library)
        self.ids = [add_goal(self.library, WEEK, text, NOW).id for text in texts]
        self.goals = GoalsPresenter(
            self.panel, self.writer, self.said, lambda: NOW, self.timers, read_only
        )
        self.details = GoalDetails(self.goals, lambda: NOW)
        self.onward = GoalsOnward(self.goals, self.panel, self.writer, lambda: NOW)
        self.proposed = ProposedGoals(self.goals, lambda: NOW)
        self.goals.show_week(WEEK)

    def goal(self, nth: int = 0) -> Goal:
        return self.panel.state.goals[nth]

    def propose(self, *texts: str, week: Week = WEEK) -> list[str]:
        goals = [add_goal(self.library, week, text, NOW) for text in texts]
        for goal in goals:
            self.library.save_goal(replace(goal, proposed=True), NOW)
        self.goals.reload()
        return [goal.id for goal in goals]

    def undo(self) -> None:
        act = self.said.notices[-1].act
        assert act is not None
        act()


def test_details_stand_in_the_panel_as_soon_as_they_are_kept() -> None:
    desk = Desk("Ship it")
    desk.details.say(desk.ids[0], Detail.HOW, "Somebody uses it")
    desk.details.say(desk.ids[0], Detail.WORKSTREAM, "# desk")
    desk.details.say(desk.ids[0], Detail.PUBLIC_WORDING, "A glimpse")
    desk.details.set_stretch(desk.ids[0], True)
    desk.details.set_form(desk.ids[0], Form.QUESTION)
    goal = desk.goal()
    assert (goal.how, goal.workstream, goal.public_text) == (
        "Somebody uses it",
        "desk",
        "A glimpse",
    )
    assert (goal.stretch, goal.form) == (True, Form.QUESTION)
    assert desk.panel.state.count.set == 0


@pytest.mark.parametrize("detail", Detail)
def test_a_detail_that_the_disk_refuses_waits_where_it_was_typed(detail: Detail) -> None:
    desk = Desk("Ship it")
    desk.library.refuses = FULL
    desk.details.say(desk.ids[0], detail, "Half of it")
    assert getattr(desk.goal(), detail.value) == "Half of it"
    assert desk.panel.state.unsaved_goals == {desk.ids[0]}
    desk.library.refuses = None
    desk.timers.pass_time(3)
    assert getattr(desk.library.goal(desk.ids[0]), detail.value) == "Half of it"
    assert not desk.panel.state.unsaved_goals


def test_a_detail_that_is_too_long_is_told_and_not_lost_from_sight() -> None:
    desk = Desk("Ship it")
    desk.details.say(desk.ids[0], Detail.HOW, "word " * 400)
    assert desk.goal().how is None
    assert "word word" in desk.said.notices[-1].remedy


def test_details_of_a_goal_that_never_came_to_the_disk_go_with_it() -> None:
    desk = Desk()
    desk.library.refuses = FULL
    desk.goals.add(WEEK, "Rest")
    new = desk.goal().id
    desk.details.say(new, Detail.HOW, "Asleep by ten")
    desk.goals.remove(new)
    assert not desk.goals.unsaved.places
    desk.library.refuses = None
    desk.timers.pass_time(3)
    assert not desk.library.goals(WEEK)


def test_a_goal_is_held_and_taken_up_again() -> None:
    desk = Desk("Ship it")
    desk.onward.hold(desk.ids[0])
    assert desk.goal().held
    desk.onward.take_up(desk.ids[0])
    assert not desk.goal().held


def test_letting_go_can_be_undone_with_the_outcome_there_was() -> None:
    desk = Desk("Ship it")
    desk.goals.set_outcome(desk.ids[0], Outcome.PARTLY)
    desk.onward.let_go(desk.ids[0], "Nobody asks for it")
    assert (desk.goal().let_go, desk.goal().outcome) == ("Nobody asks for it", Outcome.PARTLY)
    desk.undo()
    assert (desk.goal().let_go, desk.goal().outcome) == (None, Outcome.PARTLY)


def test_that_a_goal_is_let_go_is_not_said_any_longer_than_it_is_true() -> None:
    desk = Desk("Ship it", "Rest")
    desk.onward.let_go(desk.ids[0], "")
    desk.goals.set_outcome(desk.ids[1], Outcome.DONE)
    assert [said.text for said in desk.said.notices] == ["“Ship it” is let go."]
    desk.onward.take_up(desk.ids[0])
    assert desk.said.notices == []
    desk.onward.let_go(desk.ids[0], "")
    desk.goals.set_outcome(desk.ids[0], Outcome.DONE)
    assert desk.said.notices == []


def test_that_a_goal_is_let_go_is_taken_back_also_where_others_took_it_up() -> None:
    desk = Desk("Ship it")
    desk.onward.let_go(desk.ids[0], "")
    desk.goals.show_week(WEEK.plus(8))
    assert desk.said.notices
    take_up(desk.library, desk.ids[0], NOW)
    desk.goals.show_week(WEEK)
    assert desk.said.notices == []


def test_a_reason_that_the_disk_refuses_waits() -> None:
    desk = Desk("Ship it")
    desk.library.refuses = FULL
    desk.onward.let_go(desk.ids[0], "Nobody asks for it")
    assert (desk.goal().let_go, desk.goal().outcome) == ("Nobody asks for it", Outcome.DROPPED)
    desk.library.refuses = None
    desk.timers.pass_time(3)
    assert desk.library.goal(desk.ids[0]).let_go == "Nobody asks for it"


def test_one_goal_is_carried_over_to_the_next_week_that_is_not_away() -> None:
    desk = Desk("Ship it", "Rest")
    desk.library.save_plan(WeekPlan(week=WEEK.plus(1), away="Leave"))
    desk.goals.reload()
    desk.onward.carry(desk.ids[1])
    assert [goal.text for goal in desk.panel.state.next_goals] == ["Rest"]
    assert [goal.week for goal in desk.panel.state.next_goals] == [WEEK.plus(2)]
    assert not desk.said.notices


def test_where_a_goal_went_is_said_where_nobody_would_see_it() -> None:
    desk = Desk()
    later = add_goal(desk.library, WEEK.plus(1), "Rest", NOW)
    desk.goals.reload()
    desk.onward.carry(later.id)
    assert desk.said.notices[-1].text == "“Rest” is carried over to week 18."


def test_only_what_was_chosen_is_carried_over_and_only_once() -> None:
    desk = Desk("Ship it", "Rest", "Sleep")
    desk.onward.offer()
    assert [goal.text for goal in desk.panel.offered] == ["Ship it", "Rest", "Sleep"]
    for _ in range(2):
        desk.onward.carry(desk.ids[0], desk.ids[2])
    assert [goal.text for goal in desk.panel.state.next_goals] == ["Ship it", "Sleep"]


def test_proposed_goals_are_counted_confirmed_and_dismissed_one_by_one() -> None:
    desk = Desk("My own")
    first, second = desk.propose("Ship it", "Rest")
    assert desk.panel.state.proposed == 2
    desk.proposed.confirm(first)
    desk.proposed.dismiss(second)
    assert [(goal.text, goal.proposed) for goal in desk.panel.state.goals] == [
        ("My own", False),
        ("Ship it", False),
    ]
    desk.undo()
    assert desk.panel.state.proposed == 1


def test_all_proposed_goals_of_the_week_are_answered_at_once_and_no_others() -> None:
    desk = Desk("My own")
    desk.propose("Ship it", "Rest")
    (other,) = desk.propose("Later", week=WEEK.plus(3))
    desk.proposed.dismiss_all()
    assert [goal.text for goal in desk.panel.state.goals] == ["My own"]
    assert desk.said.notices[-1].text == "2 goals are dismissed."
    desk.undo()
    assert desk.panel.state.proposed == 2
    desk.proposed.confirm_all()
    assert desk.panel.state.proposed == 0
    assert desk.library.goal(other).proposed


def test_many_more_goals_than_usual_are_remarked_on_and_five_are_not() -> None:
    desk = Desk(*"abcde")
    usual = UsualGoals(desk.goals, desk.writer)

    def crowds() -> tuple[Crowd | None, Crowd | None]:
        return desk.panel.state.crowd, desk.panel.state.next_crowd

    assert crowds() == (None, None)
    desk.goals.add(WEEK, "f")
    assert crowds() == (Crowd(6, 3), None)
    desk.details.set_stretch(desk.ids[0], True)
    assert crowds() == (None, None)
    for text in "abcdef":
        desk.goals.add(WEEK.plus(1), text)
    assert crowds() == (None, Crowd(6, 3))
    assert usual is not None


def test_a_library_that_can_only_be_read_offers_no_change() -> None:
    desk = Desk("Ship it", read_only=ReadOnlyError("It can only be read."))
    desk.details.say(desk.ids[0], Detail.HOW, "Somebody uses it")
    desk.onward.let_go(desk.ids[0], "No")
    desk.onward.carry(desk.ids[0])
    desk.proposed.confirm_all()
    assert desk.library.goals(WEEK)[0].rev == desk.goal().rev
    assert (desk.goal().how, desk.goal().let_go, desk.panel.state.next_goals) == (None, None, ())
    assert desk.panel.state.read_only


def test_a_private_goal_keeps_its_public_wording_when_it_turns_public() -> None:
    desk = Desk("Talk to Kim")
    desk.goals.set_audience(desk.ids[0], Audience.ME)
    desk.details.say(desk.ids[0], Detail.PUBLIC_WORDING, "A conversation")
    desk.goals.set_audience(desk.ids[0], Audience.PUBLIC)
    assert desk.goal().public_text == "A conversation"
