from __future__ import annotations

import pytest

from tests.fake_search_file import FakeSearchFile
from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import DiskFullError
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.search_upkeep import (
    AGAIN_AFTER,
    BEGUN,
    DAMAGED,
    FIRST_AFTER,
    READY,
    WORTH_TELLING,
    SearchUpkeep,
)


class Desk:
    """A window on a library of whose things so many are not found yet."""

    def __init__(self, *missing: int) -> None:
        self.file = FakeSearchFile(*missing)
        self.timers = ManualTimers()
        self.notices: list[Notice] = []
        self.said: list[Notice] = []
        self.heard: list[Upkeep] = []
        self.upkeep = SearchUpkeep(ImmediateWriter(FakeLibrary(), self.file), self.timers, self)
        self.upkeep.stepped.connect(self.heard.append)

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.notices.remove(notice)


def test_after_the_first_paint_step_follows_step_until_everything_is_found() -> None:
    desk = Desk(90, 40, 0)
    desk.upkeep.begin()
    desk.timers.pass_time(FIRST_AFTER - 0.1)
    assert desk.file.steps == 0
    desk.timers.pass_time(1)
    assert [one.missing for one in desk.heard] == [90, 40, 0]
    assert desk.said == []


def test_what_takes_long_is_told_and_so_is_its_end() -> None:
    desk = Desk(WORTH_TELLING + 1, WORTH_TELLING, 1, 0)
    desk.upkeep.begin()
    desk.timers.pass_time(3)
    assert desk.said == [BEGUN, READY]
    assert desk.notices == [READY]


def test_words_that_no_text_has_any_more_are_looked_for_again_and_again() -> None:
    desk = Desk()
    desk.upkeep.begin()
    desk.timers.pass_time(3)
    assert desk.file.steps == 1
    desk.file.untidy = 4
    desk.timers.pass_time(AGAIN_AFTER + 1)
    assert desk.file.steps == 5
    desk.timers.pass_time(AGAIN_AFTER + 1)
    assert desk.file.steps == 6
    assert desk.said == []


def test_a_damaged_index_is_told_and_made_anew_at_once() -> None:
    desk = Desk(0, 50, 0)
    desk.upkeep.begin()
    desk.timers.pass_time(3)
    desk.upkeep.damaged()
    desk.timers.pass_time(1)
    assert desk.said == [DAMAGED, READY]
    assert (desk.file.left, desk.file.begun_anew) == ([], 0)


def test_what_a_reader_found_damaged_is_thrown_away_first() -> None:
    desk = Desk(0, 50, 0)
    desk.upkeep.begin()
    desk.timers.pass_time(3)
    desk.upkeep.unusable()
    desk.upkeep.unusable()
    desk.timers.pass_time(1)
    assert desk.said == [DAMAGED, READY]
    assert desk.file.begun_anew == 1


@pytest.mark.parametrize("begin", ["begin", "damaged", "unusable"])
def test_a_step_that_is_refused_is_tried_again_later(begin: str) -> None:
    desk = Desk(7, 0)
    desk.file.refuses = DiskFullError("The disk is full.")
    getattr(desk.upkeep, begin)()
    desk.timers.pass_time(3)
    assert desk.file.steps == 1
    desk.file.refuses = None
    desk.timers.pass_time(AGAIN_AFTER + 1)
    assert desk.file.left == []
    assert desk.file.begun_anew == (2 if begin == "unusable" else 0)
    assert desk.heard[-1] == Upkeep(0, untidy=False)


def test_begun_twice_it_is_done_once() -> None:
    desk = Desk(7, 0)
    desk.upkeep.begin()
    desk.upkeep.begin()
    desk.timers.pass_time(3)
    assert desk.file.steps == 2
