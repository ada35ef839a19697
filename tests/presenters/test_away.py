"""Being away is marked, taken back, and never lost."""

from __future__ import annotations

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.away import AwayPresenter
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.unsaved_words import TRY_AGAIN_AFTER, UnsavedWords
from weeknotes_desktop.use_cases.week_goals import WeekGoals, week_goals

WEEK = Week(2021, 14)


class Desk:
    """A goals panel, as far as it shows whether the writer is away."""

    def __init__(self, read_only: LibraryError | None = None) -> None:
        self.library, self.timers = FakeLibrary(), ManualTimers()
        self.said: list[Notice] = []
        self.changed: list[Week] = []
        writer = ImmediateWriter(self.library)
        self.unsaved = UnsavedWords(writer, self.timers, self)
        self.away = AwayPresenter(
            shown=self.shown,
            unsaved=self.unsaved,
            writer=writer,
            notices=self,
            read_only=read_only,
        )
        self.away.changed.connect(self.changed.append)

    def shown(self) -> WeekGoals:
        return week_goals(self.library, WEEK)

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.said[:] = [said for said in self.said if said is not notice]

    def reason(self) -> str | None:
        return self.library.plan(WEEK).away

    def undo(self) -> None:
        act = self.said[-1].act
        assert act is not None
        act()


@pytest.mark.parametrize("reason", ["Leave", "", "חופשה", "🏖️ " * 200])
def test_a_week_is_marked_with_or_without_a_reason(reason: str) -> None:
    desk = Desk()
    desk.away.mark(WEEK, reason)
    assert desk.reason() == reason.strip()
    assert desk.changed == [WEEK]


def test_the_notice_does_not_tell_the_reason_and_offers_the_way_back() -> None:
    desk = Desk()
    desk.away.mark(WEEK, "An operation")
    assert [notice.text for notice in desk.said] == ["You are away in week 14; its goals are held."]
    desk.undo()
    assert desk.reason() is None
    assert desk.changed == [WEEK, WEEK]


def test_being_back_can_be_undone_with_the_reason() -> None:
    desk = Desk()
    desk.away.mark(WEEK, "Leave")
    desk.away.back(WEEK)
    assert desk.reason() is None
    desk.undo()
    assert desk.reason() == "Leave"


def test_another_reason_can_be_undone_to_the_one_before() -> None:
    desk = Desk()
    desk.away.mark(WEEK, "Leave")
    desk.away.mark(WEEK, "Ill")
    desk.undo()
    assert desk.reason() == "Leave"


def test_a_reason_that_the_disk_refuses_stays_and_is_kept_later() -> None:
    desk = Desk()
    desk.library.refuses = LibraryError("The disk is full.")
    desk.away.mark(WEEK, "Leave")
    assert desk.unsaved.over(desk.shown()).plan.away == "Leave"
    desk.library.refuses = None
    desk.timers.pass_time(TRY_AGAIN_AFTER)
    assert desk.reason() == "Leave"


def test_who_is_back_before_the_disk_took_it_is_back() -> None:
    desk = Desk()
    desk.library.refuses = LibraryError("The disk is full.")
    desk.away.mark(WEEK, "Leave")
    desk.library.refuses = None
    desk.away.back(WEEK)
    desk.timers.pass_time(TRY_AGAIN_AFTER)
    assert desk.reason() is None


def test_a_library_that_can_only_be_read_says_why() -> None:
    desk = Desk(LibraryError("This folder cannot be written."))
    desk.away.mark(WEEK, "Leave")
    desk.away.back(WEEK)
    assert desk.reason() is None
    assert [notice.text for notice in desk.said] == ["This folder cannot be written."] * 2
