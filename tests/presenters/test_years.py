"""The strip of years knows what there is to see of each week."""

from __future__ import annotations

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter
from tests.presenters.test_archive import Pane, Said
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.usual_length import Band
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import monday_of
from weeknotes_desktop.presenters.archive import ArchivePresenter
from weeknotes_desktop.presenters.years import WeekKind, YearsPresenter, YearsState
from weeknotes_desktop.use_cases.mark_away import mark_away
from weeknotes_desktop.use_cases.start_note import start_note

THIS_WEEK = Week(2021, 16)


class Desk:
    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.state = YearsState()
        self.drawn = 0
        self.band: Band | None = None
        self.this_week = THIS_WEEK
        self.archive = ArchivePresenter(
            Pane(), ImmediateWriter(self.library), Said(), lambda: self.this_week, LabelPattern
        )
        self.years = YearsPresenter(self, self.archive, lambda: self.band, lambda: self.this_week)
        self.archive.listed.connect(lambda _: self.years.refresh())

    def draw(self, state: YearsState) -> None:
        self.state = state
        self.drawn += 1

    def write(self, week: Week, words: int = 300) -> None:
        start_note(self.library, week, body="word " * words)

    def kind(self, week: Week) -> WeekKind:
        return self.state.kind(monday_of(week))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_weeks_are_written_short_away_blank_or_yet_to_come(desk: Desk) -> None:
    desk.write(Week(2021, 15))
    desk.write(Week(2021, 14), words=20)
    mark_away(desk.library, Week(2021, 13), "leave")
    desk.archive.reload()
    assert desk.kind(Week(2021, 15)) is WeekKind.WRITTEN
    assert desk.kind(Week(2021, 14)) is WeekKind.SHORT
    assert desk.kind(Week(2021, 13)) is WeekKind.AWAY
    assert desk.kind(Week(2021, 12)) is WeekKind.BLANK
    assert desk.kind(THIS_WEEK) is WeekKind.BLANK
    assert desk.kind(THIS_WEEK.plus(1)) is WeekKind.AHEAD


def test_a_week_away_that_has_a_note_is_written(desk: Desk) -> None:
    desk.write(Week(2021, 13))
    mark_away(desk.library, Week(2021, 13))
    desk.archive.reload()
    assert desk.kind(Week(2021, 13)) is WeekKind.WRITTEN


def test_short_is_measured_by_what_is_usual(desk: Desk) -> None:
    desk.write(Week(2021, 15), words=300)
    desk.band = Band(700, 900)
    desk.archive.reload()
    assert desk.kind(Week(2021, 15)) is WeekKind.SHORT
    desk.band = Band(500, 900)
    desk.years.refresh()
    assert desk.kind(Week(2021, 15)) is WeekKind.WRITTEN


def test_several_notes_of_a_week_count_together(desk: Desk) -> None:
    desk.write(Week(2021, 15), words=60)
    desk.write(Week(2021, 15), words=60)
    desk.archive.reload()
    assert desk.kind(Week(2021, 15)) is WeekKind.WRITTEN


def test_every_year_is_shown_from_the_newest_to_the_oldest(desk: Desk) -> None:
    desk.archive.reload()
    assert list(desk.state.years) == [2021]
    desk.write(Week(2017, 3))
    mark_away(desk.library, Week(2022, 1))
    desk.archive.reload()
    assert list(desk.state.years) == list(range(2022, 2016, -1))


def test_a_week_that_cannot_be_read_makes_no_two_thousand_years(desk: Desk) -> None:
    desk.write(Week(1, 1))
    desk.archive.reload()
    assert len(desk.state.years) < 200
    assert desk.state.years[0] == 2021


def test_a_place_is_that_of_its_week(desk: Desk) -> None:
    desk.write(Week(2020, 53))
    desk.archive.reload()
    assert desk.state.week(0, 0) == Week(2021, 1)
    assert desk.state.week(1, 52) == Week(2020, 53)
    assert desk.state.week(0, 52) is None
    assert desk.state.place(monday_of(Week(2020, 53))) == (1, 52)
    assert desk.state.place(monday_of(Week(1999, 1))) is None


def test_a_filter_of_the_list_hides_nothing_here(desk: Desk) -> None:
    desk.write(Week(2021, 15))
    desk.archive.look_for("elephants")
    assert desk.kind(Week(2021, 15)) is WeekKind.WRITTEN


def test_the_open_note_is_shown_where_it_stands(desk: Desk) -> None:
    desk.years.show_here(Week(2021, 15))
    assert desk.state.here == monday_of(Week(2021, 15))
    drawn = desk.drawn
    desk.years.show_here(Week(2021, 15))
    assert desk.drawn == drawn
    desk.years.show_here(None)
    assert desk.state.here is None


def test_a_new_week_is_blank_once_it_is_there(desk: Desk) -> None:
    desk.archive.reload()
    assert desk.kind(THIS_WEEK.plus(1)) is WeekKind.AHEAD
    desk.this_week = THIS_WEEK.plus(1)
    desk.archive.reload()
    assert desk.kind(THIS_WEEK.plus(1)) is WeekKind.BLANK
