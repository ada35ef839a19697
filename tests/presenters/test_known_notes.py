"""All notes are known by what they are called, once somebody has to know them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter
from weeknotes_desktop.domain.errors import LibraryError, WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.known_notes import QUICKLY_READ, KnownNotes
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


class WaitingJobs:
    """Jobs that are done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        def go() -> None:
            try:
                result = work()
            except WeekNotesError as error:
                failed(error)
            else:
                done(result)

        self.waiting.append(go)

    def go_on(self) -> None:
        waiting, self.waiting = self.waiting, []
        for go in waiting:
            go()


class Desk:
    def __init__(self, number: int = QUICKLY_READ + 1) -> None:
        self.library = FakeLibrary()
        self.jobs = WaitingJobs()
        self.refused: list[WeekNotesError] = []
        self.broken: WeekNotesError | None = None
        self.known = KnownNotes(
            lambda: number,
            self._reading,
            ImmediateWriter(self.library),
            self.jobs,
            LabelPattern,
            self.refused.append,
        )
        self.learnt = 0
        self.known.learnt.connect(lambda _: self._count())

    def _reading(self) -> Any:
        if self.broken is not None:
            raise self.broken
        return nullcontext(self.library)

    def _count(self) -> None:
        self.learnt += 1

    @property
    def titles(self) -> list[str] | None:
        notes = self.known.notes()
        return None if notes is None else [note.title for note in notes]


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    start_note(desk.library, Week(2021, 8), title="Boats")
    start_note(desk.library, Week(2021, 9), title="Locks")
    return desk


def test_they_are_read_when_they_are_first_asked_for(desk: Desk) -> None:
    desk.known.changed(None)
    assert desk.jobs.waiting == []
    assert desk.known.notes() is None
    desk.jobs.go_on()
    assert (desk.titles, desk.learnt) == (["Locks", "Boats"], 1)
    assert desk.jobs.waiting == []


def test_a_few_are_read_before_anybody_asks() -> None:
    desk = Desk(number=QUICKLY_READ)
    start_note(desk.library, Week(2021, 8), title="Boats")
    desk.known.changed(None)
    desk.jobs.go_on()
    assert desk.titles == ["Boats"]


def test_a_week_that_changed_is_read_again(desk: Desk) -> None:
    desk.known.notes()
    desk.jobs.go_on()
    (boats,) = desk.library.summaries(Week(2021, 8))
    moved = replace(desk.library.note(boats.id), week=Week(2021, 10), title="Ferries")
    save_note(desk.library, moved, LabelPattern(), NOW)
    desk.known.changed(Week(2021, 10))
    assert (desk.titles, desk.learnt) == (["Ferries", "Locks"], 2)


def test_a_week_that_changes_while_all_are_read_is_not_lost(desk: Desk) -> None:
    desk.known.notes()
    read, desk.jobs.waiting = desk.jobs.waiting, []
    before = desk.library.summaries()
    start_note(desk.library, Week(2021, 10), title="Weirs")
    desk.known.changed(Week(2021, 10))
    # What was read is as old as when the reading began.
    desk.known._know(before)
    assert desk.titles == ["Weirs", "Locks", "Boats"]
    assert len(read) == 1


def test_of_two_readings_the_later_one_counts(desk: Desk) -> None:
    desk.known.notes()
    first = desk.jobs.waiting.pop()
    start_note(desk.library, Week(2021, 10), title="Weirs")
    desk.known.changed(None)
    desk.jobs.go_on()
    assert desk.learnt == 1
    first()
    assert desk.learnt == 1


def test_where_they_cannot_be_read_whoever_asks_next_tries_again(desk: Desk) -> None:
    desk.broken = LibraryError("The disk is gone.")
    desk.known.notes()
    desk.jobs.go_on()
    assert [error.problem for error in desk.refused] == ["The disk is gone."]
    desk.broken = None
    desk.known.notes()
    desk.jobs.go_on()
    assert desk.titles == ["Locks", "Boats"]


def test_the_same_value_comes_until_something_changes(desk: Desk) -> None:
    desk.known.notes()
    desk.jobs.go_on()
    assert desk.known.notes() is desk.known.notes()
