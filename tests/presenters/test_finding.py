"""Finding in the open note while it, and what to find, change faster than one looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from tests.fakes import ImmediateJobs, ManualTimers
from tests.plain_patterns import PlainPatterns
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.finding import Hit, Search
from weeknotes_desktop.presenters.finding import LOOK_AFTER, FindingPresenter
from weeknotes_desktop.presenters.finding_state import FindState

T = TypeVar("T")


class SlowJobs(ImmediateJobs):
    """Jobs that are done when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        immediately = super().run
        self.waiting.append(lambda: immediately(work, done, failed))

    def catch_up(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


class Desk:
    """A text with a caret in it, and a bar that remembers how it looks."""

    def __init__(self, text: str, *, may_write: bool = True) -> None:
        self.standing, self.selection = text, (0, 0)
        self.state, self.lit = FindState(), ()
        self.jobs, self.timers = SlowJobs(), ManualTimers()
        self.finding = FindingPresenter(
            view=self,
            page=self,
            patterns=PlainPatterns,
            jobs=self.jobs,
            timers=self.timers,
            may_write=may_write,
        )

    lit: tuple[Hit, ...]

    def draw(self, state: FindState) -> None:
        self.state = state

    def take_keyboard(self) -> None:
        pass

    def light(self, hits: tuple[Hit, ...]) -> None:
        self.lit = hits

    def text(self) -> str:
        return self.standing

    def selected(self) -> tuple[int, int]:
        return self.selection

    def select(self, start: int, end: int) -> None:
        self.selection = (start, end)

    def put(self, text: str) -> None:
        self.standing = text
        self.finding.text_changed()

    def focus(self) -> None:
        pass

    def find(self, words: str, **how: bool) -> None:
        self.finding.open(replacing=True)
        self.finding.look_for(Search(words, **how))
        self.jobs.catch_up()

    def pause(self) -> None:
        """Type nothing for long enough that a pattern is looked for, and found."""
        self.timers.pass_time(LOOK_AFTER)
        self.jobs.catch_up()


def test_the_first_place_is_the_one_behind_the_caret() -> None:
    desk = Desk("a week, a week, a week")
    desk.selection = (9, 9)
    desk.find("week")
    assert (desk.selection, desk.state.at, desk.state.hits) == ((10, 14), 2, 3)


@pytest.mark.parametrize("closed", [True, False])
def test_opening_the_bar_over_a_place_it_found_keeps_what_is_looked_for(closed: bool) -> None:
    desk = Desk("on 2021-03-05 and 2021-03-12")
    desk.find(r"(\d+)-(\d+)-(\d+)", pattern=True)
    desk.pause()
    desk.finding.step(-1)
    if closed:
        desk.finding.close()
    desk.finding.open(replacing=True)
    desk.pause()
    assert desk.state.search == Search(r"(\d+)-(\d+)-(\d+)", pattern=True)
    assert (desk.selection, desk.state.at, desk.state.hits) == ((18, 28), 2, 2)


def test_opening_the_bar_over_other_words_looks_for_them() -> None:
    desk = Desk("on 2021-03-05 and 2021-03-12")
    desk.find(r"\d+-\d+-\d+", pattern=True)
    desk.pause()
    desk.selection = (14, 17)
    desk.finding.open(replacing=True)
    assert desk.finding.state.search == Search("and")
    desk.standing, desk.selection = "on 1999-12-31", (3, 13)
    desk.finding.open(replacing=True)
    assert desk.finding.state.search == Search("1999-12-31")


def test_a_longer_word_is_looked_for_from_where_the_writer_began() -> None:
    desk = Desk("we. week. weeknote")
    desk.find("we")
    assert desk.state.at == 1
    desk.finding.look_for(Search("week"))
    desk.finding.look_for(Search("weekn"))
    desk.jobs.catch_up()
    assert desk.selection == (10, 15)
    desk.finding.look_for(Search("we"))
    desk.jobs.catch_up()
    assert desk.selection == (0, 2)


def test_only_what_was_asked_for_last_is_shown() -> None:
    desk = Desk("one two")
    desk.finding.open(replacing=False)
    desk.finding.look_for(Search("one"))
    desk.finding.look_for(Search("two"))
    last = desk.jobs.waiting.pop()
    last()
    desk.jobs.catch_up()
    assert desk.lit == (Hit(4, 7),)


def test_enter_before_the_places_are_known_goes_on_once_they_are() -> None:
    desk = Desk("a week, a week")
    desk.find("week")
    desk.put("now a week, a week")
    desk.selection = (0, 0)
    desk.finding.step(1)
    desk.jobs.catch_up()
    assert desk.selection == (6, 10)


def test_a_closed_bar_stays_dark_whatever_is_still_found() -> None:
    desk = Desk("a week")
    desk.find("week")
    desk.finding.text_changed()
    desk.timers.pass_time(LOOK_AFTER)
    desk.finding.close()
    desk.jobs.catch_up()
    assert desk.lit == ()
    assert not desk.state.shown


def test_what_was_typed_while_all_was_replaced_is_not_lost() -> None:
    desk = Desk("a week")
    desk.find("week")
    desk.finding.replace_all("month")
    desk.put("a week more")
    desk.jobs.catch_up()
    assert desk.standing == "a week more"


def test_replacing_words_by_more_of_the_same_ends() -> None:
    desk = Desk("aa")
    desk.find("a")
    desk.finding.replace_one("aa")
    desk.jobs.catch_up()
    assert (desk.standing, desk.selection) == ("aaa", (2, 3))
    desk.finding.replace_one("aa")
    desk.jobs.catch_up()
    assert desk.standing == "aaaa"


def test_a_place_that_the_caret_left_is_gone_to_before_it_is_replaced() -> None:
    desk = Desk("a week")
    desk.find("week")
    desk.selection = (0, 0)
    desk.finding.replace_one("month")
    assert (desk.standing, desk.selection) == ("a week", (2, 6))


def test_a_note_that_would_grow_too_large_stays_as_it_is() -> None:
    desk = Desk("a" * 3_000)
    desk.find("a")
    desk.finding.replace_all("b" * 1_000)
    desk.jobs.catch_up()
    assert desk.standing == "a" * 3_000
    assert "at most 2 MB" in desk.state.remark


def test_what_can_only_be_read_is_not_replaced() -> None:
    desk = Desk("a week", may_write=False)
    desk.find("week")
    desk.finding.replace_one("month")
    desk.finding.replace_all("month")
    desk.jobs.catch_up()
    assert (desk.standing, desk.state.replacing) == ("a week", False)


@pytest.mark.parametrize("by", [1, -1])
def test_where_nothing_is_found_one_stays(by: int) -> None:
    desk = Desk("a week")
    desk.find("month")
    desk.finding.step(by)
    desk.jobs.catch_up()
    assert (desk.selection, desk.state.hits, desk.state.looked) == ((0, 0), 0, True)


def test_several_lines_that_are_selected_are_not_what_to_find() -> None:
    desk = Desk("one\ntwo")
    desk.selection = (0, 7)
    desk.finding.open(replacing=False)
    assert desk.finding.state.search.words == ""


def test_words_that_nobody_has_looked_for_yet_are_not_replaced() -> None:
    desk = Desk("a week, a month")
    desk.find("week")
    desk.finding.look_for(Search("month"))
    desk.finding.replace_one("year")
    assert desk.standing == "a week, a month"
    desk.jobs.catch_up()
    assert (desk.standing, desk.selection) == ("a week, a month", (10, 15))


def test_half_a_pattern_is_not_looked_for_while_the_rest_is_typed() -> None:
    desk = Desk("a week")
    desk.finding.open(replacing=False)
    desk.jobs.catch_up()
    for pattern in ("w", "we", "we+"):
        desk.finding.look_for(Search(pattern, pattern=True))
    assert desk.jobs.waiting == []
    desk.timers.pass_time(LOOK_AFTER)
    desk.jobs.catch_up()
    assert desk.lit == (Hit(2, 5),)
