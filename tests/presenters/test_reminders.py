"""Where a reminder is said, and how it goes when it is true no more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.reminders import Reminder
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.reminders import FIRST_LOOK, LOOK_EVERY, RemindersPresenter
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.edit_goal import set_outcome

MONDAY = datetime(2021, 3, 1, 12, 0, tzinfo=UTC)
FRIDAY = datetime(2021, 3, 5, 15, 0, tzinfo=UTC)
WEEK = Week(2021, 9)


class Desk:
    """A window, a desktop and a writer who looks at one of them."""

    def __init__(self, now: datetime, *, front: bool = True, tray: bool = False) -> None:
        self.now, self.front, self.tray = now, front, tray
        self.library, self.timers = FakeLibrary(), ManualTimers()
        self.shown: list[Notice] = []
        self.notified: list[str] = []
        self.done: list[Reminder] = []
        self.reminders = RemindersPresenter(
            attention=self,
            writer=ImmediateWriter(self.library),
            timers=self.timers,
            notices=self,
            clock=lambda: self.now,
            settings=Settings,
            deeds={what: partial(self.done.append, what) for what in Reminder},
        )

    def in_front(self) -> bool:
        return self.front

    def can_notify(self) -> bool:
        return self.tray

    def notify(self, sentence: str) -> None:
        self.notified.append(sentence)

    def show(self, notice: Notice) -> None:
        self.shown.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.shown[:] = [shown for shown in self.shown if shown is not notice]

    def begin(self) -> None:
        self.reminders.begin()
        self.timers.pass_time(FIRST_LOOK)

    def pass_time(self, **time: float) -> None:
        self.now += timedelta(**time)
        self.timers.pass_time(LOOK_EVERY)


def test_in_the_window_it_is_a_quiet_bar_with_a_button() -> None:
    desk = Desk(FRIDAY)
    desk.begin()
    (notice,) = desk.shown
    assert (notice.text, notice.other) == ("It is time for the review.", "Start the review")
    assert notice.lasting
    assert not notice.urgent
    assert notice.act_other is not None
    notice.act_other()
    assert desk.done == [Reminder.REVIEW]


def test_undo_by_key_does_not_press_the_button_of_a_reminder() -> None:
    desk = Desk(FRIDAY)
    desk.begin()
    assert [notice.action for notice in desk.shown] == [""]


def test_nothing_is_said_in_the_first_moments_after_a_start() -> None:
    desk = Desk(FRIDAY)
    desk.reminders.begin()
    desk.reminders.look()
    desk.timers.pass_time(FIRST_LOOK - 1)
    assert desk.shown == []


def test_elsewhere_the_desktop_says_it_and_the_window_does_not() -> None:
    desk = Desk(FRIDAY, front=False, tray=True)
    desk.begin()
    desk.front = True
    desk.pass_time(minutes=1)
    assert (desk.notified, desk.shown) == (["It is time for the review."], [])
    desk.reminders.notification_chosen()
    desk.reminders.notification_chosen()
    assert desk.done == [Reminder.REVIEW]


def test_without_a_tray_it_waits_for_the_writer_to_come() -> None:
    desk = Desk(FRIDAY, front=False)
    desk.begin()
    desk.pass_time(hours=4)
    assert desk.shown == []
    desk.front = True
    desk.reminders.look()
    assert len(desk.shown) == 1


def test_one_that_waited_too_long_is_dropped() -> None:
    desk = Desk(MONDAY, front=False)
    desk.begin()
    desk.now = MONDAY + timedelta(days=3)
    desk.front = True
    desk.reminders.look()
    assert desk.shown == []


def test_it_is_said_once_however_often_one_looks() -> None:
    desk = Desk(FRIDAY)
    desk.begin()
    desk.withdraw(desk.shown[0])
    for _ in range(5):
        desk.pass_time(hours=6)
    assert desk.shown == []


def test_it_goes_when_it_is_true_no_more() -> None:
    desk = Desk(MONDAY)
    desk.begin()
    assert [notice.text for notice in desk.shown] == ["No goals are set for this week yet."]
    desk.reminders.look_whether_still_true()
    assert len(desk.shown) == 1
    add_goal(desk.library, WEEK, "Lend one book", MONDAY)
    desk.reminders.look_whether_still_true()
    assert desk.shown == []


def test_last_weeks_reminder_does_not_stand_there_on_monday() -> None:
    desk = Desk(FRIDAY)
    desk.begin()
    desk.pass_time(days=2, hours=20)
    assert desk.shown == []


def test_a_count_that_is_wrong_now_goes() -> None:
    desk = Desk(MONDAY + timedelta(days=1, hours=6))
    goals = [add_goal(desk.library, WEEK, f"Lend {word}", MONDAY) for word in ("one", "two")]
    desk.begin()
    (notice,) = desk.shown
    assert (notice.text, notice.other) == ("Two goals are waiting.", "Show the goals")
    desk.reminders.look_whether_still_true()
    assert desk.shown == [notice]
    set_outcome(desk.library, goals[0].id, Outcome.DONE, MONDAY)
    desk.reminders.look_whether_still_true()
    assert desk.shown == []
