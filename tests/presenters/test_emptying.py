"""A start empties the trash of what is truly due, after a back-up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.fake_back_ups import FakeBackUps
from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter
from weeknotes_desktop.domain.errors import LibraryBusyError, LibraryError, WeekNotesError
from weeknotes_desktop.domain.trash import COMPACT_DUE, KEPT_FOR
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.emptying import TrashEmptying
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.trash_note import trash_note

NOW = datetime(2021, 3, 5, 9, 30, tzinfo=UTC)


class CountedFile(FakeBackUps):
    """Counts how often the file is written anew."""

    compacted = 0
    read_by_somebody = False

    def compact(self) -> None:
        if self.read_by_somebody:
            raise LibraryBusyError("Another window uses it.", "Wait.")
        self.compacted += 1


class Starts:
    """Starts of the program, each with its clock."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.now = NOW
        self.file = CountedFile(self.library, lambda: self.now)
        self.refused: list[WeekNotesError] = []
        self.gone: list[int] = []
        note = start_note(self.library, Week(2021, 9), title="Old")
        trash_note(self.library, note.id, NOW)

    def start(self, after: timedelta) -> None:
        self.now = NOW + after
        emptying = TrashEmptying(
            back_ups=lambda: self.file,
            writer=ImmediateWriter(self.library, self.file),
            jobs=ImmediateJobs(),
            clock=lambda: self.now,
            refuse=self.refused.append,
        )
        emptying.emptied.connect(self.gone.append)
        emptying.begin()

    def week_of_starts(self) -> None:
        for day in range(8):
            self.start(KEPT_FOR + timedelta(days=day))


@pytest.fixture
def starts() -> Starts:
    return Starts()


def test_what_is_truly_due_goes_after_a_back_up_and_the_file_is_wiped(starts: Starts) -> None:
    starts.week_of_starts()
    assert starts.library.trash() == ()
    assert starts.gone == [1]
    (made,) = starts.file.all()
    assert starts.file._at(made.path).trash() != ()
    assert starts.file.compacted == 1


def test_one_start_under_a_clock_far_ahead_lets_nothing_go(starts: Starts) -> None:
    starts.start(timedelta(days=4000))
    starts.start(timedelta(days=1))
    starts.start(timedelta(days=8000))
    assert len(starts.library.trash()) == 1
    assert starts.file.compacted == 0


def test_where_no_back_up_can_be_made_nothing_goes(starts: Starts) -> None:
    starts.file.refuses = LibraryError("The disk is full.")
    starts.week_of_starts()
    assert len(starts.library.trash()) == 1
    starts.file.refuses = None
    starts.start(KEPT_FOR + timedelta(days=9))
    assert starts.library.trash() == ()


def test_while_the_clock_is_doubted_nothing_goes(starts: Starts) -> None:
    # The newest note is of a week that no right clock would call so far away.
    start_note(starts.library, Week(2031, 1), title="New")
    starts.week_of_starts()
    assert len(starts.library.trash()) == 1


def test_what_was_forgotten_while_somebody_read_is_wiped_at_the_next_start(starts: Starts) -> None:
    starts.library.keep_remark(COMPACT_DUE, "yes")
    starts.start(timedelta(0))
    assert starts.file.compacted == 1


def test_a_reader_at_the_start_is_no_news(starts: Starts) -> None:
    starts.file.read_by_somebody = True
    starts.week_of_starts()
    assert starts.library.trash() == ()
    assert starts.refused == []
