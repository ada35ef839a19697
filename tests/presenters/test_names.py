"""The window of categories and tags changes names in all notes, tells so, and takes it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.archive import EVERYTHING, ArchiveFilter
from weeknotes_desktop.domain.errors import DiskFullError, ReadOnlyError, WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.names import NameColour, NameKind
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.changing_names import AT_ONCE
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.names import NamesPresenter
from weeknotes_desktop.presenters.names_state import NamesState

FRIDAY = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)


class InTurn(ImmediateWriter):
    """A writer that does one thing after the other, when the test says so."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._acts: list[Callable[[], None]] = []

    def do(self, act: Any, done: Any, failed: Any) -> None:
        self._acts.append(partial(super().do, act, done, failed))

    def go_on(self) -> None:
        while self._acts:
            self._acts.pop(0)()


class Desk:
    def __init__(
        self,
        read_only: WeekNotesError | None = None,
        writer: Callable[[FakeLibrary], ImmediateWriter] = ImmediateWriter,
    ) -> None:
        self.library = FakeLibrary()
        self.writer = writer(self.library)
        self.typed = Typed("", "")
        self.keeping = Keeping(
            lambda: self.typed, self.writer, ManualTimers(), lambda: FRIDAY, Settings
        )
        self.state = NamesState()
        self.states: list[NamesState] = []
        self.shown = False
        self.asked: list[ArchiveFilter] = []
        self.changes = 0
        self.names = NamesPresenter(
            view=self,
            keeping=self.keeping,
            writer=self.writer,
            clock=lambda: FRIDAY,
            pattern=LabelPattern,
            ask=self.asked.append,
            read_only=read_only,
        )
        self.names.changed.connect(lambda _: self._count())
        for note_id, category, tags in (
            ("a", "Boats", ("river",)),
            ("b", "Boats", ("river", "steel")),
            ("c", "Locks", ()),
            ("d", "", ()),
        ):
            self.add(note_id, category, *tags)

    def _count(self) -> None:
        self.changes += 1

    def add(self, note_id: str, category: str, *tags: str) -> Note:
        note = Note(id=note_id, week=Week(2021, 9), category=category, tags=tags)
        return self.library.add_note(note)

    def draw(self, state: NamesState) -> None:
        self.state = state
        self.states.append(state)

    def come(self) -> None:
        self.shown = True

    @property
    def listed(self) -> list[tuple[str, int]]:
        return [(line.name, line.notes) for line in self.state.names or ()]

    def categories(self) -> dict[str, str]:
        return {line.id: line.category for line in self.library.summaries()}


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.names.open()
    return desk


def test_names_are_listed_with_the_number_of_their_notes(desk: Desk) -> None:
    assert desk.shown
    assert desk.listed == [("Boats", 2), ("Locks", 1)]
    assert (desk.state.chosen, desk.state.without) == ("Boats", 1)
    desk.names.show_kind(NameKind.TAG)
    assert desk.listed == [("river", 2), ("steel", 1)]
    assert (desk.state.chosen, desk.state.without) == ("river", 0)


def test_a_name_is_changed_in_all_its_notes_and_undo_takes_it_back(desk: Desk) -> None:
    before = desk.categories()
    desk.names.rename("  Ferries ")
    assert desk.listed == [("Ferries", 2), ("Locks", 1)]
    assert desk.state.said == "“Boats” is called “Ferries” now, in 2 notes."
    assert (desk.state.chosen, desk.state.undo, desk.changes) == ("Ferries", True, 1)
    desk.names.undo()
    assert desk.categories() == before
    assert desk.listed == [("Boats", 2), ("Locks", 1)]
    assert desk.state.said == "“Boats” is back."
    assert (desk.state.chosen, desk.state.undo) == ("Boats", False)


def test_two_names_become_one_and_two_again(desk: Desk) -> None:
    before = desk.categories()
    desk.names.rename("Locks")
    assert desk.listed == [("Locks", 3)]
    assert desk.state.said == "“Boats” and “Locks” are one now; 2 notes changed."
    desk.names.undo()
    assert desk.categories() == before


def test_a_name_is_deleted_and_brought_back(desk: Desk) -> None:
    desk.names.choose("Locks")
    desk.names.delete()
    assert desk.listed == [("Boats", 2)]
    assert desk.state.said == "“Locks” was taken from one note."
    assert desk.state.without == 2
    desk.names.undo()
    assert desk.listed == [("Boats", 2), ("Locks", 1)]


def test_tags_are_changed_likewise(desk: Desk) -> None:
    desk.names.show_kind(NameKind.TAG)
    desk.names.choose("steel")
    desk.names.rename("river")
    assert desk.listed == [("river", 2)]
    assert desk.library.note("b").tags == ("river",)
    desk.names.undo()
    assert desk.library.note("b").tags == ("river", "steel")


