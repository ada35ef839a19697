"""The notes that readers would see differently are found while somebody asks for them."""

from __future__ import annotations

from contextlib import ExitStack, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter
from tests.presenters.test_archive import Pane, Said
from weeknotes_desktop.domain.archive import EVERYTHING, Showing
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.archive import ArchivePresenter
from weeknotes_desktop.presenters.changed_notes import ChangedNotes
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.edit_goal import set_outcome
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

THIS_WEEK = Week(2021, 16)
NOW = datetime(2021, 4, 23, 17, 0, tzinfo=UTC)
CHANGED = replace(EVERYTHING, showing=Showing.CHANGED)


class Desk:
    def __init__(self, library: NoteLibrary | None = None) -> None:
        self.library = library or FakeLibrary()
        self.pane = Pane()
        self.refused: list[WeekNotesError] = []
        self.archive = ArchivePresenter(
            self.pane,
            ImmediateWriter(self.library),
            Said(),
            lambda: THIS_WEEK,
            LabelPattern,
        )
        self.changed = ChangedNotes(
            self.archive,
            lambda: nullcontext(self.library),
            ImmediateJobs(),
            Settings,
            self.refused.append,
        )
        self.archive.changed_wanted.connect(self.changed.look)

    def publish(self, week: int, body: str) -> Note:
        note = start_note(self.library, Week(2021, week), title=f"T{week}", body=body)
        return publish_note(self.library, note, Settings(), NOW)

    def save(self, note: Note, **change: object) -> Note:
        changed = replace(note, **change)  # type: ignore[arg-type]
        return save_note(self.library, changed, LabelPattern(), NOW)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_note_is_shown_whose_readers_would_see_something_else(desk: Desk) -> None:
    note = desk.publish(15, "Two doors")
    desk.publish(14, "One key")
    desk.save(note, body="Three doors")
    desk.archive.ask(CHANGED)
    assert desk.pane.titles == ["T15"]


def test_what_only_the_writer_reads_is_no_change(desk: Desk) -> None:
    note = desk.publish(15, "Two doors")
    desk.save(note, body="Two doors\n\n::: private\nNobody knows.\n:::")
    desk.archive.ask(CHANGED)
    assert desk.pane.titles == []
    assert desk.pane.state.hint == "There is no such note."


def test_a_goal_that_was_answered_since_changes_the_note_that_shows_it(desk: Desk) -> None:
    goal = add_goal(desk.library, Week(2021, 15), "Lend one book", NOW)
    desk.publish(15, "[GOALS]")
    desk.publish(14, "[NEXT WEEK]")
    desk.archive.ask(CHANGED)
    assert desk.pane.titles == []
    set_outcome(desk.library, goal.id, Outcome.DONE, NOW)
    desk.archive.refresh(Week(2021, 15))
    assert desk.pane.titles == ["T15"]
    desk.library.save_goal(replace(desk.library.goal(goal.id), text="Lend two books"), NOW)
    desk.archive.refresh(Week(2021, 15))
    assert desk.pane.titles == ["T15", "T14"]


@pytest.mark.parametrize("on_disk", [False, True])
def test_a_note_that_is_published_again_goes_from_the_list(tmp_path: Path, on_disk: bool) -> None:
    with ExitStack() as stack:
        library = None
        if on_disk:
            library = stack.enter_context(open_for_writing(tmp_path / "notes.db"))
        publish_both_again(Desk(library))


def publish_both_again(desk: Desk) -> None:
    note = desk.save(desk.publish(15, "Two doors"), body="Three doors")
    other = desk.publish(14, "One key")
    desk.save(other, title="Another key")
    desk.archive.ask(CHANGED)
    assert desk.pane.titles == ["T15", "Another key"]
    publish_note(desk.library, note, Settings(), NOW)
    desk.archive.refresh(note.week)
    assert desk.pane.titles == ["Another key"]
    publish_note(desk.library, desk.library.note(other.id), Settings(), NOW)
    desk.archive.reload()
    assert desk.pane.titles == []


def test_many_are_compared_some_at_a_time_and_shown_as_they_are_found(desk: Desk) -> None:
    week = Week(2021, 15)
    for number in range(150):
        draft = start_note(desk.library, week.plus(-number), title=f"T{number}", body="Two doors")
        note = publish_note(desk.library, draft, Settings(), NOW)
        if number % 100 == 0:
            desk.save(note, body="Three doors")
    seen: list[list[str]] = []
    desk.archive.listed.connect(lambda _: seen.append(desk.pane.titles))
    desk.archive.ask(CHANGED)
    assert desk.pane.titles == ["T0", "T100"]
    assert ["T0"] in seen


def test_nobody_compares_what_nobody_asks_for(desk: Desk) -> None:
    note = desk.publish(15, "Two doors")
    desk.save(note, body="Three doors")
    desk.archive.reload()
    desk.changed.look(None)
    assert desk.archive.changed == frozenset()
