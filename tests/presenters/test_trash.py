"""What was removed comes back, or goes for good after one question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fake_back_ups import FakeBackUps
from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.errors import LibraryBusyError, NotFoundError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.trash import Trashed
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.trash import TrashPresenter
from weeknotes_desktop.presenters.trash_state import TrashDay, TrashedRow, TrashState
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.start_note import start_note

FRIDAY = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)
WEEK = Week(2021, 9)


class Wall:
    def __init__(self) -> None:
        self.state = TrashState()
        self.up = False

    def draw(self, state: TrashState) -> None:
        self.state = state

    def come(self) -> None:
        self.up = True


class Bin:
    """A trash with a window, over a library in memory."""

    def __init__(self, file: type[FakeBackUps] = FakeBackUps) -> None:
        self.library = FakeLibrary()
        self.said: list[Notice] = []
        self.wall = Wall()
        self.back_ups = file(self.library, lambda: FRIDAY)
        self.trash = TrashPresenter(
            view=self.wall,
            writer=ImmediateWriter(self.library, self.back_ups),
            jobs=ImmediateJobs(),
            notices=self,
            clock=lambda: FRIDAY,
            back_ups=lambda: self.back_ups,
            pattern=lambda: LabelPattern("Weeknote {week}"),
        )

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.said[:] = [said for said in self.said if said is not notice]

    def throw(self, text: str, ago: timedelta = timedelta()) -> str:
        goal = add_goal(self.library, WEEK, text, FRIDAY)
        self.library.remove_goal(goal.id, FRIDAY - ago)
        return goal.id

    @property
    def listed(self) -> list[str]:
        rows = self.wall.state.rows
        return [row.thing.text for row in rows if isinstance(row, TrashedRow)]


def test_it_lists_by_day_what_went_last_first() -> None:
    bin_ = Bin()
    bin_.throw("Dig", timedelta(days=1))
    bin_.throw("Plant")
    bin_.trash.open()
    assert bin_.wall.up
    assert bin_.listed == ["Plant", "Dig"]
    assert [row.ago for row in bin_.wall.state.rows if isinstance(row, TrashDay)] == [0, 1]


def test_what_is_brought_back_is_in_its_place_and_the_next_is_marked() -> None:
    bin_ = Bin()
    dig = bin_.throw("Dig", timedelta(days=1))
    plant = bin_.throw("Plant")
    back: list[Trashed] = []
    bin_.trash.brought_back.connect(back.append)
    bin_.trash.open()
    bin_.trash.choose(plant)
    bin_.trash.bring_back()
    assert bin_.library.goal(plant).text == "Plant"
    assert [thing.id for thing in back] == [plant]
    assert bin_.listed == ["Dig"]
    assert bin_.wall.state.chosen == dig


def test_words_find_what_holds_all_of_them() -> None:
    bin_ = Bin()
    bin_.throw("Dig the bed")
    bin_.throw("Dig the pond")
    bin_.trash.open()
    bin_.trash.look_for("dig POND")
    assert bin_.listed == ["Dig the pond"]
    bin_.trash.look_for("roof")
    assert bin_.wall.state.hint == "Nothing in the trash is called “roof”."


def test_an_empty_trash_says_what_will_lie_here() -> None:
    bin_ = Bin()
    bin_.trash.open()
    assert bin_.wall.state.hint


def test_nothing_is_forgotten_without_a_question() -> None:
    bin_ = Bin()
    dig = bin_.throw("Dig")
    bin_.trash.open()
    bin_.trash.choose(dig)
    bin_.trash.forget()
    bin_.trash.ask()
    assert bin_.wall.state.question is not None
    bin_.trash.keep()
    bin_.trash.forget()
    assert bin_.listed == ["Dig"]


def test_choosing_another_thing_takes_the_question_back() -> None:
    bin_ = Bin()
    dig, plant = bin_.throw("Dig"), bin_.throw("Plant")
    bin_.trash.open()
    bin_.trash.choose(dig)
    bin_.trash.ask()
    bin_.trash.choose(plant)
    assert bin_.wall.state.question is None


def test_the_question_says_which_back_ups_still_hold_it() -> None:
    bin_ = Bin()
    note = start_note(bin_.library, WEEK)
    made = bin_.back_ups.make(Reason.ASKED)
    bin_.library.remove_note(note.id, FRIDAY)
    bin_.trash.open()
    bin_.trash.choose(note.id)
    bin_.trash.ask()
    question = bin_.wall.state.question
    assert question is not None
    assert question.back_ups is not None
    assert [one.path for one in question.back_ups] == [made.path]
    assert question.damaged == ()


def test_the_question_names_damaged_files_that_may_hold_it() -> None:
    bin_ = Bin()
    bin_.back_ups.aside = (Path("/notes/damaged/notes-1.db"),)
    bin_.trash.open()
    bin_.trash.choose(bin_.throw("Dig"))
    bin_.trash.refresh()
    bin_.trash.ask()
    question = bin_.wall.state.question
    assert question is not None
    assert (question.back_ups, question.damaged) == ((), bin_.back_ups.aside)


def test_a_note_goes_by_its_label_as_printed_stored_or_not() -> None:
    bin_ = Bin()
    drafted = start_note(bin_.library, WEEK)
    stored = bin_.library.save_note(replace(start_note(bin_.library, WEEK), label="v9"))
    for note in (drafted, stored):
        bin_.library.remove_note(note.id, FRIDAY)
    bin_.trash.open()
    rows = bin_.wall.state.rows
    labels = {row.thing.id: row.thing.label for row in rows if isinstance(row, TrashedRow)}
    assert labels == {drafted.id: "Weeknote 9", stored.id: "v9"}


def test_what_is_forgotten_is_gone_for_good() -> None:
    bin_ = Bin()
    dig = bin_.throw("Dig")
    gone: list[Trashed] = []
    bin_.trash.forgotten.connect(gone.append)
    bin_.trash.open()
    bin_.trash.choose(dig)
    bin_.trash.ask()
    bin_.trash.forget()
    assert [thing.id for thing in gone] == [dig]
    assert bin_.listed == []
    with pytest.raises(NotFoundError):
        bin_.library.bring_back(dig, FRIDAY)
    assert bin_.said[-1].text == "“Dig” is gone for good."


class ReadBySomebody(FakeBackUps):
    def compact(self) -> None:
        raise LibraryBusyError("Another window uses it.", "Wait.")


def test_what_is_forgotten_while_somebody_reads_is_no_failure() -> None:
    bin_ = Bin(ReadBySomebody)
    dig = bin_.throw("Dig")
    bin_.trash.open()
    bin_.trash.choose(dig)
    bin_.trash.ask()
    bin_.trash.forget()
    assert bin_.listed == []
    assert [notice.text for notice in bin_.said] == ["“Dig” is forgotten."]
