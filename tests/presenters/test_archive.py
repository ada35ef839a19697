from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary, ImmediateWriter
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import NoteSummary, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive import (
    ArchivePresenter,
    ArchiveState,
    BlankWeekRow,
    MonthRow,
    NoteRow,
    ThisWeekRow,
    archive_rows,
    with_week,
)
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.use_cases.mark_away import be_back, mark_away
from weeknotes_desktop.use_cases.start_note import start_note

THIS_WEEK = Week(2021, 16)


def summary(week: Week, title: str = "", note_id: str = "") -> NoteSummary:
    return NoteSummary(
        id=note_id or f"{week}{title}",
        week=week,
        label=f"Weeknote {week.number}.{week.year}",
        title=title,
        status=Status.DRAFT,
        audience=Audience.PUBLIC,
        category="",
        tags=(),
        words=1,
        goals_set=0,
        goals_met=0,
    )


class Pane:
    def __init__(self) -> None:
        self.state = ArchiveState()

    def draw(self, state: ArchiveState) -> None:
        self.state = state


class Said:
    def __init__(self) -> None:
        self.notices: list[Notice] = []

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.notices[:] = [said for said in self.notices if said is not notice]


def presenter(library: FakeLibrary) -> tuple[ArchivePresenter, Pane]:
    pane = Pane()
    archive = ArchivePresenter(
        pane, ImmediateWriter(library), Said(), lambda: THIS_WEEK, LabelPattern
    )
    return archive, pane


def test_this_week_stands_on_top_and_months_follow_newest_first() -> None:
    notes = [summary(Week(2021, number)) for number in (16, 15, 13, 9)]
    assert archive_rows(notes, THIS_WEEK) == (
        ThisWeekRow(),
        NoteRow(notes[0]),
        MonthRow(2021, 4, 2),
        NoteRow(notes[1]),
        BlankWeekRow(Week(2021, 14)),
        NoteRow(notes[2]),
        MonthRow(2021, 3, 1),
        BlankWeekRow(Week(2021, 12)),
        BlankWeekRow(Week(2021, 11)),
        BlankWeekRow(Week(2021, 10)),
        NoteRow(notes[3]),
    )


def test_a_blank_week_between_two_months_stands_in_its_own() -> None:
    notes = [summary(Week(2021, number)) for number in (14, 12)]
    assert archive_rows(notes, THIS_WEEK)[2:] == (
        MonthRow(2021, 4, 1),
        NoteRow(notes[0]),
        BlankWeekRow(Week(2021, 13)),
        MonthRow(2021, 3, 1),
        NoteRow(notes[1]),
    )


def test_a_week_away_is_no_blank_week() -> None:
    notes = [summary(Week(2021, number)) for number in (15, 13)]
    away = {Week(2021, 14): "leave", THIS_WEEK: ""}
    rows = archive_rows(notes, THIS_WEEK, away)
    assert [row for row in rows if isinstance(row, BlankWeekRow)] == [
        BlankWeekRow(THIS_WEEK, ""),
        BlankWeekRow(Week(2021, 14), "leave"),
    ]


def test_being_away_is_shown_when_it_is_said_and_gone_when_it_is_not() -> None:
    library = FakeLibrary()
    archive, pane = presenter(library)
    mark_away(library, THIS_WEEK, "leave")
    archive.reload()
    assert BlankWeekRow(THIS_WEEK, "leave") in pane.state.rows
    be_back(library, THIS_WEEK)
    archive.refresh(THIS_WEEK)
    assert BlankWeekRow(THIS_WEEK) in pane.state.rows
    mark_away(library, THIS_WEEK)
    archive.refresh(THIS_WEEK)
    assert BlankWeekRow(THIS_WEEK, "") in pane.state.rows


def test_a_break_of_years_is_no_list_of_blank_weeks() -> None:
    notes = [summary(Week(2021, 14)), summary(Week(2016, 14))]
    blank = [row for row in archive_rows(notes, THIS_WEEK) if isinstance(row, BlankWeekRow)]
    assert len(blank) < 10


def test_this_week_without_a_note_offers_to_start_one() -> None:
    assert archive_rows([], THIS_WEEK) == (ThisWeekRow(), BlankWeekRow(THIS_WEEK))


@given(st.lists(st.integers(-80, 80).map(THIS_WEEK.plus), max_size=30))
def test_every_note_stands_in_the_archive_once_and_no_blank_week_has_one(weeks: list[Week]) -> None:
    notes = [
        summary(week, note_id=str(number))
        for number, week in enumerate(sorted(weeks, reverse=True))
    ]
    rows = archive_rows(notes, THIS_WEEK)
    listed = [row.note.id for row in rows if isinstance(row, NoteRow)]
    blank = [row.week for row in rows if isinstance(row, BlankWeekRow)]
    assert sorted(listed) == sorted(note.id for note in notes)
    assert not set(blank) & set(weeks)
    assert len(blank) == len(set(blank))


def test_a_note_is_found_by_words_of_its_title_and_label() -> None:
    library = FakeLibrary()
    start_note(library, Week(2021, 9), title="One book")
    start_note(library, Week(2021, 10), title="Two doors")
    archive, pane = presenter(library)
    archive.reload()
    archive.look_for("BOOK 9.2021")
    assert [row.note.title for row in pane.state.rows if isinstance(row, NoteRow)] == ["One book"]
    archive.look_for("elephants")
    assert pane.state.rows == ()
    assert "elephants" in pane.state.hint


def test_an_empty_archive_says_what_will_stand_there() -> None:
    archive, pane = presenter(FakeLibrary())
    archive.reload()
    assert pane.state.hint.endswith(".")
    assert pane.state.rows == (ThisWeekRow(), BlankWeekRow(THIS_WEEK))


def test_a_note_that_moved_to_another_week_is_listed_there_only() -> None:
    one, other = summary(Week(2021, 15), note_id="a"), summary(Week(2021, 12), note_id="b")
    moved = summary(Week(2021, 13), note_id="a")
    assert with_week((one, other), Week(2021, 13), (moved,)) == (moved, other)


def test_refreshing_a_week_shows_its_new_note() -> None:
    library = FakeLibrary()
    archive, pane = presenter(library)
    archive.reload()
    start_note(library, Week(2021, 15), title="New")
    archive.refresh(Week(2021, 15))
    assert [row.note.title for row in pane.state.rows if isinstance(row, NoteRow)] == ["New"]


def test_it_says_when_all_notes_are_listed_and_not_only_the_newest() -> None:
    library = FakeLibrary()
    for number in (14, 15):
        start_note(library, Week(2021, number))
    archive, _ = presenter(library)
    heard: list[int] = []
    archive.read_whole.connect(lambda _: heard.append(len(archive.notes)))
    archive.show((summary(Week(2021, 15)),))
    archive.refresh(Week(2021, 15))
    assert (archive.whole, heard) == (False, [])
    archive.reload()
    assert (archive.whole, heard) == (True, [2])
