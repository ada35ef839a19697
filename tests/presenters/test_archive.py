from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary, ImmediateWriter
from weeknotes_desktop.domain.archive import (
    EVERYTHING,
    ArchiveFilter,
    FilterChoices,
    Showing,
    TitledNote,
)
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of
from weeknotes_desktop.presenters.archive import ArchivePresenter, ArchiveState
from weeknotes_desktop.presenters.archive_lines import MOST
from weeknotes_desktop.presenters.archive_rows import (
    ArchiveRow,
    ArchiveRows,
    BlankWeekRow,
    ComingRow,
    MonthRow,
    NoteRow,
    ThisWeekRow,
)
from weeknotes_desktop.presenters.archive_runs import arrange, arrange_found
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.mark_away import be_back, mark_away
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

THIS_WEEK = Week(2021, 16)
NOW = datetime(2021, 4, 23, 17, 0, tzinfo=UTC)
PATTERN = LabelPattern()


def written(*weeks: Week) -> list[WrittenWeek]:
    """Weeks with a note each, that is called as its week."""
    return [WrittenWeek(monday_of(week), (str(week),)) for week in weeks]


def told(
    weeks: Iterable[WrittenWeek], away: dict[Week, str] | None = None
) -> tuple[ArchiveRow, ...]:
    reasons = {monday_of(week): why for week, why in (away or {}).items()}
    return tuple(ArchiveRows(arrange(list(weeks), monday_of(THIS_WEEK), reasons)))


def coming(week: Week) -> ComingRow:
    return ComingRow(str(week), week)


class Pane:
    def __init__(self) -> None:
        self.state = ArchiveState(rows=ArchiveRows())
        self.drawn = 0
        self.choices: FilterChoices | None = None

    def draw(self, state: ArchiveState) -> None:
        self.state = state
        self.drawn += 1

    def offer_choices(self, choices: FilterChoices) -> None:
        self.choices = choices

    @property
    def titles(self) -> list[str]:
        return [row.note.title for row in self.state.rows if isinstance(row, NoteRow)]


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
    weeks = [Week(2021, number) for number in (16, 15, 13, 9)]
    assert told(written(*weeks)) == (
        ThisWeekRow(),
        coming(weeks[0]),
        MonthRow(2021, 4, 2),
        coming(weeks[1]),
        BlankWeekRow(Week(2021, 14)),
        coming(weeks[2]),
        MonthRow(2021, 3, 1),
        BlankWeekRow(Week(2021, 12)),
        BlankWeekRow(Week(2021, 11)),
        BlankWeekRow(Week(2021, 10)),
        coming(weeks[3]),
    )


def test_a_blank_week_between_two_months_stands_in_its_own() -> None:
    assert told(written(Week(2021, 14), Week(2021, 12)))[2:] == (
        MonthRow(2021, 4, 1),
        coming(Week(2021, 14)),
        BlankWeekRow(Week(2021, 13)),
        MonthRow(2021, 3, 1),
        coming(Week(2021, 12)),
    )


def test_a_week_away_is_no_blank_week() -> None:
    away = {Week(2021, 14): "leave", THIS_WEEK: ""}
    rows = told(written(Week(2021, 15), Week(2021, 13)), away)
    assert [row for row in rows if isinstance(row, BlankWeekRow)] == [
        BlankWeekRow(THIS_WEEK, ""),
        BlankWeekRow(Week(2021, 14), "leave"),
    ]


def test_a_break_of_years_is_no_list_of_blank_weeks() -> None:
    rows = told(written(Week(2021, 14), Week(2016, 14), Week(1, 1)))
    assert sum(isinstance(row, BlankWeekRow) for row in rows) < 10


def test_this_week_without_a_note_offers_to_start_one() -> None:
    assert told([]) == (ThisWeekRow(), BlankWeekRow(THIS_WEEK))