@pytest.mark.parametrize("typed", ["", "   ", "Boats", " Boats "])
def test_a_name_that_is_none_or_the_same_changes_nothing(desk: Desk, typed: str) -> None:
    desk.names.rename(typed)
    assert (desk.changes, desk.state.undo) == (0, False)


def test_a_name_that_is_too_long_is_refused(desk: Desk) -> None:
    desk.names.rename("x" * 5_000)
    assert desk.state.problem
    assert desk.changes == 0


def test_the_open_note_is_changed_where_it_is_written(desk: Desk) -> None:
    desk.keeping.begin(desk.library.note("a"))
    desk.typed = Typed("Mud", "everywhere")
    desk.keeping.typed_something()
    desk.names.rename("Ferries")
    note = desk.library.note("a")
    assert (note.category, note.title, note.body) == ("Ferries", "Mud", "everywhere")
    assert desk.library.categories() == ("Ferries", "Locks")
    desk.names.undo()
    assert desk.library.note("a").category == "Boats"
    assert desk.library.note("a").body == "everywhere"


def test_many_notes_are_changed_some_at_a_time(desk: Desk) -> None:
    for number in range(3 * AT_ONCE):
        desk.add(f"n{number}", "Boats")
    desk.names.refresh()
    desk.names.rename("Ferries")
    assert desk.listed[0] == ("Ferries", 3 * AT_ONCE + 2)
    told = [state.said for state in desk.states if state.said.startswith("Changing")]
    assert told == ["Changing notes…", *(f"Changing notes… {n * AT_ONCE}" for n in (1, 2, 3))]
    assert all(state.busy for state in desk.states if state.said.startswith("Changing"))


def test_what_the_disk_refuses_is_said_and_can_be_tried_again(desk: Desk) -> None:
    desk.library.refuses = DiskFullError("The disk is full.", "Make room.")
    desk.names.rename("Ferries")
    assert (desk.state.said, desk.state.problem) == ("The disk is full. Make room.", True)
    assert not desk.state.busy
    desk.library.refuses = None
    desk.names.rename("Ferries")
    assert desk.listed == [("Ferries", 2), ("Locks", 1)]


def test_a_name_has_a_colour_or_none(desk: Desk) -> None:
    def colours() -> list[NameColour | None]:
        return [line.colour for line in desk.state.names or ()]

    desk.names.set_colour(NameColour.SEA)
    assert colours() == [NameColour.SEA, None]
    desk.names.rename("Ferries")
    assert colours() == [NameColour.SEA, None]
    desk.names.set_colour(None)
    assert colours() == [None, None]
    assert desk.changes == 3


def test_its_notes_are_shown_in_the_archive(desk: Desk) -> None:
    desk.names.show_notes()
    desk.names.show_without()
    desk.names.show_kind(NameKind.TAG)
    desk.names.show_notes()
    assert desk.asked == [
        replace(EVERYTHING, category="Boats"),
        replace(EVERYTHING, category=""),
        replace(EVERYTHING, tag="river"),
    ]


def test_names_change_in_the_window_when_notes_do(desk: Desk) -> None:
    desk.names.choose("Locks")
    desk.add("e", "Weirs")
    desk.names.refresh()
    assert desk.listed == [("Boats", 2), ("Locks", 1), ("Weirs", 1)]
    assert desk.state.chosen == "Locks"
    desk.names.closed()
    desk.add("f", "Weirs")
    desk.names.refresh()
    assert desk.listed[-1] == ("Weirs", 1)


def test_a_category_without_notes_can_be_deleted_too(desk: Desk) -> None:
    note = desk.library.note("c")
    desk.library.save_note(replace(note, category="Boats"))
    desk.names.refresh()
    assert ("Locks", 0) in desk.listed
    desk.names.choose("Locks")
    desk.names.delete()
    assert desk.listed == [("Boats", 3)]
    assert desk.state.said == "“Locks” is gone."


def test_where_nothing_can_be_changed_the_names_are_only_shown() -> None:
    desk = Desk(ReadOnlyError("It can only be read."))
    desk.names.open()
    desk.names.rename("Ferries")
    desk.names.delete()
    desk.names.set_colour(NameColour.SEA)
    assert desk.state.read_only
    assert desk.listed == [("Boats", 2), ("Locks", 1)]
    assert desk.changes == 0


def test_the_old_name_is_forgotten_once_the_open_note_is_on_the_disk() -> None:
    desk = Desk(writer=InTurn)
    writer = desk.writer
    assert isinstance(writer, InTurn)
    desk.names.open()
    writer.go_on()
    desk.keeping.begin(desk.library.note("c"))
    desk.names.choose("Locks")
    desk.names.rename("Weirs")
    # A save is on its way when the name is changed, so that comes after it.
    desk.typed = Typed("Mud", "everywhere")
    desk.keeping.typed_something()
    desk.keeping.save_now()
    writer.go_on()
    assert desk.library.note("c").category == "Weirs"
    assert desk.library.categories() == ("Boats", "Weirs")
