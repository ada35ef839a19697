"""Many notes are changed some at a time: saving gets in between, and it can be undone at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers
from tests.plain_patterns import PlainPatterns
from weeknotes_desktop.domain.errors import LibraryError, WeekNotesError
from weeknotes_desktop.domain.finding import Search
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.changing_notes import MOST_AT_ONCE, slices_of
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.replacing import LOOK_AFTER, ReplacingPresenter
from weeknotes_desktop.presenters.replacing_state import ReplacingState
from weeknotes_desktop.use_cases.replace_everywhere import Replacement
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

T = TypeVar("T")

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
PATTERN = LabelPattern()
NUMBER = 2 * MOST_AT_ONCE + 10


class SteppingWriter(ImmediateWriter):
    """A writer that does one act after the other, each when the test says so."""

    def __init__(self, library: NoteLibrary) -> None:
        super().__init__(library)
        self._waiting: deque[Callable[[], None]] = deque()
        self.refuses: WeekNotesError | None = None
        """When set, acts fail with it, as on a full disk."""

    def do(
        self,
        act: Callable[[NoteLibrary], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        def step() -> None:
            if self.refuses is not None:
                failed(self.refuses)
            else:
                ImmediateWriter.do(self, act, done, failed)

        self._waiting.append(step)

    def step(self) -> None:
        self._waiting.popleft()()

    def finish(self) -> None:
        while self._waiting:
            self.step()


class Desk:
    """Many notes about a week, the newest of them open, and the window that replaces in all."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.timers = ManualTimers()
        self.said: list[Notice] = []
        self.state = ReplacingState()
        self.notes = [
            start_note(self.library, WEEK.plus(-number), title=f"No {number}", body="a week")
            for number in range(NUMBER)
        ]
        self.typed = Typed(self.notes[0].title, self.notes[0].body)
        self.writer = SteppingWriter(self.library)
        self.keeping = Keeping(lambda: self.typed, self.writer, self.timers, lambda: NOW, Settings)
        self.keeping.begin(self.notes[0])
        self.replacing = ReplacingPresenter(
            view=self,
            page=Page(self),
            keeping=self.keeping,
            patterns=PlainPatterns,
            writer=self.writer,
            jobs=ImmediateJobs(),
            timers=self.timers,
            notices=self,
            pattern=lambda: PATTERN,
            clock=lambda: NOW,
        )
        self.replacing.open()
        self.replacing.look_for(Search("week"))
        self.replacing.put_words("month")
        self.timers.pass_time(LOOK_AFTER)
        self.writer.finish()

    def draw(self, state: ReplacingState) -> None:
        self.state = state

    def come(self) -> None:
        pass

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        if notice in self.said:
            self.said.remove(notice)

    def type(self, body: str) -> None:
        self.typed = Typed(self.typed.title, body)
        self.keeping.typed_something()

    def open(self, note: Note) -> None:
        opened = self.library.note(note.id)
        self.typed = Typed(opened.title, opened.body)
        self.keeping.begin(opened)

    def act(self) -> None:
        act = self.said[-1].act
        assert act is not None
        act()

    def bodies(self) -> list[str]:
        return [self.library.note(note.id).body for note in self.notes]


