"""Jots: caught whatever is shown, put into the note once, never lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from tests.presenters.test_archive import Said
from weeknotes_desktop.domain.errors import DiskFullError, LibraryBusyError, WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.goals import GoalsPresenter, GoalsState
from weeknotes_desktop.presenters.jots import JotsPresenter, JotsState
from weeknotes_desktop.presenters.unsaved_words import TRY_AGAIN_AFTER
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
FRIDAY = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
T = TypeVar("T")
FULL = DiskFullError("The disk is full.", "Make room.")


class Section:
    def __init__(self) -> None:
        self.state = JotsState(week=WEEK, this_week=True)

    def draw(self, state: JotsState) -> None:
        self.state = state

    @property
    def texts(self) -> list[str]:
        return [jot.text for jot in self.state.jots]


class Panel:
    def draw(self, state: GoalsState) -> None:
        pass


class LateWriter(ImmediateWriter):
    """A writer that answers only when a test says so."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._answers: list[Callable[[], None]] = []

    def do(
        self,
        act: Callable[[NoteLibrary], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        super().do(
            act,
            lambda result: self._answers.append(lambda: done(result)),
            lambda error: self._answers.append(lambda: failed(error)),
        )

    def answer_one(self) -> None:
        self._answers.pop(0)()


class Desk:
    def __init__(self, read_only: LibraryBusyError | None = None) -> None:
        self.library = FakeLibrary()
        self.section = Section()
        self.said = Said()
        self.timers = ManualTimers()
        self.now = FRIDAY
        writer = ImmediateWriter(self.library)
        self.goals = GoalsPresenter(Panel(), writer, self.said, lambda: self.now, self.timers)
        self.note: Note | None = start_note(self.library, WEEK)
        self.page = ""
        self.in_sight = True
        self.given_back: list[str] = []
        self.jots = self.presenter(writer, read_only)
        self.jots.given_back.connect(self.given_back.append)
        self.jots.show_week(WEEK)

    def presenter(
        self, writer: LibraryWriter, read_only: LibraryBusyError | None = None
    ) -> JotsPresenter:
        return JotsPresenter(
            view=self.section,
            writer=writer,
            notices=self.said,
            clock=lambda: self.now,
            unsaved=self.goals.unsaved,
            note=lambda: self.note,
            put_in=self.put_in,
            read_only=read_only,
        )

    def put_in(self, words: str) -> bool:
        self.page += words if self.in_sight else ""
        return self.in_sight

    @property
    def told(self) -> str:
        return self.said.notices[-1].text


def test_a_line_is_kept_with_its_day_and_that_is_said_quietly() -> None:
    desk = Desk()
    desk.jots.catch("  Most practitioners\nyet ")
    (jot,) = desk.section.state.jots
    assert (jot.text, jot.at, jot.week) == ("Most practitioners yet", FRIDAY, WEEK)
    assert desk.told == "Jot kept for Friday."
    assert not desk.said.notices[-1].urgent


def test_a_jot_goes_to_the_week_of_now_whatever_week_is_shown() -> None:
    desk = Desk()
    desk.jots.show_week(WEEK.plus(-3))
    desk.jots.catch("Tea")
    assert desk.section.texts == []
    assert not desk.section.state.this_week
    assert desk.told == "Jot kept for Friday, in week 9."
    assert [jot.text for jot in desk.library.jots(WEEK)] == ["Tea"]


def test_the_newest_stands_first() -> None:
    desk = Desk()
    for text in ("One", "Two", "Three"):
        desk.jots.catch(text)
        desk.now += timedelta(minutes=1)
    assert desk.section.texts == ["Three", "Two", "One"]


def test_words_that_the_disk_refuses_stand_in_their_place_until_it_has_them() -> None:
    desk = Desk()
    desk.library.refuses = FULL
    desk.jots.catch("Tea")
    (jot,) = desk.section.state.jots
    desk.jots.reword(jot.id, "Forty cups of tea")
    assert desk.section.texts == ["Forty cups of tea"]
    assert desk.section.state.unsaved == {jot.id}
    assert desk.told == "The disk is full."
    assert desk.library.jots(WEEK) == ()
    desk.library.refuses = None
    desk.timers.pass_time(TRY_AGAIN_AFTER)
    assert [kept.text for kept in desk.library.jots(WEEK)] == ["Forty cups of tea"]
    assert desk.section.texts == ["Forty cups of tea"]
    assert desk.section.state.unsaved == frozenset()


def test_a_jot_that_never_came_to_the_disk_can_be_removed_and_comes_back() -> None:
    desk = Desk()
    desk.library.refuses = FULL
    desk.jots.catch("Tea")
    desk.jots.remove(desk.section.state.jots[0].id)
    assert desk.section.texts == []
    undo = desk.said.notices[-1].act
    assert undo is not None
    undo()
    assert desk.section.texts == ["Tea"]


def test_words_that_can_never_become_a_jot_are_given_back() -> None:
    desk = Desk()
    desk.jots.catch("x" * 1_001)
    assert desk.given_back == ["x" * 1_001]
    assert "1,001 characters" in desk.told


def test_a_jot_goes_into_the_note_and_is_marked_as_used_there() -> None:
    desk = Desk()
    assert desk.note is not None
    desk.jots.catch("Tea")
    desk.jots.insert(desk.section.state.jots[0].id)
    assert desk.page == "On Friday: Tea"
    assert desk.section.state.jots[0].used_in == desk.note.id
    desk.jots.mark(desk.section.state.jots[0].id, used=False)
    assert desk.section.state.jots[0].used_in is None


def test_without_a_note_or_with_one_out_of_sight_nothing_is_marked() -> None:
    desk = Desk()
    desk.jots.catch("Tea")
    desk.in_sight = False
    desk.jots.insert(desk.section.state.jots[0].id)
    assert desk.section.state.jots[0].used_in is None
    desk.note = None
    for act in (desk.jots.insert, lambda jot: desk.jots.mark(jot, used=True)):
        act(desk.section.state.jots[0].id)
        assert desk.told == "No note is open."
    assert desk.section.state.jots[0].used_in is None


def test_a_removed_jot_lies_in_the_trash_and_comes_back() -> None:
    desk = Desk()
    heard: list[object] = []
    desk.jots.changed.connect(heard.append)
    desk.jots.catch("Tea")
    desk.jots.remove(desk.section.state.jots[0].id)
    assert desk.section.texts == []
    assert desk.told == "“Tea” is removed."
    undo = desk.said.notices[-1].act
    assert undo is not None
    undo()
    assert desk.section.texts == ["Tea"]
    assert len(heard) == 3


def test_what_can_only_be_read_is_shown_and_stays_as_it_is() -> None:
    busy = LibraryBusyError("Somebody else writes.", "Wait.")
    desk = Desk(read_only=busy)
    kept = add_jot(desk.library, "Tea", FRIDAY)
    desk.jots.show_week(WEEK)
    asked: list[None] = []
    desk.jots.wanted.connect(asked.append)
    desk.jots.ask()
    desk.jots.insert(kept.id)
    desk.jots.remove(kept.id)
    desk.jots.catch("More tea")
    assert (asked, desk.page, desk.section.texts) == ([], "", ["Tea"])
    assert desk.section.state.read_only
    assert {notice.text for notice in desk.said.notices} == {busy.problem}
    assert desk.given_back == ["More tea"]


def test_an_answer_for_a_week_that_was_left_is_not_drawn() -> None:
    desk = Desk()
    late = LateWriter(desk.library)
    jots = desk.presenter(late)
    jots.show_week(WEEK)
    jots.show_week(WEEK.plus(1))
    before = desk.section.state
    late.answer_one()
    assert desk.section.state is before
    late.answer_one()
    assert desk.section.state.week == WEEK.plus(1)


def test_goals_and_jots_that_wait_for_the_disk_do_not_get_in_each_others_way() -> None:
    desk = Desk()
    desk.goals.show_week(WEEK)
    desk.library.refuses = FULL
    desk.goals.add(WEEK, "Ship it")
    desk.jots.catch("Tea")
    desk.goals.add(WEEK, "Write it down")
    assert desk.section.texts == ["Tea"]
    assert [notice.text for notice in desk.said.notices] == ["The disk is full."]
    desk.library.refuses = None
    desk.timers.pass_time(TRY_AGAIN_AFTER)
    assert [jot.text for jot in desk.library.jots(WEEK)] == ["Tea"]
    assert [goal.text for goal in desk.library.goals(WEEK)] == ["Ship it", "Write it down"]
