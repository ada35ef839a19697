"""Pictures that nothing names go in a quiet moment, and never without a back-up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from tests.fake_back_ups import FakeBackUps
from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.clearing import LOOK_AFTER, PictureClearing
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 9, 30, tzinfo=UTC)
WEIR = Picture.of(b"\xff\xd8 weir", "image/jpeg")


class Starts:
    """Starts of the program, each with its clock."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.now = NOW
        self.back_ups = FakeBackUps(self.library, lambda: self.now)
        self.library.keep_picture(WEIR)

    def start(self, day: int, *, lasts: float = LOOK_AFTER) -> None:
        self.now = NOW + timedelta(days=day)
        timers = ManualTimers()
        PictureClearing(
            reading=self._reading,
            back_ups=lambda: self.back_ups,
            writer=ImmediateWriter(self.library),
            jobs=ImmediateJobs(),
            timers=timers,
            clock=lambda: self.now,
        ).begin()
        timers.pass_time(lasts)

    def run(self, *, lasts: float = LOOK_AFTER) -> None:
        for day in (0, *range(90, 98)):
            self.start(day, lasts=lasts)

    @contextmanager
    def _reading(self) -> Iterator[NoteLibrary]:
        yield self.library


@pytest.fixture
def starts() -> Starts:
    return Starts()


def test_what_nothing_names_goes_after_a_back_up(starts: Starts) -> None:
    starts.run()
    assert starts.library.unnamed_pictures() == ()
    (made,) = starts.back_ups.all()
    assert starts.back_ups._at(made.path).picture(WEIR.id) == WEIR


def test_nothing_is_looked_for_before_the_start_is_long_over(starts: Starts) -> None:
    starts.run(lasts=LOOK_AFTER - 1)
    assert starts.library.unnamed_pictures() == (WEIR.id,)


def test_where_no_back_up_can_be_made_nothing_goes(starts: Starts) -> None:
    starts.back_ups.refuses = LibraryError("The disk is full.")
    starts.run()
    assert starts.library.picture(WEIR.id) == WEIR


def test_while_the_clock_is_doubted_nothing_goes(starts: Starts) -> None:
    # The newest note is of a week that no right clock would call so far away.
    start_note(starts.library, Week(2031, 1), title="New")
    starts.run()
    assert starts.library.picture(WEIR.id) == WEIR
