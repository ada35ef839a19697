"""The writer says which goal of an earlier week another one continues."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary, ImmediateWriter
from weeknotes_desktop.domain.errors import DiskFullError, ReadOnlyError, WeekNotesError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.tying import TyingPresenter, TyingState
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_over

WEEK = Week(2021, 9)
NOW = datetime(2021, 4, 16, 17, 0, tzinfo=UTC)


class Chooser:
    """Goals of three weeks, and the window that ties the last one."""

    def __init__(self, read_only: WeekNotesError | None = None) -> None:
        self.library, self.up = FakeLibrary(), False
        self.state = TyingState()
        self.said: list[Notice] = []
        self.changed: list[Week] = []
        self.dig = add_goal(self.library, WEEK, "Dig the bed", NOW)
        self.plant = add_goal(self.library, WEEK.plus(1), "Plant the bed", NOW)
        self.rest = add_goal(self.library, WEEK.plus(3), "Dig the rest", NOW)
        self.tying = TyingPresenter(
            view=self,
            writer=ImmediateWriter(self.library),
            notices=self,
            clock=lambda: NOW,
            read_only=read_only,
        )
        self.tying.changed.connect(self.changed.append)

    def draw(self, state: TyingState) -> None:
        self.state = state

    def come(self) -> None:
        self.up = True

    def go(self) -> None:
        self.up = False
        self.tying.closed()

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        """Nothing is taken back."""

    @property
    def offered(self) -> list[str]:
        return [goal.text for _, goals in self.state.weeks for goal in goals]

    @property
    def parent(self) -> str | None:
        return self.library.goal(self.rest.id).parent

    def undo(self) -> None:
        act = self.said[-1].act
        assert act is not None
        act()


def test_goals_of_the_weeks_before_are_offered_latest_first() -> None:
    chooser = Chooser()
    chooser.tying.open(chooser.rest.id)
    assert chooser.up
    assert chooser.offered == ["Plant the bed", "Dig the bed"]
    assert [week for week, _ in chooser.state.weeks] == [WEEK.plus(1), WEEK]
    assert chooser.state.chosen == chooser.plant.id
    assert chooser.state.before is None


def test_letters_find_one_and_it_is_tied_and_undo_unties_it() -> None:
    chooser = Chooser()
    chooser.tying.open(chooser.rest.id)
    chooser.tying.look_for("DIG bed")
    assert (chooser.offered, chooser.state.chosen) == (["Dig the bed"], chooser.dig.id)
    chooser.tying.tie()
    assert (chooser.parent, chooser.up, chooser.changed) == (chooser.dig.id, False, [WEEK.plus(3)])
    assert chooser.said[-1].text == "“Dig the rest” continues “Dig the bed” of week 9."
    chooser.undo()
    assert chooser.parent is None
    assert chooser.changed == [WEEK.plus(3)] * 2


def test_one_that_continues_another_says_so_and_can_be_untied_and_tied_again() -> None:
    chooser = Chooser()
    child = carry_over(chooser.library, chooser.plant.id, NOW)
    chooser.tying.open(child.id)
    assert (chooser.state.before, chooser.offered) == (chooser.plant, [])
    assert chooser.state.hint == ""
    chooser.tying.untie()
    assert chooser.said[-1].text == "“Plant the bed” is a goal of its own."
    assert chooser.state.before is None
    assert chooser.offered == ["Plant the bed", "Dig the bed"]
    chooser.undo()
    assert chooser.library.goal(child.id).parent == chooser.plant.id


def test_what_cannot_be_found_is_said() -> None:
    chooser = Chooser()
    chooser.tying.open(chooser.rest.id)
    chooser.tying.look_for("harvest")
    assert chooser.state.hint == "No goal before it is called “harvest”."
    chooser.tying.tie()
    assert chooser.parent is None
    chooser.tying.open(chooser.dig.id)
    assert (chooser.state.hint, chooser.state.looked_for) == (
        "No goal of a week before it is free to be continued.",
        "",
    )
    chooser.tying.untie()
    assert chooser.said == []


def test_a_choice_stays_while_goals_change_elsewhere() -> None:
    chooser = Chooser()
    chooser.tying.refresh()
    chooser.tying.open(chooser.rest.id)
    chooser.tying.choose(chooser.dig.id)
    edit_goal.reword_goal(chooser.library, chooser.plant.id, "Plant it", NOW)
    chooser.tying.refresh()
    assert (chooser.offered, chooser.state.chosen) == (
        ["Plant it", "Dig the bed"],
        chooser.dig.id,
    )
    edit_goal.remove_goal(chooser.library, chooser.rest.id, NOW)
    chooser.tying.refresh()
    assert not chooser.up


def test_what_the_disk_refuses_is_said_and_the_window_stays() -> None:
    chooser = Chooser()
    chooser.tying.open(chooser.rest.id)
    chooser.library.refuses = DiskFullError("The disk is full.")
    chooser.tying.tie()
    assert (chooser.said[-1].text, chooser.up, chooser.changed) == ("The disk is full.", True, [])


def test_a_library_that_can_only_be_read_is_shown_and_not_changed() -> None:
    chooser = Chooser(ReadOnlyError("This can only be read."))
    chooser.tying.open(chooser.rest.id)
    assert chooser.state.read_only
    chooser.tying.tie()
    assert chooser.said[-1].text == "This can only be read."
    assert chooser.parent is None