several_notes = st.lists(
    st.tuples(st.integers(-80, 80), st.integers(1, 4)), max_size=30, unique_by=lambda one: one[0]
).map(
    lambda drawn: [
        WrittenWeek(monday_of(THIS_WEEK.plus(step)), tuple(f"{step}-{at}" for at in range(notes)))
        for step, notes in sorted(drawn, reverse=True)
    ]
)


@given(several_notes)
def test_every_note_stands_in_the_archive_once_and_no_blank_week_has_one(
    weeks: list[WrittenWeek],
) -> None:
    rows = told(weeks)
    listed = [row.note_id for row in rows if isinstance(row, ComingRow)]
    blank = [row.week for row in rows if isinstance(row, BlankWeekRow)]
    assert sorted(listed) == sorted(note for week in weeks for note in week.notes)
    assert not set(blank) & {week.week for week in weeks}
    assert len(blank) == len(set(blank))


@given(several_notes, st.booleans())
def test_any_row_can_be_asked_for_by_its_place(weeks: list[WrittenWeek], only: bool) -> None:
    rows = ArchiveRows(arrange_found(weeks) if only else arrange(weeks, monday_of(THIS_WEEK)))
    each = tuple(rows)
    assert len(rows) == len(each)
    assert tuple(rows[at] for at in range(len(rows))) == each
    for at, row in enumerate(each):
        assert rows.is_heading(at) == isinstance(row, ThisWeekRow | MonthRow)
        assert rows.note_at(at) == (row.note_id if isinstance(row, ComingRow) else None)
        assert rows.place_with(rows.key(at)) == at
    notes = list(rows.notes())
    assert notes == [row.note_id for row in each if isinstance(row, ComingRow)]
    for at, note in enumerate(notes):
        assert each[rows.place_of(note) or 0] == ComingRow(note, rows_week(each, note))
        assert rows.beside(note, 1) == (notes[at + 1] if at + 1 < len(notes) else None)
        assert rows.beside(note, -1) == (notes[at - 1] if at else None)


def rows_week(rows: tuple[ArchiveRow, ...], note: str) -> Week:
    return next(row.week for row in rows if isinstance(row, ComingRow) and row.note_id == note)


@given(several_notes, st.integers(0, 60), st.integers(0, 60))
def test_the_notes_between_two_rows_are_those_that_stand_there(
    weeks: list[WrittenWeek], first: int, last: int
) -> None:
    rows = ArchiveRows(arrange(weeks, monday_of(THIS_WEEK)))
    there = [row.note_id for row in tuple(rows)[first:last] if isinstance(row, ComingRow)]
    assert list(rows.notes(first, last)) == there


def test_months_of_notes_that_were_asked_for_have_no_blank_weeks() -> None:
    rows = tuple(ArchiveRows(arrange_found(written(THIS_WEEK, Week(2021, 14), Week(2021, 9)))))
    assert rows == (
        MonthRow(2021, 4, 2),
        coming(THIS_WEEK),
        coming(Week(2021, 14)),
        MonthRow(2021, 3, 1),
        coming(Week(2021, 9)),
    )


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


def test_a_note_is_found_by_words_of_its_title_and_label() -> None:
    library = FakeLibrary()
    start_note(library, Week(2021, 9), title="One book")
    start_note(library, Week(2021, 10), title="Two doors")
    archive, pane = presenter(library)
    archive.reload()
    archive.look_for("BOOK 9.2021")
    assert pane.titles == ["One book"]
    archive.look_for("elephants")
    assert tuple(pane.state.rows) == ()
    assert "elephants" in pane.state.hint


@pytest.mark.parametrize("typed", ["cafe's", "CAFÉ’S", "café's  ", "book café’s"])
def test_words_are_found_however_they_are_typed(typed: str) -> None:
    library = FakeLibrary()
    start_note(library, Week(2021, 9), title="The Café’s book")
    archive, pane = presenter(library)
    archive.look_for(typed)
    assert pane.titles == ["The Café’s book"]
    assert pane.state.which is not None
    assert pane.state.which.words == typed


def test_an_empty_archive_says_what_will_stand_there() -> None:
    archive, pane = presenter(FakeLibrary())
    archive.reload()
    assert pane.state.hint.endswith(".")
    assert tuple(pane.state.rows) == (ThisWeekRow(), BlankWeekRow(THIS_WEEK))


