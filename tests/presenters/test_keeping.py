from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import DiskFullError, WeekNotesError
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.hindrance import Hindrance
from weeknotes_desktop.presenters.keeping import Keeping, Kept, KeptBeside, Safety, Typed
from weeknotes_desktop.use_cases.save_note import Publishing, save_note
from weeknotes_desktop.use_cases.start_note import start_note

T = TypeVar("T")
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
FULL = DiskFullError("the disk is full.")


class SlowWriter(ImmediateWriter):
    """A writer whose thread is busy: acts wait until it comes to them."""

    def __init__(self, library: NoteLibrary) -> None:
        super().__init__(library)
        self._waiting: list[Callable[[], None]] = []

    def do(
        self,
        act: Callable[[NoteLibrary], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        immediately = super().do
        self._waiting.append(lambda: immediately(act, done, failed))

    def catch_up_with(self, acts: int) -> None:
        """Do only so many of those that wait."""
        for _ in range(acts):
            self._waiting.pop(0)()

    def catch_up(self) -> None:
        """Do everything that waits, and what that brings about."""
        while self._waiting:
            self._waiting.pop(0)()


class Desk:
    """A writer at a window, with one note open."""

    def __init__(self, *, slow: bool = False, settings: Settings | None = None) -> None:
        self.library = FakeLibrary()
        self.timers = ManualTimers()
        self.writer = SlowWriter(self.library) if slow else ImmediateWriter(self.library)
        self.text = ""
        self.said: list[Kept] = []
        self.keeping = Keeping(
            lambda: Typed("", self.text),
            self.writer,
            self.timers,
            lambda: NOW,
            lambda: settings or Settings(),
        )
        self.note: Note = start_note(self.library, Week(2021, 9))
        self.keeping.begin(self.note)
        self.keeping.kept.connect(self.said.append)

    def type(self, words: str) -> None:
        self.text += words
        self.keeping.typed_something()

    @property
    def saved(self) -> str:
        return self.library.note(self.note.id).body

    @property
    def notes(self) -> list[Note]:
        return [self.library.note(line.id) for line in self.library.summaries()]

    @property
    def draft(self) -> Draft | None:
        return self.library.draft(self.note.id)


def test_typed_text_is_in_a_draft_within_a_second() -> None:
    desk = Desk()
    desk.type("Monday")
    desk.timers.pass_time(1.0)
    assert desk.draft is not None
    assert desk.draft.body == "Monday"
    assert desk.saved == ""


def test_half_a_letter_does_not_keep_the_rest_off_the_disk() -> None:
    desk = Desk()
    desk.type("Mon\ud83dday")
    desk.timers.pass_time(1.0)
    assert desk.draft is not None
    assert desk.draft.body.encode() == "Mon\ufffdday".encode()


def test_typing_that_goes_on_does_not_put_the_draft_off() -> None:
    desk = Desk()
    for _ in range(20):
        desk.type("x")
        desk.timers.pass_time(0.3)
        kept = desk.draft.body if desk.draft else desk.saved
        assert len(desk.text) - len(kept) <= 4


def test_a_pause_of_three_seconds_saves_the_note_and_its_draft_is_gone() -> None:
    desk = Desk()
    desk.type("Monday")
    desk.timers.pass_time(3.0)
    assert (desk.saved, desk.draft) == ("Monday", None)
    assert desk.said[-1] == Kept(Safety.SAVED, NOW)
    assert desk.keeping.safe


def test_saved_is_said_after_the_disk_has_it_and_never_before() -> None:
    desk = Desk(slow=True)
    desk.type("Monday")
    desk.keeping.save_now()
    assert Safety.SAVED not in [kept.safety for kept in desk.said]
    assert not desk.keeping.safe


def test_what_is_typed_while_a_save_is_on_its_way_is_saved_too() -> None:
    desk = Desk(slow=True)
    desk.type("Monday")
    desk.keeping.save_now()
    desk.type(" and Tuesday")
    assert isinstance(desk.writer, SlowWriter)
    desk.writer.catch_up()
    assert desk.draft is not None
    assert desk.draft.base_rev == desk.library.note(desk.note.id).rev
    desk.timers.pass_time(3.0)
    desk.writer.catch_up()
    assert desk.saved == "Monday and Tuesday"


def test_a_full_disk_is_said_and_saving_goes_on_by_itself() -> None:
    desk = Desk()
    desk.library.refuses = FULL
    desk.type("Monday")
    desk.timers.pass_time(4.0)
    assert desk.said[-1] == Kept(Safety.NOT_ON_DISK, NOW, FULL.problem, Hindrance.FULL)
    assert desk.keeping.failing
    desk.library.refuses = None
    desk.timers.pass_time(3.0)
    assert desk.saved == "Monday"
    assert desk.said[-1].safety is Safety.SAVED


def test_a_fact_that_could_not_be_saved_is_not_forgotten() -> None:
    desk = Desk()
    desk.library.refuses = FULL
    desk.keeping.change(category="Libraries")
    desk.library.refuses = None
    desk.timers.pass_time(3.0)
    assert desk.library.note(desk.note.id).category == "Libraries"


def test_closing_waits_for_the_disk_and_a_full_one_keeps_the_window_open() -> None:
    desk = Desk()
    closed: list[bool] = []
    desk.library.refuses = FULL
    desk.type("Monday")
    desk.keeping.finish(lambda: closed.append(True))
    assert not closed
    desk.library.refuses = None
    desk.keeping.finish(lambda: closed.append(True))
    assert closed == [True]
    assert desk.saved == "Monday"


def test_two_writers_never_overwrite_each_other() -> None:
    desk = Desk()
    beside: list[KeptBeside] = []
    desk.keeping.kept_beside.connect(beside.append)
    desk.type("Mine")
    save_note(desk.library, replace(desk.note, body="Theirs"), LabelPattern(), NOW)
    desk.keeping.save_now()
    assert desk.saved == "Theirs"
    assert [(kept.note.body, kept.removed) for kept in beside] == [("Mine", False)]
    assert desk.keeping.current() is not None


def test_facts_that_a_command_changed_and_typed_text_come_into_one_note() -> None:
    desk = Desk()
    put: list[Typed] = []
    desk.keeping.took_in.connect(put.append)
    desk.type("Mine")
    theirs = replace(desk.note, tags=("mud",), category="Harbour", label="v9")
    save_note(desk.library, theirs, LabelPattern(), NOW)
    desk.keeping.save_now()
    (kept,) = desk.notes
    assert (kept.id, kept.body, kept.tags) == (desk.note.id, "Mine", ("mud",))
    assert (kept.category, kept.label) == ("Harbour", "v9")
    assert desk.keeping.safe
    assert desk.library.draft(kept.id) is None
    assert not put


def test_a_title_given_elsewhere_comes_to_the_text_that_is_typed_here() -> None:
    desk = Desk()
    put: list[Typed] = []
    desk.keeping.took_in.connect(put.append)
    desk.type("Mine")
    save_note(desk.library, replace(desk.note, title="Theirs"), LabelPattern(), NOW)
    desk.keeping.save_now()
    (kept,) = desk.notes
    assert (kept.title, kept.body) == ("Theirs", "Mine")
    assert put == [Typed("Theirs", "Mine")]


def test_a_fact_changed_here_stands_over_the_same_one_changed_elsewhere() -> None:
    desk = Desk()
    theirs = replace(desk.note, category="Harbour", tags=("mud",))
    save_note(desk.library, theirs, LabelPattern(), NOW)
    desk.keeping.change(category="Essays")
    (kept,) = desk.notes
    assert (kept.category, kept.tags) == ("Essays", ("mud",))


def test_what_is_typed_while_both_texts_are_kept_makes_no_third_note() -> None:
    desk = Desk(slow=True)
    assert isinstance(desk.writer, SlowWriter)
    desk.type("Mine")
    save_note(desk.library, replace(desk.note, body="Theirs"), LabelPattern(), NOW)
    desk.keeping.save_now()
    desk.timers.pass_time(1)
    desk.writer.catch_up_with(1)
    desk.type(", and more")
    desk.keeping.save_now()
    desk.writer.catch_up()
    desk.timers.pass_time(10)
    desk.writer.catch_up()
    assert {note.body for note in desk.notes} == {"Theirs", "Mine, and more"}
    assert len(desk.notes) == 2


def test_the_text_of_a_note_that_was_removed_is_told_to_be_so() -> None:
    desk = Desk()
    beside: list[KeptBeside] = []
    desk.keeping.kept_beside.connect(beside.append)
    desk.type("Mine")
    desk.library.remove_note(desk.note.id, NOW)
    desk.keeping.save_now()
    assert [(kept.note.body, kept.removed) for kept in beside] == [("Mine", True)]


GERMAN = Settings(goal_form=GoalForm.NUMBERS, language="de")


def test_publishing_is_one_save_that_keeps_what_is_published() -> None:
    desk = Desk(settings=GERMAN)
    desk.type("Mine")
    desk.keeping.change(Publishing.NOW)
    (kept,) = desk.notes
    assert (kept.status, kept.body, kept.label) == (Status.PUBLISHED, "Mine", "Weeknote 9.2021")
    assert kept.published_on == NOW.date()
    (snapshot,) = desk.library.snapshots(kept.id)
    assert (snapshot.body, snapshot.form, snapshot.language) == ("Mine", GoalForm.NUMBERS, "de")
    assert desk.keeping.current() == kept
    desk.type(" own")
    desk.keeping.change(Publishing.NOW)
    assert [one.body for one in desk.library.snapshots(kept.id)] == ["Mine own", "Mine"]


def test_what_is_published_on_a_full_disk_is_published_when_there_is_room() -> None:
    desk = Desk()
    desk.type("Mine")
    desk.library.refuses = FULL
    desk.keeping.change(Publishing.NOW)
    assert desk.library.snapshots(desk.note.id) == ()
    desk.library.refuses = None
    desk.timers.pass_time(10)
    assert [one.body for one in desk.library.snapshots(desk.note.id)] == ["Mine"]


def test_what_was_said_last_of_publishing_holds() -> None:
    desk = Desk()
    desk.type("Mine")
    desk.library.refuses = FULL
    desk.keeping.change(Publishing.NOW)
    desk.keeping.change(status=Status.DRAFT)
    desk.library.refuses = None
    desk.timers.pass_time(10)
    assert [note.status for note in desk.notes] == [Status.DRAFT]
    assert desk.library.snapshots(desk.note.id) == ()


def test_what_others_changed_meanwhile_is_published_along_with_it() -> None:
    desk = Desk()
    desk.type("Mine")
    theirs = replace(desk.note, category="Harbour")
    save_note(desk.library, theirs, LabelPattern(), NOW)
    desk.keeping.change(Publishing.NOW)
    (snapshot,) = desk.library.snapshots(desk.note.id)
    assert (snapshot.body, snapshot.category) == ("Mine", "Harbour")


def test_a_text_that_becomes_a_note_of_its_own_is_not_published() -> None:
    desk = Desk()
    desk.type("Mine")
    save_note(desk.library, replace(desk.note, body="Theirs"), LabelPattern(), NOW)
    desk.keeping.change(Publishing.NOW)
    assert {note.status for note in desk.notes} == {Status.DRAFT}
    assert [desk.library.snapshots(note.id) for note in desk.notes] == [(), ()]


def test_a_draft_that_a_command_made_of_it_stays_one_whatever_is_typed_here() -> None:
    desk = Desk()
    desk.keeping.change(Publishing.NOW)
    out = desk.library.note(desk.note.id)
    save_note(desk.library, replace(out, status=Status.DRAFT), LabelPattern(), NOW)
    desk.type("More")
    desk.keeping.save_now()
    assert [(note.status, note.body) for note in desk.notes] == [(Status.DRAFT, "More")]


class TypingAndFaults(RuleBasedStateMachine):
    """Typing, waiting, full disks and slow disks in any order lose no word."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(slow=True)

    @rule(words=st.sampled_from(["a", "bc", "def "]))
    def type(self, words: str) -> None:
        self.desk.type(words)

    @rule(seconds=st.floats(0.1, 5))
    def wait(self, seconds: float) -> None:
        self.desk.timers.pass_time(seconds)

    @rule()
    def disk_catches_up(self) -> None:
        assert isinstance(self.desk.writer, SlowWriter)
        self.desk.writer.catch_up()

    @rule(full=st.booleans())
    def disk_fills_or_empties(self, *, full: bool) -> None:
        self.desk.library.refuses = FULL if full else None

    @rule()
    def change_the_category(self) -> None:
        self.desk.keeping.change(category="x")

    @invariant()
    def safe_means_saved(self) -> None:
        if self.desk.keeping.safe:
            assert self.desk.saved == self.desk.text

    def teardown(self) -> None:
        self.desk.library.refuses = None
        assert isinstance(self.desk.writer, SlowWriter)
        for _ in range(4):
            self.desk.writer.catch_up()
            self.desk.timers.pass_time(4)
        self.desk.writer.catch_up()
        assert self.desk.saved == self.desk.text
        assert self.desk.keeping.safe


TestTypingAndFaults = TypingAndFaults.TestCase
