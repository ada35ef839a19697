"""What a week gives a reason to be reminded of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.reminders import Counts, Reminder
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.template import Template
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.confirm_goals import confirm_goals
from weeknotes_desktop.use_cases.make_review_draft import make_review_draft
from weeknotes_desktop.use_cases.mark_away import be_back, mark_away
from weeknotes_desktop.use_cases.remind import REMARK, remind, times, week_counts

WEEK = Week(2021, 9)
MONDAY = datetime(2021, 3, 1, 12, 0, tzinfo=UTC)
TUESDAY = datetime(2021, 3, 2, 17, 30, tzinfo=UTC)
FRIDAY = datetime(2021, 3, 5, 15, 0, tzinfo=UTC)


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


def goal(library: FakeLibrary, **changes: object) -> Goal:
    made = add_goal(library, WEEK, "Lend one book", MONDAY)
    return library.save_goal(replace(made, **changes), MONDAY)  # type: ignore[arg-type]


def test_each_is_said_once(library: FakeLibrary) -> None:
    said = []
    now = MONDAY
    while Week.of(now.date()) == WEEK:
        said.append(remind(library, Settings(), now))
        if now == MONDAY:
            goal(library)
        now += timedelta(minutes=30)
    assert [one for one in said if one] == [
        (Reminder.GOALS, "No goals are set for this week yet."),
        (Reminder.HALFWAY, "One goal is waiting."),
        (Reminder.REVIEW, "It is time for the review."),
    ]


def test_a_reminder_that_is_switched_off_never_comes(library: FakeLibrary) -> None:
    settings = Settings(remind_goals="", remind_review="")
    assert times(settings).keys() == {Reminder.HALFWAY}
    assert remind(library, settings, MONDAY) is None
    assert remind(library, settings, FRIDAY) is None
    assert library.remark(REMARK) is None


def test_a_reminder_comes_when_the_writer_wants_it(library: FakeLibrary) -> None:
    early = Settings().with_value("remind-review", "Thursday 9am")
    assert remind(library, early, FRIDAY - timedelta(days=1)) is not None
    assert remind(library, early, FRIDAY) is None


def test_a_week_away_has_none_and_one_that_is_not_has_them_again(library: FakeLibrary) -> None:
    mark_away(library, WEEK, "Leave")
    assert remind(library, Settings(), MONDAY) is None
    be_back(library, WEEK)
    assert remind(library, Settings(), MONDAY) is not None


def test_what_was_set_after_its_time_is_not_waiting(library: FakeLibrary) -> None:
    late = TUESDAY + timedelta(minutes=5)
    add_goal(library, WEEK, "Lend one book", late)
    assert remind(library, Settings(), late + timedelta(minutes=5)) is None
    early = TUESDAY.astimezone(timezone(timedelta(hours=9)))
    add_goal(library, WEEK, "Mend the shelf", early - timedelta(hours=8))
    said = remind(library, Settings(), late + timedelta(minutes=5))
    assert said == (Reminder.HALFWAY, "One goal is waiting.")


def test_what_was_confirmed_after_its_time_is_not_waiting(library: FakeLibrary) -> None:
    old = Goal(id="old", thread="old", week=WEEK, text="Dig", proposed=True)
    library.add_goal(old, MONDAY)
    confirm_goals(library, TUESDAY + timedelta(minutes=5))
    assert remind(library, Settings(), TUESDAY + timedelta(minutes=10)) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": Outcome.PARTLY},
        {"line": "Mud."},
        {"held": True},
        {"stretch": True},
        {"let_go": ""},
    ],
)
def test_a_goal_waits_until_something_is_heard_of_it(
    library: FakeLibrary, changes: dict[str, object]
) -> None:
    goal(library)
    assert week_counts(library, WEEK) == Counts(set=1, waiting=1)
    goal(library, **changes)
    assert week_counts(library, WEEK) == Counts(set=2, waiting=1)


def test_a_goal_that_was_carried_over_waits_in_the_later_week(library: FakeLibrary) -> None:
    carry_over(library, goal(library).id, MONDAY)
    assert week_counts(library, WEEK).waiting == 0
    assert week_counts(library, WEEK.plus(1)).waiting == 1


def test_what_an_import_proposed_is_no_goal_that_was_set(library: FakeLibrary) -> None:
    goal(library, proposed=True)
    assert week_counts(library, WEEK) == Counts()


def test_there_is_no_review_of_a_week_that_is_told_already(library: FakeLibrary) -> None:
    library.add_note(Note(id="n", week=WEEK))
    assert not week_counts(library, WEEK).reviewed
    library.save_note(replace(library.note("n"), status=Status.PUBLISHED))
    assert week_counts(library, WEEK).reviewed
    blank = Template(name="Blank", text="")
    make_review_draft(library, WEEK.plus(1), blank, Settings(), FRIDAY)
    assert week_counts(library, WEEK.plus(1)).reviewed