def test_a_note_that_moved_to_another_week_is_listed_there_only() -> None:
    library = FakeLibrary()
    moving = start_note(library, Week(2021, 15), title="Moving", body="two words")
    start_note(library, Week(2021, 15), title="Staying", body="one")
    archive, pane = presenter(library)
    archive.reload()
    save_note(library, replace(moving, week=Week(2021, 13)), PATTERN, NOW)
    archive.refresh(Week(2021, 13))
    assert pane.titles == ["Staying", "Moving"]
    assert [(one.week, one.words) for one in archive.weeks] == [
        (Week(2021, 15), 1),
        (Week(2021, 13), 2),
    ]


def test_refreshing_a_week_shows_its_new_note() -> None:
    library = FakeLibrary()
    archive, pane = presenter(library)
    archive.reload()
    start_note(library, Week(2021, 15), title="New")
    archive.refresh(Week(2021, 15))
    assert pane.titles == ["New"]
    assert archive.has_note(Week(2021, 15))
    assert not archive.has_note(Week(2021, 14))


def test_a_week_that_has_lost_its_last_note_is_blank() -> None:
    library = FakeLibrary()
    for number in (15, 14, 13):
        start_note(library, Week(2021, number), title=str(number))
    archive, pane = presenter(library)
    archive.reload()
    (gone,) = library.summaries(Week(2021, 14))
    library.remove_note(gone.id, NOW)
    archive.refresh(Week(2021, 14))
    assert pane.titles == ["15", "13"]
    assert BlankWeekRow(Week(2021, 14)) in pane.state.rows


def asked_for() -> tuple[FakeLibrary, ArchivePresenter, Pane]:
    """Four notes that differ in all that can be asked for."""
    library = FakeLibrary()
    for number, title, category, tags in (
        (15, "Draft", "Boats", ("river",)),
        (14, "Out", "Boats", ()),
        (13, "Bare", "", ("river", "steel")),
    ):
        note = start_note(library, Week(2021, number), title=title, category=category)
        note = save_note(library, replace(note, tags=tags), PATTERN, NOW)
        if title != "Draft":
            publish_note(library, note, Settings(), NOW)
    start_note(library, Week(2020, 53), title="Old")
    goal = add_goal(library, Week(2021, 14), "Lend one book", NOW)
    library.save_goal(replace(goal, workstream="lending"), NOW)
    archive, pane = presenter(library)
    archive.reload()
    return library, archive, pane


@pytest.mark.parametrize(
    ("which", "titles"),
    [
        (EVERYTHING, ["Draft", "Out", "Bare", "Old"]),
        (replace(EVERYTHING, showing=Showing.DRAFTS), ["Draft", "Old"]),
        (replace(EVERYTHING, showing=Showing.PUBLISHED), ["Out", "Bare"]),
        (replace(EVERYTHING, category="Boats"), ["Draft", "Out"]),
        (replace(EVERYTHING, category=""), ["Bare", "Old"]),
        (replace(EVERYTHING, tag="river"), ["Draft", "Bare"]),
        (replace(EVERYTHING, workstream="lending"), ["Out"]),
        (replace(EVERYTHING, year=2020), ["Old"]),
        (replace(EVERYTHING, tag="river", showing=Showing.PUBLISHED), ["Bare"]),
        (replace(EVERYTHING, category="Boats", words="ou"), ["Out"]),
    ],
)
def test_only_notes_that_answer_to_all_that_is_asked_are_shown(
    which: ArchiveFilter, titles: list[str]
) -> None:
    _, archive, pane = asked_for()
    archive.ask(which)
    assert pane.titles == titles
    archive.ask(EVERYTHING)
    assert pane.titles == ["Draft", "Out", "Bare", "Old"]
    assert pane.state.which is None


