from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
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
        self.timers = ManualTimers()
        self.goals = GoalsPresenter(
            self.panel, ImmediateWriter(self.library), self.said, lambda: NOW, self.timers
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


def test_words_that_the_disk_refuses_stay_where_they_were_typed() -> None:
    desk = Desk()
    desk.goals.add(WEEK, "Ship it")
    desk.goals.add(WEEK, "Write it down")
    shipped, written = [goal.id for goal in desk.panel.state.goals]
    desk.library.refuses = DiskFullError("The disk is full.", "Make room.")
    desk.goals.add(WEEK, "Rest")
    desk.goals.add(WEEK.plus(1), "Rest more")
    desk.goals.reword(shipped, "Ship it on Friday")
    desk.goals.set_line(written, "Half of it")
    desk.goals.set_focus("Fewer meetings")
    state = desk.panel.state
    assert [goal.text for goal in state.goals] == ["Ship it on Friday", "Write it down", "Rest"]
    assert [goal.text for goal in state.next_goals] == ["Rest more"]
    assert state.goals[1].line == "Half of it"
    assert state.focus == "Fewer meetings"
    new = {state.goals[2].id, state.next_goals[0].id}
    assert state.unsaved_goals == {shipped, written, *new}
    assert state.focus_unsaved
    assert [notice.text for notice in desk.said.notices] == ["The disk is full."]


def test_refused_words_come_to_the_disk_by_themselves_once_and_in_their_order() -> None:
    desk = Desk()
    heard: list[object] = []
    desk.library.refuses = DiskFullError("The disk is full.", "Make room.")
    desk.goals.add(WEEK, "Rest")
    desk.goals.add(WEEK, "Ship it")
    desk.goals.reword(desk.panel.state.goals[0].id, "Rest, and then rest")
    desk.goals.set_focus("Fewer meetings")
    desk.goals.changed.connect(heard.append)
    desk.timers.pass_time(20)
    assert not heard
    desk.library.refuses = None
    desk.timers.pass_time(3)
    kept = [goal.text for goal in desk.library.goals(WEEK)]
    assert kept == ["Rest, and then rest", "Ship it"]
    assert desk.library.plan(WEEK).focus == "Fewer meetings"
    assert desk.panel.state.goals == desk.library.goals(WEEK)
    assert not desk.panel.state.unsaved_goals
    assert not desk.panel.state.focus_unsaved
    assert heard
    assert not desk.said.notices
    desk.timers.pass_time(20)
    assert len(desk.library.goals(WEEK)) == len(kept)


def test_refused_words_wait_with_their_week() -> None:
    desk = Desk()
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.goals.add(WEEK, "Rest")
    desk.goals.set_focus("Fewer meetings")
    desk.goals.show_week(WEEK.plus(5))
    assert [goal.text for goal in desk.panel.state.goals] == []
    assert desk.panel.state.focus == ""
    desk.goals.show_week(WEEK)
    assert [goal.text for goal in desk.panel.state.goals] == ["Rest"]
    assert desk.panel.state.focus == "Fewer meetings"


def test_the_last_words_for_a_place_stand_for_those_before() -> None:
    desk = Desk()
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.goals.set_focus("Fewer meetings")
    desk.goals.set_focus("No meetings")
    assert desk.panel.state.focus == "No meetings"
    desk.library.refuses = None
    desk.timers.pass_time(3)
    assert desk.library.plan(WEEK).focus == "No meetings"


def test_a_goal_that_never_came_to_the_disk_can_be_removed_and_taken_back() -> None:
    desk = Desk()
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.goals.add(WEEK, "Rest")
    desk.goals.remove(desk.panel.state.goals[0].id)
    assert not desk.panel.state.goals
    undo = desk.said.notices[-1].act
    assert undo is not None
    desk.library.refuses = None
    undo()
    assert [goal.text for goal in desk.library.goals(WEEK)] == ["Rest"]


def test_words_for_a_goal_that_is_gone_are_at_least_told() -> None:
    desk = Desk()
    desk.goals.add(WEEK, "Ship it")
    shipped = desk.panel.state.goals[0].id
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.goals.set_line(shipped, "Half of it")
    desk.library.refuses = None
    desk.library.remove_goal(shipped, NOW)
    desk.timers.pass_time(3)
    assert "“Half of it”" in desk.said.notices[-1].remedy
    assert not desk.panel.state.unsaved_goals


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
    desk.timers.pass_time(3)
    assert len(heard) == 1


def test_the_focus_stays_with_its_week() -> None:
    desk = Desk()
    desk.goals.set_focus("Fewer meetings")
    desk.goals.show_week(WEEK.plus(1))
    assert desk.panel.state.focus == ""
    desk.goals.show_week(WEEK)
    assert desk.panel.state.focus == "Fewer meetings"
