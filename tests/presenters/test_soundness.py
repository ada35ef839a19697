from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter
from weeknotes_desktop.domain.errors import DiskFullError, LibraryError
from weeknotes_desktop.domain.searching.upkeep import Upkeep
from weeknotes_desktop.domain.soundness import Finding, Mended
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.soundness import AGAIN_AFTER, SoundnessPresenter, told

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=timezone(timedelta(hours=1)))
KEPT = Path("damaged/notes.db")
MENDED = Mended(
    restored_from=datetime(2026, 11, 25, 8, 30, tzinfo=UTC), newer=3, lost=(), kept_aside=KEPT
)
WELL = Finding("pages", True, "Every page can be read.")
TORN = Finding("pages", False, "Pages are damaged.")
WRONG = Finding("fingerprints", False, "Damaged: note n1.")
NO_ROOM = Finding("folder", False, "1 MB is free.")


@dataclass
class Disk:
    """A library file as the checks see it, and what mending makes of it."""

    quickly: list[Finding] = field(default_factory=lambda: [WELL])
    thoroughly: list[Finding] = field(default_factory=lambda: [WELL])
    after: list[Finding] = field(default_factory=lambda: [WELL])
    refuses: LibraryError | None = None
    looks: list[str] = field(default_factory=list)
    mended: int = 0

    def quick(self) -> tuple[Finding, ...]:
        self.looks.append("quick")
        return tuple(self.quickly)

    def thorough(self) -> tuple[Finding, ...]:
        self.looks.append("thorough")
        return tuple(self.thoroughly)

    def mend(self) -> Mended:
        if self.refuses is not None:
            raise self.refuses
        self.mended += 1
        self.quickly = self.thoroughly = self.after
        return MENDED

    def compact(self) -> None:
        raise AssertionError("Nobody asked for that.")

    def restore(self, back_up: Path) -> None:
        raise AssertionError("Nobody asked for that.")

    def keep_up_search(self, *, anew: bool = False) -> Upkeep:
        raise AssertionError("Nobody asked for that.")


class Desk:
    """One window on one library, as often started as one likes."""

    def __init__(self) -> None:
        self.disk = Disk()
        self.library = FakeLibrary()
        self.now = NOW
        self.notices: list[Notice] = []
        self.read_anew: list[Mended] = []

    def start(
        self, mended: Mended | None = None, *, after_sudden_end: bool = False
    ) -> SoundnessPresenter:
        presenter = SoundnessPresenter(
            lambda: self.disk,
            ImmediateWriter(self.library, self.disk),
            ImmediateJobs(),
            self,
            lambda: self.now,
        )
        presenter.mended.connect(self.read_anew.append)
        presenter.begin(mended, after_sudden_end=after_sudden_end)
        return presenter

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.notices[:] = [said for said in self.notices if said is not notice]


def test_a_quick_look_is_taken_at_each_start_and_a_thorough_one_each_week() -> None:
    desk = Desk()
    desk.start()
    assert desk.disk.looks == ["quick", "thorough"]
    for days in (1, 5, 7, 8):
        desk.disk.looks.clear()
        desk.now = NOW + timedelta(days=days)
        desk.start()
        assert desk.disk.looks == (["quick", "thorough"] if days == 7 else ["quick"])
    assert desk.notices == []


def test_after_a_sudden_end_every_row_is_looked_at() -> None:
    desk = Desk()
    desk.start()
    desk.disk.looks.clear()
    desk.start(after_sudden_end=True)
    assert desk.disk.looks == ["quick", "thorough"]


@pytest.mark.parametrize("remark", ["", "yesterday", "2026-11-25T10:00:00", "2031-01-01T00:00:00Z"])
def test_a_remark_that_says_nothing_possible_is_no_reason_to_look_at_nothing(remark: str) -> None:
    desk = Desk()
    desk.library.keep_remark("checked-at", remark)
    desk.start()
    assert desk.disk.looks == ["quick", "thorough"]


@pytest.mark.parametrize("after", [True, False])
def test_what_is_damaged_is_mended_told_and_read_anew(after: bool) -> None:
    desk = Desk()
    if after:
        desk.disk.thoroughly = [WELL, WRONG]
    else:
        desk.disk.quickly = [TORN]
    desk.start()
    assert desk.disk.mended == 1
    assert desk.read_anew == [MENDED]
    assert desk.notices == [told(MENDED, NOW)]
    desk.start()
    assert desk.disk.mended == 1


