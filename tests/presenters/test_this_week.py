"""The way to this week, whatever note is open."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary, ImmediateWriter
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.this_week import ThisWeek
from weeknotes_desktop.use_cases.week_goals import WeekGoals, week_goals

WEEK = Week(2021, 9)


class Desk:
    def __init__(self, week: Week) -> None:
        self.library, self.week = FakeLibrary(), week
        self.did: list[str] = []
        self.way = ThisWeek(
            editor=self,
            shown=self.shown,
            writer=ImmediateWriter(self.library),
            clock=lambda: datetime(2021, 3, 1, 12, 0, tzinfo=UTC),
            notices=self,
        )

    def turn_to_goals(self) -> None:
        self.way.turn_to(lambda: self.did.append("goals"))

    def shown(self) -> WeekGoals:
        return week_goals(self.library, self.week)

    def open(self, note_id: str) -> None:
        self.did.append(f"open {note_id}")

    def start(self, week: Week) -> None:
        self.did.append(f"start {week}")

    def show(self, notice: Notice) -> None: ...

    def withdraw(self, notice: Notice) -> None: ...


def test_goals_that_are_shown_are_gone_to() -> None:
    desk = Desk(WEEK)
    desk.turn_to_goals()
    assert desk.did == ["goals"]


def test_from_another_week_the_note_of_this_one_is_opened_first() -> None:
    desk = Desk(WEEK.plus(-1))
    desk.library.add_note(Note(id="n", week=WEEK))
    desk.turn_to_goals()
    desk.way.goals_shown(desk.shown())
    assert desk.did == ["open n"]
    desk.week = WEEK
    for _ in range(2):
        desk.way.goals_shown(desk.shown())
    assert desk.did == ["open n", "goals"]


def test_a_week_without_a_note_gets_one() -> None:
    desk = Desk(WEEK.plus(-1))
    desk.turn_to_goals()
    assert desk.did == ["start 2021-W09"]