def test_a_year_is_shown_with_its_weeks_without_a_note_and_all_else_without() -> None:
    library = FakeLibrary()
    for number in (15, 13):
        start_note(library, Week(2021, number), title=str(number), category="Boats")
    archive, pane = presenter(library)
    archive.ask(replace(EVERYTHING, year=2021))
    assert BlankWeekRow(Week(2021, 14)) in pane.state.rows
    archive.ask(replace(EVERYTHING, category="Boats"))
    assert not any(isinstance(row, BlankWeekRow) for row in pane.state.rows)


def test_where_nothing_answers_the_pane_says_so() -> None:
    _, archive, pane = asked_for()
    archive.ask(replace(EVERYTHING, tag="paper"))
    assert pane.state.hint == "There is no such note."


def test_drafts_are_counted() -> None:
    library, archive, pane = asked_for()
    assert pane.state.drafts == 2
    start_note(library, Week(2021, 16))
    archive.refresh(Week(2021, 16))
    assert pane.state.drafts == 3


def test_a_note_that_no_longer_answers_goes_from_the_list() -> None:
    library, archive, pane = asked_for()
    archive.ask(replace(EVERYTHING, showing=Showing.DRAFTS))
    (line,) = library.summaries(Week(2021, 15))
    publish_note(library, library.note(line.id), Settings(), NOW)
    archive.refresh(Week(2021, 15))
    assert pane.titles == ["Old"]
    assert archive.has_note(Week(2021, 15))


def test_what_was_changed_is_shown_once_somebody_says_so() -> None:
    library, archive, pane = asked_for()
    wanted: list[Week | None] = []
    archive.changed_wanted.connect(wanted.append)
    archive.ask(replace(EVERYTHING, showing=Showing.CHANGED))
    assert (wanted, pane.titles) == ([None], [])
    assert pane.state.hint.startswith("Looking")
    (out,) = library.summaries(Week(2021, 14))
    archive.know_changed([out.id], None)
    assert (pane.titles, pane.state.hint) == (["Out"], "")
    archive.refresh(Week(2021, 14))
    assert wanted[1:] == [Week(2021, 14)]
    archive.know_changed([], among=[out.id])
    assert (pane.titles, pane.state.hint) == ([], "There is no such note.")


class Waiting(ImmediateWriter):
    """A writer that does what it is asked when the test says so."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self.acts: list[Callable[[], None]] = []

    def do(self, act: Any, done: Any, failed: Any) -> None:
        self.acts.append(partial(super().do, act, done, failed))

    def go_on(self) -> None:
        acts, self.acts = self.acts, []
        for act in acts:
            act()


class Late(ImmediateWriter):
    """A writer that acts at once, and tells of it when the test says so."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self.told: list[Callable[[], None]] = []

    def do(self, act: Any, done: Any, failed: Any) -> None:
        super().do(act, lambda result: self.told.append(partial(done, result)), failed)

    def tell(self) -> None:
        told, self.told = self.told, []
        for tell in told:
            tell()


def many(library: FakeLibrary, number: int) -> None:
    for at in range(number):
        start_note(library, THIS_WEEK.plus(-at), title=f"T{at}")


def test_rows_are_read_as_they_come_into_sight() -> None:
    library = FakeLibrary()
    many(library, 400)
    pane = Pane()
    writer = Waiting(library)
    archive = ArchivePresenter(pane, writer, Said(), lambda: THIS_WEEK, LabelPattern)
    archive.reload()
    writer.go_on()
    assert len(pane.titles) < 150
    archive.look_at(300, 310)
    assert isinstance(pane.state.rows[305], ComingRow | MonthRow)
    writer.go_on()
    assert not any(isinstance(row, ComingRow) for row in pane.state.rows[295:315])
    assert len(pane.titles) < 250
    drawn = pane.drawn
    archive.look_at(301, 311)
    writer.go_on()
    assert pane.drawn == drawn


