"""Nobody leaves before the text is on disk, unless they say so."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import DiskFullError, WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.closing import ClosingPresenter
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.unsaved_words import UnsavedWords, Words, of_week
from weeknotes_desktop.use_cases.set_focus import set_focus
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)
FULL = DiskFullError("The disk that holds notes.db is full, so nothing was saved.")


class Desk:
    """A window on a disk that is full, with text that was typed."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.timers = ManualTimers()
        self.text = "Mud"
        self.said: list[Notice] = []
        self.closed = False
        self.wanted: list[Note] = []
        self.keeping = Keeping(
            lambda: Typed("", self.text),
            ImmediateWriter(self.library),
            self.timers,
            lambda: NOW,
            Settings,
        )
        self.goals = UnsavedWords(ImmediateWriter(self.library), self.timers, self)
        self.closing = ClosingPresenter(self.keeping, self, self.leave, self.goals)
        self.closing.rescue_wanted.connect(self.wanted.append)
        self.keeping.begin(start_note(self.library, Week(2021, 9)))
        self.library.refuses = FULL
        self.keeping.typed_something()

    def leave(self) -> None:
        self.closed = True

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.said[:] = [said for said in self.said if said is not notice]


def test_what_is_saved_closes_at_once() -> None:
    desk = Desk()
    desk.library.refuses = None
    desk.closing.ask()
    assert desk.closed
    assert not desk.said


def test_the_first_time_the_window_stays_and_says_why() -> None:
    desk = Desk()
    desk.closing.ask()
    assert not desk.closed
    (notice,) = desk.said
    assert notice.text == "Your text could not be saved, so the window stays open."
    assert (notice.action, notice.other) == ("", "")


def test_the_second_time_it_offers_a_rescue_file_and_to_leave() -> None:
    desk = Desk()
    desk.closing.ask()
    desk.closing.ask()
    notice = desk.said[-1]
    assert (notice.action, notice.other) == ("Save a rescue file…", "Close without saving")
    assert not desk.closed
    assert notice.act is not None
    notice.act()
    assert [note.body for note in desk.wanted] == ["Mud"]
    assert notice.act_other is not None
    notice.act_other()
    assert desk.closed


def test_a_retry_that_fails_by_itself_is_no_second_time() -> None:
    desk = Desk()
    desk.closing.ask()
    desk.timers.pass_time(10)
    assert len(desk.said) == 1


def test_when_the_disk_has_room_again_the_next_refusal_is_a_first_one() -> None:
    desk = Desk()
    desk.closing.ask()
    desk.library.refuses = None
    desk.timers.pass_time(3)
    desk.library.refuses = FULL
    desk.text = "Mud and rain"
    desk.keeping.typed_something()
    desk.closing.ask()
    assert desk.said[-1].action == ""


def test_once_the_text_stands_in_a_rescue_file_closing_is_free() -> None:
    desk = Desk()
    note = desk.keeping.current()
    assert note is not None
    desk.closing.rescued(note, Path("rescue.md"))
    desk.closing.ask()
    assert desk.closed


def test_what_was_typed_after_the_rescue_file_counts_again() -> None:
    desk = Desk()
    note = desk.keeping.current()
    assert note is not None
    desk.closing.rescued(note, Path("rescue.md"))
    desk.text = "Mud and rain"
    desk.keeping.typed_something()
    desk.closing.ask()
    assert not desk.closed


def test_what_it_says_of_the_text_goes_when_the_text_is_saved() -> None:
    desk = Desk()
    desk.closing.ask()
    desk.closing.ask()
    note = desk.keeping.current()
    assert note is not None
    desk.closing.rescued(note, Path("rescue.md"))
    other = Notice("Exported.")
    desk.show(other)
    desk.library.refuses = None
    desk.timers.pass_time(3)
    assert desk.said == [other]


def test_a_goal_that_the_disk_refused_keeps_the_window_open_too() -> None:
    desk = Desk()
    desk.library.refuses = None
    desk.keeping.save_now()
    week = Week(2021, 9)
    act = partial(set_focus, week=week, text="Rest")
    words = Words(("focus", str(week)), "Rest", act, of_week(week, "Rest"))
    desk.library.refuses = FULL

    def send(words: Words) -> None:
        desk.goals.send(words, act, lambda _: None, lambda _: None)

    desk.goals.again.connect(send)
    send(words)
    desk.closing.ask()
    assert not desk.closed
    notice = desk.said[-1]
    said = "Words that you typed beside the note are not on the disk, so the window stays open."
    assert notice.text == said
    assert (notice.other, notice.act_other) == ("Close without saving", desk.leave)
    desk.library.refuses = None
    desk.timers.pass_time(3)
    assert not desk.said
    assert desk.library.plan(week).focus == "Rest"
    desk.closing.ask()
    assert desk.closed


def test_words_that_are_refused_for_good_on_leaving_keep_the_window_open_and_it_says_why() -> None:
    desk = Desk()
    desk.library.refuses = None
    desk.keeping.save_now()
    week, handed_over = Week(2021, 9), ["x" * 1_001]

    def hand_over(_: None) -> None:
        while handed_over:
            act = partial(set_focus, week=week, text=handed_over.pop())
            words = Words(("focus", str(week)), "", act, of_week(week, ""))
            desk.goals.send(words, act, lambda _: None, heard.append)

    heard: list[WeekNotesError] = []
    desk.closing.asked.connect(hand_over)
    desk.closing.ask()
    assert (desk.closed, len(heard)) == (False, 1)
    (notice,) = desk.said
    said = "Words that you typed beside the note cannot be kept, so the window stays open."
    assert notice.text == said
    assert notice.remedy.startswith("That line has 1,001 characters")
    assert notice.act_other == desk.leave
    desk.closing.ask()
    assert desk.closed
