"""The example weeks, in a library of their own."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop import paths
from weeknotes_desktop.domain.example import Example
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.importers.example_weeks import read_example
from weeknotes_desktop.use_cases.make_example import make_example
from weeknotes_desktop.use_cases.task_list import task_list

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(scope="module")
def example() -> Example:
    return read_example(paths.resource("example/weeks.yaml"))


def test_the_example_shows_every_part_of_the_program(example: Example) -> None:
    library = FakeLibrary()
    friday = MONDAY + timedelta(days=4, hours=9)
    note = make_example(library, example, friday)
    week = Week.of(friday.date())
    assert note.week == week
    assert library.goals(week)
    assert library.goals(week.plus(1))
    assert [jot.day for jot in library.jots(week)] == ["Tuesday", "Thursday"]
    tasks = task_list(library, friday)
    assert [task.text for task in tasks.tasks if task.done_at is None] == [
        "Read the three quotes before the board does",
        "Thank the manager at Harrow Lane in writing",
    ]
    assert tasks.ticked == 2


@pytest.mark.parametrize("hours", range(0, 7 * 24, 17))
def test_no_jot_of_the_example_was_caught_in_the_future(example: Example, hours: int) -> None:
    library = FakeLibrary()
    now = MONDAY + timedelta(hours=hours)
    make_example(library, example, now)
    week = Week.of(now.date())
    assert library.jots(week)
    assert all(jot.at <= now for jot in library.jots(week))