class Page:
    """Where the open note is typed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def typed(self) -> Typed:
        return self._desk.typed

    def replace_text(self, typed: Typed) -> None:
        self._desk.type(typed.body)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_all_are_changed_and_one_undo_brings_all_back(desk: Desk) -> None:
    desk.replacing.replace()
    desk.writer.finish()
    assert set(desk.bodies()) == {"a month"}
    assert desk.said[-1].text == f"Replaced in {NUMBER} places, in {NUMBER} notes."
    desk.act()
    assert "comes back" in desk.said[-1].text
    desk.writer.finish()
    assert set(desk.bodies()) == {"a week"}
    assert [notice.text for notice in desk.said][-1] == "Everything says again what it said before."
    assert not any("comes back" in notice.text for notice in desk.said)


def test_no_step_changes_more_than_a_few_notes_and_each_is_told(desk: Desk) -> None:
    desk.replacing.replace()
    told = []
    while desk.state.changed < NUMBER - 10:
        before = desk.bodies().count("a month")
        desk.writer.step()
        assert desk.bodies().count("a month") - before <= MOST_AT_ONCE
        if desk.state.to_change:
            told.append((desk.state.changed, desk.state.to_change))
    assert told[0] == (MOST_AT_ONCE, NUMBER)
    desk.writer.finish()
    assert (desk.state.changed, desk.state.to_change) == (0, 0)


def test_what_is_typed_meanwhile_is_saved_before_the_rest_is_changed(desk: Desk) -> None:
    desk.replacing.replace()
    desk.writer.step()
    desk.writer.step()
    desk.type("Something else by now")
    desk.keeping.save_now()
    desk.writer.step()
    desk.writer.step()
    assert desk.bodies()[0] == "Something else by now"
    assert "a week" in desk.bodies()
    desk.writer.finish()
    assert desk.bodies()[0] == "Something else by now"
    assert set(desk.bodies()[1:]) == {"a month"}


def test_stopped_in_between_the_rest_says_what_it_said_and_undo_brings_back_what_does_not(
    desk: Desk,
) -> None:
    desk.replacing.replace()
    desk.writer.step()
    desk.replacing.stop()
    desk.writer.finish()
    changed = desk.bodies().count("a month")
    assert 0 < changed < NUMBER
    assert desk.said[-1].text == f"Replaced in {changed} places, in {changed} notes."
    assert desk.said[-1].remedy == f"{NUMBER - changed} notes stay as they are."
    desk.act()
    desk.writer.finish()
    assert set(desk.bodies()) == {"a week"}


def test_a_note_opened_on_the_way_is_changed_where_it_is_typed(desk: Desk) -> None:
    desk.replacing.replace()
    desk.writer.step()
    desk.writer.step()
    last = desk.notes[-1]
    desk.open(last)
    desk.writer.finish()
    assert desk.typed.body == "a month"
    assert set(desk.bodies()) == {"a month"}
    assert "a week" in [desk.library.version(one.id).body for one in desk.library.versions(last.id)]


def test_a_note_left_at_the_wrong_moment_is_changed_all_the_same(desk: Desk) -> None:
    desk.replacing.replace()
    desk.open(desk.notes[5])
    desk.writer.finish()
    assert set(desk.bodies()) == {"a month"}
    assert desk.said[-1].text == f"Replaced in {NUMBER} places, in {NUMBER} notes."


def test_where_one_was_changed_on_the_way_the_rest_stays_and_all_can_be_undone(desk: Desk) -> None:
    desk.replacing.replace()
    desk.writer.step()
    last = desk.library.note(desk.notes[-1].id)
    save_note(desk.library, replace(last, body="another week"), PATTERN, NOW)
    desk.writer.finish()
    assert desk.said[-1].text.startswith("Replaced in 100 places")
    assert desk.said[-1].remedy == (
        "One of the others was changed in the meantime. 10 notes stay as they are."
    )
    desk.act()
    desk.writer.finish()
    assert desk.bodies() == ["a week"] * (NUMBER - 1) + ["another week"]


def test_where_the_disk_refuses_on_the_way_back_the_way_can_be_gone_on(desk: Desk) -> None:
    desk.replacing.replace()
    desk.writer.finish()
    desk.act()
    desk.writer.step()
    desk.writer.step()
    desk.writer.refuses = LibraryError("The disk is full.")
    desk.writer.step()
    assert desk.said[-1].text == "The disk is full."
    assert desk.said[-1].remedy == f"{NUMBER - MOST_AT_ONCE} notes could not be put back yet."
    desk.writer.refuses = None
    desk.act()
    desk.writer.finish()
    assert set(desk.bodies()) == {"a week"}


def test_a_second_key_while_notes_are_changed_changes_nothing_more(desk: Desk) -> None:
    desk.replacing.replace()
    desk.replacing.replace()
    desk.writer.finish()
    assert [one.text for one in desk.said] == [f"Replaced in {NUMBER} places, in {NUMBER} notes."]


@given(some.lists(some.integers(0, 600_000), max_size=300))
def test_slices_are_small_and_lose_nothing(lengths: list[int]) -> None:
    wanted = [
        Replacement(note_id=str(number), before=_Long(length), after="")
        for number, length in enumerate(lengths)
    ]
    parts = list(slices_of(wanted))
    assert [one for part in parts for one in part] == wanted
    for part in parts:
        assert 0 < len(part) <= MOST_AT_ONCE
        assert len(part) == 1 or sum(len(one.before) for one in part) <= 1_000_000


class _Long(str):
    """Stands for a text of that length, which no test need hold."""

    def __new__(cls, length: int) -> _Long:
        made = super().__new__(cls)
        made.length = length
        return made

    length: int

    def __len__(self) -> int:
        return self.length
