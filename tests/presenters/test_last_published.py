"""Which note was published last, said in the status bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ManualTimers
from weeknotes_desktop.domain.errors import LibraryError, WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.last_published import LastPublishedPresenter
from weeknotes_desktop.presenters.status import PublishedLast
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WEEK = Week(2026, 48)


class SlowJobs(ImmediateJobs):
    """Jobs that end when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        result = work()
        self.waiting.append(lambda: done(result))


class Desk:
    def __init__(self, jobs: ImmediateJobs | None = None) -> None:
        self.library = FakeLibrary()
        self.timers = ManualTimers()
        self.said: list[PublishedLast | None] = []
        self.broken = False
        self.last = LastPublishedPresenter(
            bar=self,
            reading=self._reading,
            jobs=jobs or ImmediateJobs(),
            timers=self.timers,
            clock=lambda: NOW,
            pattern=LabelPattern,
        )

    @contextmanager
    def _reading(self) -> Iterator[NoteLibrary]:
        if self.broken:
            raise LibraryError("It cannot be read.")
        yield self.library

    def say_published(self, published: PublishedLast | None) -> None:
        self.said.append(published)

    def publish(self, title: str, day: date, week: Week = WEEK) -> Note:
        note = start_note(self.library, week, title=title)
        return publish_note(self.library, replace(note, published_on=day), Settings(), NOW)

    def look(self) -> PublishedLast | None:
        self.last.look()
        self.timers.pass_time(1)
        return self.said[-1]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_nothing_is_said_where_nothing_was_published(desk: Desk) -> None:
    start_note(desk.library, WEEK, title="Draft")
    assert desk.look() is None


def test_the_latest_day_counts_and_of_one_day_the_latest_week(desk: Desk) -> None:
    friday = date(2026, 11, 20)
    desk.publish("Later", friday, WEEK.plus(-1))
    desk.publish("Earlier", date(2026, 11, 13), WEEK)
    said = desk.look()
    assert said is not None
    assert (said.label, said.day, said.today) == ("47.2026", friday, NOW.date())
    newer = desk.publish("Same day", friday, WEEK)
    assert desk.look() == PublishedLast(
        note_id=newer.id, label="48.2026", day=friday, today=NOW.date()
    )
    desk.library.remove_note(newer.id, NOW)
    assert desk.look() == said


def test_a_note_of_old_is_told_by_the_friday_of_its_week(desk: Desk) -> None:
    desk.library.add_note(Note(id="old", week=WEEK, status=Status.PUBLISHED))
    said = desk.look()
    assert said is not None
    assert (said.label, said.day) == ("48.2026", WEEK.friday)


def test_several_changes_at_once_are_looked_at_once(desk: Desk) -> None:
    for _ in range(5):
        desk.last.look()
    desk.timers.pass_time(1)
    assert len(desk.said) == 1


def test_what_was_asked_last_is_what_is_said() -> None:
    jobs = SlowJobs()
    desk = Desk(jobs)
    for title in ("One", "Two"):
        desk.publish(title, NOW.date())
        desk.last.look()
        desk.timers.pass_time(1)
    first, second = jobs.waiting
    second()
    first()
    assert len(desk.said) == 1
    assert desk.said[0] is not None


def test_where_the_library_cannot_be_read_the_bar_says_what_it_said(desk: Desk) -> None:
    desk.publish("Rope", NOW.date())
    said = desk.look()
    desk.broken = True
    assert desk.look() == said
    assert len(desk.said) == 1
