"""Time passes, jumps and is wrong; no text moves for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.calendar import LOOK_EVERY, CalendarPresenter, clock_is_off
from weeknotes_desktop.presenters.keeping import Keeping, Kept, Safety, Typed
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.use_cases.start_note import start_note

SUNDAY = datetime(2021, 3, 7, 23, 59, tzinfo=UTC)


class Desk:
    """A window that stays open while the clock does what it likes."""

    def __init__(self) -> None:
        self.now = SUNDAY
        self.library = FakeLibrary()
        self.timers = ManualTimers()
        self.said: list[Notice] = []
        self.started: list[Week] = []
        self.turned: list[Week] = []
        self.calendar = CalendarPresenter(
            weeks=self,
            start=self.started.append,
            writer=ImmediateWriter(self.library),
            timers=self.timers,
            notices=self,
            clock=lambda: self.now,
        )
        self.calendar.turned.connect(self.turned.append)
        self.calendar.begin()

    def has_note(self, week: Week) -> bool:
        return any(line.week == week for line in self.library.summaries())

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.said[:] = [said for said in self.said if said is not notice]

    def pass_time(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.timers.pass_time(LOOK_EVERY)


def test_on_monday_a_quiet_hint_offers_the_new_note_once() -> None:
    desk = Desk()
    desk.pass_time(minutes=2)
    (notice,) = desk.said
    assert (notice.text, notice.action) == ("It is week 10 now.", "Start its note")
    assert not notice.urgent
    assert notice.act is not None
    notice.act()
    assert desk.started == [Week(2021, 10)]
    desk.pass_time(hours=5)
    assert len(desk.said) == 1


def test_a_day_that_turns_is_told_once() -> None:
    desk = Desk()
    days: list[date] = []
    desk.calendar.day_turned.connect(days.append)
    desk.pass_time(minutes=2)
    desk.pass_time(hours=5)
    desk.pass_time(days=1)
    assert days == [date(2021, 3, 8), date(2021, 3, 9)]


def test_a_week_that_has_its_note_already_is_not_offered() -> None:
    desk = Desk()
    start_note(desk.library, Week(2021, 10))
    desk.pass_time(minutes=2)
    assert desk.said == []
    assert desk.turned == [Week(2021, 10)]


def test_a_clock_that_goes_back_and_forth_offers_no_week_twice() -> None:
    desk = Desk()
    desk.pass_time(minutes=2)
    desk.pass_time(days=-30)
    desk.pass_time(days=30)
    assert len(desk.said) == 1


def newest(week: Week, saved_at: datetime | None = None) -> Note:
    return Note(id="n", week=week, saved_at=saved_at)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (newest(Week(2021, 9), SUNDAY), ""),
        (newest(Week(2021, 9), SUNDAY + timedelta(days=30)), ""),
        (newest(Week(2021, 9), SUNDAY + timedelta(days=36)), "of 2021-04-12"),
        (newest(Week(2022, 9), SUNDAY + timedelta(days=365)), "of 2022"),
        (newest(Week(2021, 40)), ""),
        (newest(Week(2022, 20)), "of 2022"),
        (newest(Week(2020, 1), SUNDAY - timedelta(days=400)), ""),
    ],
)
def test_a_clock_is_doubted_where_the_newest_note_cannot_be_so_new(note: Note, said: str) -> None:
    sentence = clock_is_off(note, SUNDAY)
    assert bool(sentence) == bool(said)
    assert said in sentence


def test_the_doubt_is_said_in_the_writers_words() -> None:
    desk = Desk()
    desk.now = datetime(2025, 11, 22, 9, 0, tzinfo=UTC)
    start_note(desk.library, Week(2027, 2))
    desk.calendar.doubt_the_clock()
    (notice,) = desk.said
    assert f"{notice.text} {notice.remedy}" == (
        "Your computer’s date is 2025-11-22; your newest note is of 2027. "
        "Weeks may be labelled wrong."
    )


def test_a_jump_backwards_unsays_no_save_and_drafts_go_on() -> None:
    library, timers, said = FakeLibrary(), ManualTimers(), list[Kept]()
    now, text = SUNDAY, ["Mud"]
    keeping = Keeping(
        lambda: Typed("", text[0]), ImmediateWriter(library), timers, lambda: now, Settings
    )
    note = start_note(library, Week(2021, 9))
    keeping.begin(note)
    keeping.kept.connect(said.append)
    keeping.typed_something()
    timers.pass_time(3)
    assert said[-1] == Kept(Safety.SAVED, SUNDAY)
    now = SUNDAY - timedelta(days=3)
    text[0] = "Mud and rain"
    keeping.typed_something()
    timers.pass_time(1)
    draft = library.draft(note.id)
    assert draft is not None
    assert draft.body == "Mud and rain"
    assert library.note(note.id).week == Week(2021, 9)