def test_whoever_scrolls_on_is_shown_the_rows_they_came_to() -> None:
    library = FakeLibrary()
    many(library, 400)
    pane = Pane()
    writer = Waiting(library)
    archive = ArchivePresenter(pane, writer, Said(), lambda: THIS_WEEK, LabelPattern)
    archive.reload()
    writer.go_on()
    for first in range(200, 400, 10):
        archive.look_at(first, first + 10)
    assert len(writer.acts) == 1
    writer.go_on()
    writer.go_on()
    assert not any(isinstance(row, ComingRow) for row in pane.state.rows[390:400])


def test_a_note_that_cannot_be_read_is_asked_for_but_once() -> None:
    library = FakeLibrary()
    many(library, 200)
    pane = Pane()
    writer = Waiting(library)
    archive = ArchivePresenter(pane, writer, Said(), lambda: THIS_WEEK, LabelPattern)
    archive.reload()
    writer.go_on()
    for line in library.summaries()[100:]:
        library.remove_note(line.id, NOW)
    archive.look_at(150, 160)
    writer.go_on()
    archive.look_at(150, 160)
    assert writer.acts == []


def test_of_several_things_asked_for_in_a_row_the_last_one_is_shown() -> None:
    library, _, _ = asked_for()
    pane = Pane()
    writer = Waiting(library)
    archive = ArchivePresenter(pane, writer, Said(), lambda: THIS_WEEK, LabelPattern)
    archive.reload()
    writer.go_on()
    for words in ("o", "ou", "out"):
        archive.look_for(words)
    seen: list[list[str]] = []
    while writer.acts:
        writer.acts.pop(0)()
        seen.append(pane.titles)
    assert seen[-1] == ["Out"]
    assert ["Out", "Old"] not in seen


def test_what_the_disk_refuses_is_said_and_the_rows_stay() -> None:
    library = FakeLibrary()
    many(library, 3)
    said = Said()

    class Broken(ImmediateWriter):
        broken = False

        def do(self, act: Any, done: Any, failed: Any) -> None:
            if self.broken:
                failed(LibraryError("The disk is gone."))
            else:
                super().do(act, done, failed)

    writer, pane = Broken(library), Pane()
    archive = ArchivePresenter(pane, writer, said, lambda: THIS_WEEK, LabelPattern)
    archive.reload()
    writer.broken = True
    archive.reload()
    assert pane.titles == ["T0", "T1", "T2"]
    assert [notice.text for notice in said.notices] == ["The disk is gone."]


def test_lines_far_from_sight_are_forgotten() -> None:
    library = FakeLibrary()
    many(library, 3_000)
    archive, pane = presenter(library)
    archive.reload()
    for first in range(0, 3_400, 40):
        archive.look_at(first, first + 40)
    assert len(pane.state.rows.lines) <= MOST
    archive.look_at(0, 40)
    assert not any(isinstance(row, ComingRow) for row in pane.state.rows[:40])


def test_whoever_wants_to_know_is_told_what_to_ask_for() -> None:
    _, archive, pane = asked_for()
    archive.look_for_choices()
    assert pane.choices is not None
    assert pane.choices.categories == (("Boats", 2), ("", 2))


def test_what_comes_after_something_else_was_asked_for_is_dropped() -> None:
    library, _, _ = asked_for()
    pane, writer = Pane(), Late(library)
    archive = ArchivePresenter(pane, writer, Said(), lambda: THIS_WEEK, LabelPattern)
    archive.look_for("old")
    late, writer.told = writer.told, []
    archive.look_for("out")
    writer.tell()
    assert pane.titles == ["Out"]
    for tell in late:
        tell()
    assert pane.titles == ["Out"]


def test_what_nobody_waits_for_any_more_is_not_even_read() -> None:
    class Counting(FakeLibrary):
        titled = 0

        def titled_notes(self, *asked: Any, **rest: Any) -> tuple[TitledNote, ...]:
            self.titled += 1
            return super().titled_notes(*asked, **rest)

    library = Counting()
    writer = Waiting(library)
    archive = ArchivePresenter(Pane(), writer, Said(), lambda: THIS_WEEK, LabelPattern)
    for words in ("o", "ou", "out"):
        archive.look_for(words)
    writer.go_on()
    assert library.titled == 1
