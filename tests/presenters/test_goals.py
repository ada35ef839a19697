from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary, ImmediateWriter
from tests.presenters.test_archive import Said
from weeknotes_desktop.domain.errors import DiskFullError
from weeknotes_desktop.domain.goal import Count, Outcome
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goals import GoalsPresenter, GoalsState

WEEK = Week(2021, 16)
NOW = datetime(2021, 4, 23, 17, 0, tzinfo=UTC)


class Panel:
    def __init__(self) -> None:
        self.state = GoalsState(week=WEEK, next_week=WEEK.plus(1))

    def draw(self, state: GoalsState) -> None:
        self.state = state


class Desk:
    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.panel = Panel()
        self.said = Said()
        self.goals = GoalsPresenter(
            self.panel, ImmediateWriter(self.library), self.said, lambda: NOW
        )
        self.goals.show_week(WEEK)


def test_a_goal_that_was_entered_stands_in_the_panel_with_the_count() -> None:
    desk = Desk()
    desk.goals.add(WEEK, "Ship it")
    desk.goals.set_outcome(desk.panel.state.goals[0].id, Outcome.DONE)
    desk.goals.add(WEEK.plus(1), "Ship the next")
    assert desk.panel.state.count == Count(1, 1)
    assert [goal.text for goal in desk.panel.state.next_goals] == ["Ship the next"]


def test_a_goal_that_cannot_be_saved_is_not_shown_as_saved() -> None:
    desk = Desk()
    desk.goals.add(WEEK, "Ship it")
    desk.library.refuses = DiskFullError("The disk is full.", "Make room.")
    desk.goals.set_outcome(desk.panel.state.goals[0].id, Outcome.DONE)
    assert desk.panel.state.goals[0].outcome is None
    assert desk.said.notices[-1].text == "The disk is full."
    assert desk.said.notices[-1].urgent


def test_a_removed_goal_can_be_undone_from_the_notice() -> None:
    desk = Desk()
    desk.goals.add(WEEK, "Ship it")
    desk.goals.remove(desk.panel.state.goals[0].id)
    assert not desk.panel.state.goals
    undo = desk.said.notices[-1].act
    assert undo is not None
    undo()
    assert [goal.text for goal in desk.panel.state.goals] == ["Ship it"]


def test_what_is_unfinished_is_carried_over_once() -> None:
    desk = Desk()
    desk.goals.add(WEEK, "Ship it")
    assert desk.panel.state.unfinished == 1
    desk.goals.carry_over()
    desk.goals.carry_over()
    assert desk.panel.state.unfinished == 0
    assert len(desk.panel.state.next_goals) == 1


def test_others_hear_of_a_change_only_when_the_library_has_it() -> None:
    desk = Desk()
    heard: list[object] = []
    desk.goals.changed.connect(heard.append)
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.goals.add(WEEK, "Ship it")
    assert heard == []
    desk.library.refuses = None
    desk.goals.add(WEEK, "Ship it")
    assert len(heard) == 1


def test_the_focus_stays_with_its_week() -> None:
    desk = Desk()
    desk.goals.set_focus("Fewer meetings")
    desk.goals.show_week(WEEK.plus(1))
    assert desk.panel.state.focus == ""
    desk.goals.show_week(WEEK)
    assert desk.panel.state.focus == "Fewer meetings"