def test_what_stands_around_the_library_is_no_reason_to_mend_it() -> None:
    desk = Desk()
    desk.disk.thoroughly = [WELL, NO_ROOM]
    desk.start()
    assert desk.disk.mended == 0
    assert desk.notices == []


def test_what_no_mending_makes_whole_is_mended_but_once() -> None:
    desk = Desk()
    desk.disk.thoroughly = desk.disk.after = [WELL, WRONG]
    desk.disk.quickly = [WELL]
    desk.start()
    assert desk.disk.mended == 1
    desk.disk.quickly = [WELL]
    desk.now += AGAIN_AFTER
    desk.start()
    assert desk.disk.mended == 1
    # Something else is damaged now.
    desk.disk.thoroughly = [WELL, Finding("fingerprints", False, "Damaged: note n1, note n2.")]
    desk.now += AGAIN_AFTER
    desk.start()
    assert desk.disk.mended == 2


def test_what_a_start_has_mended_is_told_and_not_mended_again() -> None:
    desk = Desk()
    desk.disk.thoroughly = [WELL, WRONG]
    desk.start(MENDED)
    assert desk.notices == [told(MENDED, NOW)]
    desk.start(after_sudden_end=True)
    assert desk.disk.mended == 0


def test_a_mending_that_fails_is_told_and_not_tried_over_and_over() -> None:
    desk = Desk()
    desk.disk.quickly = [TORN]
    desk.disk.refuses = DiskFullError("The disk is full.", "Free some space.")
    presenter = desk.start()
    presenter.something_unreadable()
    assert [notice.text for notice in desk.notices] == ["The disk is full."]


def words(mended: Mended) -> str:
    notice = told(mended, NOW)
    assert notice.urgent
    assert notice.lasting
    return f"{notice.text} {notice.remedy}"


def test_the_writer_reads_what_came_from_where() -> None:
    assert words(MENDED) == (
        "Part of your notes file was damaged. Restored from the backup of 09:30, plus 3 newer"
        " notes that were intact. The damaged file is kept here: damaged/notes.db"
    )


@pytest.mark.parametrize(
    ("mended", "wanted"),
    [
        (
            Mended(
                restored_from=MENDED.restored_from,
                newer=1,
                newer_goals=2,
                lost=("the note “A”",),
                kept_aside=KEPT,
            ),
            "plus 1 newer note and 2 newer goals that were intact. Not in it: the note “A”. The",
        ),
        (
            Mended(
                restored_from=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
                newer=0,
                lost=tuple("abcdefg"),
                kept_aside=KEPT,
            ),
            "Restored from the backup of 2026-11-20 09:30. Not in it: a, b, c, d, e and 2 more.",
        ),
        (
            Mended(restored_from=MENDED.restored_from, newer=1, lost=(), kept_aside=KEPT),
            "plus 1 newer note that was intact. The",
        ),
        (
            Mended(restored_from=None, newer=0, newer_goals=1, lost=(), kept_aside=KEPT),
            "no backup. 1 goal that could be read whole is here. The",
        ),
        (
            Mended(restored_from=None, newer=0, lost=("the note “A”",), kept_aside=KEPT),
            "no backup. No note and no goal could be read whole. Not in it: the note “A”. The",
        ),
        (
            Mended(restored_from=None, newer=12, newer_goals=1, lost=(), kept_aside=KEPT),
            "damaged, and there was no backup. 12 notes and 1 goal that could be read whole are",
        ),
    ],
)
def test_each_case_has_words_of_its_own(mended: Mended, wanted: str) -> None:
    assert wanted in words(mended)


def test_a_file_that_was_missing_is_told_and_how_to_begin_with_an_empty_one() -> None:
    missing = Mended(
        restored_from=MENDED.restored_from, newer=0, lost=(), kept_aside=None, missing=True
    )
    assert words(missing) == (
        "Your notes file was missing. Restored from the backup of 09:30. To begin with empty"
        " notes, close this window and move notes file and backups away."
    )
    left = Mended(restored_from=None, newer=1, lost=(), kept_aside=KEPT, missing=True)
    assert words(left) == (
        "Your notes file was missing, and there was no backup. 1 note that could be read whole is"
        " here. The damaged file is kept here: damaged/notes.db"
    )
