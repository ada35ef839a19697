"""Each loose end gets its answer in one of three ways, and each answer can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import DiskFullError, ReadOnlyError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.loose_ends import LooseEndsCount, LooseEndsPresenter
from weeknotes_desktop.presenters.loose_ends_state import LooseEndsState, LooseRow, LooseWeek
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.reasons import Reasons
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.mark_away import mark_away

WEEK = Week(2021, 9)
THIS_WEEK = Week(2021, 15)
NOW = datetime(2021, 4, 16, 17, 0, tzinfo=UTC)


class Wall:
    def __init__(self) -> None:
        self.state = LooseEndsState(this_week=THIS_WEEK)
        self.up = False

    def draw(self, state: LooseEndsState) -> None:
        self.state = state

    def come(self) -> None:
        self.up = True


class Ends:
    """Two goals of week 9 and one of week 10 that nobody answered, and their window."""

    def __init__(self, read_only: WeekNotesError | None = None) -> None:
        self.library, self.timers, self.wall = FakeLibrary(), ManualTimers(), Wall()
        self.said: list[Notice] = []
        self.changed: list[Week] = []
        self.later = add_goal(self.library, WEEK.plus(1), "Weed", NOW)
        self.dig = add_goal(self.library, WEEK, "Dig", NOW)
        self.plant = add_goal(self.library, WEEK, "Plant", NOW)
        writer = ImmediateWriter(self.library)
        self.unsaved = UnsavedWords(writer, self.timers, self)
        self.loose = LooseEndsPresenter(
            view=self.wall,
            writer=writer,
            notices=self,
            clock=lambda: NOW,
            unsaved=self.unsaved,
            reasons=Reasons(),
            read_only=read_only,
        )
        self.answers = self.loose.answers
        self.answers.changed.connect(self.changed.append)
        self.loose.open()

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.said[:] = [said for said in self.said if said is not notice]

    @property
    def listed(self) -> list[str]:
        return [row.end.goal.text for row in self.wall.state.rows if isinstance(row, LooseRow)]

    @property
    def chosen(self) -> str:
        row = self.wall.state.chosen
        return "" if row is None else row.end.goal.text

    def goal(self, goal: Goal) -> Goal:
        return self.library.goal(goal.id)

    def undo(self) -> None:
        act = self.said[-1].act
        assert self.said[-1].action == "Undo"
        assert act is not None
        act()


def test_they_are_listed_by_week_oldest_first_and_the_first_is_chosen() -> None:
    ends = Ends()
    assert ends.wall.up
    assert ends.listed == ["Dig", "Plant", "Weed"]
    weeks = [row.week for row in ends.wall.state.rows if isinstance(row, LooseWeek)]
    assert weeks == [WEEK, WEEK.plus(1)]
    assert ends.chosen == "Dig"
    assert ends.wall.state.weeks == (THIS_WEEK, THIS_WEEK.plus(1))


def test_one_that_is_reported_leaves_and_the_next_is_chosen_and_undo_brings_it_back() -> None:
    ends = Ends()
    ends.answers.report(ends.dig.id, Outcome.DONE, "It is deep")
    assert (ends.goal(ends.dig).outcome, ends.goal(ends.dig).line) == (Outcome.DONE, "It is deep")
    assert (ends.listed, ends.chosen) == (["Plant", "Weed"], "Plant")
    assert (ends.said[-1].text, set(ends.changed)) == ("“Dig” is done.", {WEEK})
    ends.undo()
    assert (ends.listed[0], ends.chosen) == ("Dig", "Dig")
    assert (ends.goal(ends.dig).outcome, ends.goal(ends.dig).line) == (None, "It is deep")


def test_after_an_answer_what_stands_in_its_place_is_chosen() -> None:
    ends = Ends()
    ends.loose.choose(ends.plant.id)
    ends.answers.report(ends.plant.id, Outcome.DROPPED, "")
    assert ends.chosen == "Weed"
    ends.answers.report(ends.later.id, Outcome.DROPPED, "")
    assert ends.chosen == "Dig"


def test_one_that_was_partly_done_stays_until_it_is_carried_over_or_let_go() -> None:
    ends = Ends()
    ends.answers.report(ends.dig.id, Outcome.PARTLY, "")
    assert (ends.listed, ends.chosen, ends.said) == (["Dig", "Plant", "Weed"], "Dig", [])
    ends.answers.carry(ends.dig.id, THIS_WEEK)
    assert ends.listed == ["Plant", "Weed"]
    assert [goal.text for goal in ends.library.goals(THIS_WEEK)] == ["Dig"]
    assert ends.said[-1].text == "“Dig” is carried over to this week."
    assert ends.changed == [WEEK, THIS_WEEK]
    ends.undo()
    assert ends.library.goals(THIS_WEEK) == ()
    assert ends.listed == ["Dig", "Plant", "Weed"]


def test_one_that_is_let_go_says_why_and_the_reason_may_be_empty() -> None:
    ends = Ends()
    ends.loose.ask()
    asked = [ends.wall.state.letting_go]
    ends.loose.keep()
    asked.append(ends.wall.state.letting_go)
    assert asked == [True, False]
    ends.loose.ask()
    ends.answers.let_go(ends.dig.id, "Nobody needs it")
    assert ends.goal(ends.dig).let_go == "Nobody needs it"
    assert (ends.chosen, ends.wall.state.letting_go) == ("Plant", False)
    ends.answers.let_go(ends.plant.id, "")
    assert ends.goal(ends.plant).let_go == ""
    ends.undo()
    assert ends.goal(ends.plant).let_go is None
    assert ends.goal(ends.plant).outcome is None


def test_choosing_another_goal_takes_the_question_back() -> None:
    ends = Ends()
    ends.loose.ask()
    ends.loose.choose(ends.plant.id)
    assert (ends.chosen, ends.wall.state.letting_go) == ("Plant", False)


def test_a_line_is_kept_without_an_answer() -> None:
    ends = Ends()
    ends.answers.say(ends.dig.id, "It rained")
    assert ends.goal(ends.dig).line == "It rained"
    assert ends.wall.state.chosen is not None
    assert ends.wall.state.chosen.end.goal.line == "It rained"
    revision = ends.goal(ends.dig).rev
    ends.answers.say(ends.dig.id, "It rained")
    assert ends.goal(ends.dig).rev == revision


def test_the_last_answer_leaves_one_calm_sentence() -> None:
    ends = Ends()
    for goal in (ends.later, ends.plant, ends.dig):
        ends.answers.report(goal.id, Outcome.DROPPED, "")
    assert (ends.wall.state.rows, ends.wall.state.chosen) == ((), None)
    assert ends.wall.state.hint == "No loose ends. Every goal has its answer."


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "No loose ends. 1 goal read out of an old post waits to be confirmed."),
        (10, "No loose ends. 10 goals read out of old posts wait to be confirmed."),
    ],
)
def test_goals_that_wait_to_be_confirmed_are_not_called_answered(number: int, said: str) -> None:
    ends = Ends()
    for goal in (ends.later, ends.plant, ends.dig):
        edit_goal.set_outcome(ends.library, goal.id, Outcome.DONE, NOW)
    for place in range(number):
        ident = f"old {place}"
        old = Goal(id=ident, thread=ident, week=WEEK, text=ident, proposed=True)
        ends.library.add_goal(old, NOW)
    ends.loose.refresh()
    assert (ends.wall.state.rows, ends.wall.state.hint) == ((), said)


def test_words_that_the_disk_refuses_stand_where_they_were_typed_until_it_takes_them() -> None:
    ends = Ends()
    ends.library.refuses = DiskFullError("The disk is full.")
    ends.answers.report(ends.dig.id, Outcome.DONE, "It is deep")
    row = ends.wall.state.chosen
    assert row is not None
    assert (row.end.goal.text, row.end.goal.line, row.unsaved) == ("Dig", "It is deep", True)
    assert ends.said[-1].text == "The disk is full."
    ends.library.refuses = None
    ends.timers.pass_time(2)
    assert (ends.goal(ends.dig).outcome, ends.goal(ends.dig).line) == (Outcome.DONE, "It is deep")
    assert (ends.listed, ends.unsaved.places) == (["Plant", "Weed"], frozenset())
    assert set(ends.changed) == {WEEK}


@pytest.mark.parametrize("corrected", ["It is very deep", ""])
def test_an_answer_that_the_disk_refused_outlives_a_correction_of_its_line(corrected: str) -> None:
    ends = Ends()
    ends.library.refuses = DiskFullError("The disk is full.")
    ends.answers.report(ends.dig.id, Outcome.DONE, "It is deep")
    row = ends.wall.state.chosen
    assert row is not None
    assert row.end.goal.outcome is Outcome.DONE
    ends.answers.say(ends.dig.id, corrected)
    ends.library.refuses = None
    ends.timers.pass_time(2)
    kept = ends.goal(ends.dig)
    assert (kept.outcome, kept.line or "") == (Outcome.DONE, corrected)


def test_another_answer_takes_the_place_of_one_that_waits_for_the_disk() -> None:
    ends = Ends()
    ends.library.refuses = DiskFullError("The disk is full.")
    ends.answers.report(ends.dig.id, Outcome.DONE, "It is deep")
    ends.answers.report(ends.dig.id, Outcome.PARTLY, "It is deep")
    assert len(ends.said) == 1
    ends.library.refuses = None
    ends.timers.pass_time(2)
    kept = ends.goal(ends.dig)
    assert (kept.outcome, kept.line) == (Outcome.PARTLY, "It is deep")


def test_a_reason_that_the_disk_refuses_is_not_lost_either() -> None:
    ends = Ends()
    ends.library.refuses = DiskFullError("The disk is full.")
    ends.answers.let_go(ends.dig.id, "Nobody needs it")
    assert ends.listed == ["Dig", "Plant", "Weed"]
    ends.library.refuses = None
    ends.timers.pass_time(2)
    assert ends.goal(ends.dig).let_go == "Nobody needs it"


def test_an_answer_without_words_that_the_disk_refuses_is_said_and_nothing_leaves() -> None:
    ends = Ends()
    ends.library.refuses = DiskFullError("The disk is full.")
    ends.answers.report(ends.dig.id, Outcome.DONE, "")
    ends.answers.carry(ends.dig.id, THIS_WEEK)
    assert [notice.text for notice in ends.said] == ["The disk is full."] * 2
    assert (ends.listed, ends.changed) == (["Dig", "Plant", "Weed"], [])


def test_next_week_is_the_next_in_which_the_writer_is_there_and_none_lies_before_the_goal() -> None:
    ends = Ends()
    mark_away(ends.library, THIS_WEEK.plus(1), "Leave")
    now = add_goal(ends.library, THIS_WEEK, "Water", NOW)
    ahead = add_goal(ends.library, THIS_WEEK.plus(4), "Harvest", NOW)
    for goal in (now, ahead):
        edit_goal.set_outcome(ends.library, goal.id, Outcome.NOT_STARTED, NOW)
    ends.loose.refresh()
    offered = [ends.wall.state.weeks]
    for goal in (now, ahead):
        ends.loose.choose(goal.id)
        offered.append(ends.wall.state.weeks)
    assert offered == [
        (THIS_WEEK, THIS_WEEK.plus(2)),
        (THIS_WEEK.plus(2),),
        (THIS_WEEK.plus(5),),
    ]


def test_what_is_answered_elsewhere_leaves_too_but_only_while_somebody_looks() -> None:
    ends = Ends()
    edit_goal.set_outcome(ends.library, ends.dig.id, Outcome.DONE, NOW)
    ends.loose.refresh()
    assert ends.listed == ["Plant", "Weed"]
    # An answer to what is no longer there means nothing.
    ends.answers.report(ends.dig.id, Outcome.DROPPED, "")
    ends.answers.carry(ends.dig.id, THIS_WEEK)
    ends.answers.let_go(ends.dig.id, "")
    kept = ends.goal(ends.dig)
    assert (kept.outcome, kept.line, kept.let_go) == (Outcome.DONE, None, None)
    ends.loose.closed()
    edit_goal.set_outcome(ends.library, ends.plant.id, Outcome.DONE, NOW)
    ends.loose.refresh()
    assert ends.listed == ["Plant", "Weed"]


def test_what_was_typed_of_a_goal_that_was_answered_elsewhere_is_kept() -> None:
    ends = Ends()
    for goal, outcome in ((ends.dig, Outcome.DONE), (ends.plant, Outcome.DROPPED)):
        edit_goal.set_outcome(ends.library, goal.id, outcome, NOW)
    ends.loose.refresh()
    ends.answers.say(ends.dig.id, "It is deep")
    assert (ends.goal(ends.dig).line, ends.changed) == ("It is deep", [WEEK])
    ends.answers.report(ends.dig.id, Outcome.DROPPED, "It is very deep")
    kept = ends.goal(ends.dig)
    assert (kept.outcome, kept.line) == (Outcome.DONE, "It is very deep")
    ends.answers.let_go(ends.plant.id, "No seeds")
    assert ends.goal(ends.plant).let_go == "No seeds"
    # Where it cannot be, it is at least said what was typed.
    ends.answers.let_go(ends.dig.id, "Nobody needs it")
    assert "You typed: “Nobody needs it”." in ends.said[-1].remedy


def test_a_reason_that_is_being_typed_stands_there_when_it_is_asked_for_again() -> None:
    ends = Ends()
    ends.loose.ask()
    ends.answers.type_reason(ends.dig.id, "Nobody nee")
    ends.loose.choose(ends.plant.id)
    ends.loose.ask()
    seen = [ends.wall.state.reason]
    ends.loose.closed()
    assert not ends.wall.state.letting_go
    ends.loose.open()
    ends.loose.choose(ends.dig.id)
    ends.loose.ask()
    seen.append(ends.wall.state.reason)
    assert seen == ["", "Nobody nee"]
    ends.answers.let_go(ends.dig.id, "Nobody needs it")
    ends.undo()
    ends.loose.ask()
    assert ends.wall.state.reason == ""


def test_a_library_that_can_only_be_read_shows_them_and_changes_nothing() -> None:
    ends = Ends(ReadOnlyError("This can only be read."))
    assert ends.wall.state.read_only
    assert ends.listed == ["Dig", "Plant", "Weed"]
    ends.loose.ask()
    assert not ends.wall.state.letting_go
    ends.answers.report(ends.dig.id, Outcome.DONE, "It is deep")
    assert ends.said[-1].text == "This can only be read."
    assert ends.goal(ends.dig) == ends.dig


@pytest.mark.parametrize("broken", [False, True])
def test_they_are_counted_and_nothing_is_said_where_they_cannot_be(broken: bool) -> None:
    ends = Ends()
    counted: list[int] = []
    count = LooseEndsCount(Broken() if broken else ImmediateWriter(ends.library), lambda: NOW)
    count.counted.connect(counted.append)
    count.look()
    assert counted == ([] if broken else [3])


class Broken(ImmediateWriter):
    def __init__(self) -> None:
        super().__init__(FakeLibrary())

    def do(self, act: object, done: object, failed: object) -> None:
        assert callable(failed)
        failed(DiskFullError("The disk is full."))
