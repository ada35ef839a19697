"""Notes are looked for away from the window, and again as long as somebody looks."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs
from tests.presenters.test_known_notes import WaitingJobs
from weeknotes_desktop.domain.archive import FoundNote
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.found_notes import FoundNotes, FoundState, Wanted
from weeknotes_desktop.use_cases.start_note import start_note


def every_note(library: NoteLibrary, pattern: LabelPattern) -> tuple[FoundNote, ...]:
    return tuple(map(FoundNote, library.summaries()))


class Desk:
    def __init__(self, jobs: ImmediateJobs | WaitingJobs) -> None:
        self.library = FakeLibrary()
        self.states: list[FoundState] = []
        self.shown = False
        self.found = FoundNotes(
            view=self,
            reading=lambda: nullcontext(self.library),
            jobs=jobs,
            pattern=LabelPattern,
        )

    def draw(self, state: FoundState) -> None:
        self.states.append(state)

    def come(self) -> None:
        self.shown = True

    @property
    def titles(self) -> list[str] | None:
        notes = self.states[-1].notes
        return None if notes is None else [one.note.title for one in notes]


@pytest.fixture
def desk() -> Desk:
    desk = Desk(ImmediateJobs())
    start_note(desk.library, Week(2021, 9), title="Boats")
    return desk


def test_what_is_found_is_shown(desk: Desk) -> None:
    desk.found.open(Wanted("“Locks”", every_note))
    assert desk.shown
    assert (desk.states[0].notes, desk.states[0].about) == (None, "“Locks”")
    assert desk.titles == ["Boats"]


def test_it_is_looked_for_again_while_somebody_looks(desk: Desk) -> None:
    desk.found.open(Wanted("“Locks”", every_note))
    start_note(desk.library, Week(2021, 10), title="Weirs")
    desk.found.refresh()
    assert desk.titles == ["Weirs", "Boats"]
    desk.found.closed()
    drawn = len(desk.states)
    desk.found.refresh()
    assert len(desk.states) == drawn


def test_why_nothing_could_be_found_is_said(desk: Desk) -> None:
    def refused(library: NoteLibrary, pattern: LabelPattern) -> tuple[FoundNote, ...]:
        raise LibraryError("The disk is gone.", "Look for it.")

    desk.found.open(Wanted("“Locks”", refused))
    assert desk.titles == []
    assert desk.states[-1].problem == "The disk is gone. Look for it."


def test_of_two_searches_the_later_one_counts() -> None:
    jobs = WaitingJobs()
    desk = Desk(jobs)
    start_note(desk.library, Week(2021, 9), title="Boats")
    desk.found.open(Wanted("one", every_note))
    desk.found.open(Wanted("two", lambda library, pattern: ()))
    first, second = jobs.waiting
    second()
    first()
    assert (desk.states[-1].about, desk.titles) == ("two", [])
