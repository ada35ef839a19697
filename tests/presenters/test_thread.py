"""The thread of a goal is shown as the library tells it."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary, ImmediateWriter
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.thread import ThreadPresenter, ThreadState
from weeknotes_desktop.use_cases import edit_goal
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_over

WEEK = Week(2021, 9)
NOW = datetime(2021, 4, 16, 17, 0, tzinfo=UTC)


class Wall:
    def __init__(self) -> None:
        self.drawn: list[ThreadState] = []
        self.up = False

    def draw(self, state: ThreadState) -> None:
        self.drawn.append(state)

    def come(self) -> None:
        self.up = True

    def go(self) -> None:
        self.up = False

    def show(self, notice: Notice) -> None:
        raise AssertionError(notice.text)

    def withdraw(self, notice: Notice) -> None:
        """Nothing was said."""


def test_every_week_is_shown_and_shown_again_when_something_changes() -> None:
    library, wall = FakeLibrary(), Wall()
    dig = add_goal(library, WEEK, "Dig", NOW)
    again = carry_over(library, dig.id, NOW, text="Dig on")
    thread = ThreadPresenter(wall, ImmediateWriter(library), wall, lambda: NOW)
    thread.refresh()
    assert wall.drawn == []
    thread.open(again.id)
    assert wall.up
    assert [week.goal.text for week in thread.state.weeks] == ["Dig", "Dig on"]
    assert (thread.state.goal_id, thread.state.this_week) == (again.id, Week(2021, 15))
    edit_goal.set_line(library, again.id, "It rained", NOW)
    thread.refresh()
    assert thread.state.weeks[1].lines == ("It rained",)
    thread.closed()
    thread.refresh()
    assert len(wall.drawn) == 2


def test_a_goal_that_is_gone_has_no_thread_to_show() -> None:
    library, wall = FakeLibrary(), Wall()
    dig = add_goal(library, WEEK, "Dig", NOW)
    thread = ThreadPresenter(wall, ImmediateWriter(library), wall, lambda: NOW)
    thread.open(dig.id)
    edit_goal.remove_goal(library, dig.id, NOW)
    thread.refresh()
    assert not wall.up
