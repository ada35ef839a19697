"""What is offered while a link is typed, and where a link of the preview leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import LibraryError, WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.link_names import LinkNames
from weeknotes_desktop.presenters.preview import PreviewPresenter, PreviewState
from weeknotes_desktop.use_cases.list_notes import list_notes
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.view_note import view_of
from weeknotes_desktop.use_cases.week_goals import week_goals

PATTERN = LabelPattern()
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


class Desk:
    """A library, and who knows the names in it."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.refused: list[WeekNotesError] = []
        self.open: str | None = None
        self.listed: tuple[NoteSummary, ...] = ()
        self.names = LinkNames(
            ImmediateWriter(self.library),
            lambda: self.listed,
            lambda: self.open,
            self.refused.append,
        )

    def add(self, week: int, title: str, audience: Audience = Audience.PUBLIC) -> str:
        note = start_note(self.library, Week(2021, week), title=title)
        save_note(self.library, replace(note, audience=audience), PATTERN, NOW)
        self.look()
        return note.id

    def look(self) -> None:
        self.listed = list_notes(self.library, PATTERN)

    def offered(self, typed: str) -> list[str]:
        return [choice.name for choice in self.names.choices(typed)]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_every_note_is_offered_newest_first_but_the_one_that_is_written(desk: Desk) -> None:
    desk.add(8, "Boats")
    desk.open = desk.add(9, "Moorings")
    desk.add(10, "Locks")
    assert desk.offered("") == ["Locks", "Boats"]


def test_they_are_filtered_by_the_words_typed_and_those_that_begin_so_come_first(
    desk: Desk,
) -> None:
    desk.add(8, "Boats in March")
    desk.add(9, "All the boats")
    desk.add(10, "Locks")
    assert desk.offered("boats") == ["Boats in March", "All the boats"]
    assert desk.offered("MARCH boats") == ["Boats in March"]
    assert desk.offered("10.2021") == desk.offered("2021-W10") == ["Locks"]
    assert desk.offered("nothing of the kind") == []


def test_a_note_whose_title_leads_elsewhere_is_offered_by_its_label_or_week(desk: Desk) -> None:
    desk.add(8, "Boats")
    desk.add(9, "Boats")
    desk.add(10, "")
    assert desk.offered("") == ["10.2021", "Boats", "8.2021"]


@pytest.mark.parametrize(
    "title", ["a [b] c", "a | b", "`code`", "a %%b%% c", "^1", "<b>", "x" * 400]
)
def test_a_title_that_makes_no_link_is_not_offered(desk: Desk, title: str) -> None:
    desk.add(8, title)
    assert desk.offered("") == ["8.2021"]


@pytest.mark.parametrize("audience", [Audience.ME, Audience.TEAM])
def test_the_title_of_a_note_that_is_kept_is_not_written_into_another(
    desk: Desk, audience: Audience
) -> None:
    desk.add(8, "The lease", audience)
    (choice,) = desk.names.choices("lease")
    assert choice.name == "8.2021"


def test_whatever_is_offered_leads_to_its_note(desk: Desk) -> None:
    for week, title in enumerate(["A", "A", "10.2021", "9.2021", "2021-W08", "", "a  B"], 8):
        desk.add(week, title)
    desk.add(8, "A")
    for choice in desk.names.choices(""):
        note = desk.names.names().note(choice.name)
        assert note is not None
        assert (note.week, note.title) == (choice.week, choice.title)


def test_former_names_are_known_once_they_are_read(desk: Desk) -> None:
    boats = desk.add(8, "Boats")
    start_note(desk.library, Week(2021, 9), body="[[Boats]]")
    save_note(desk.library, replace(desk.library.note(boats), title="Locks"), PATTERN, NOW)
    desk.look()
    assert desk.names.names().note("Boats") is None
    desk.names.read()
    found = desk.names.names().note("Boats")
    assert found is not None
    assert found.id == boats


def test_a_library_that_cannot_be_read_is_told_of(desk: Desk) -> None:
    def refuse(_: object) -> None:
        raise LibraryError("The disk is gone.")

    desk.library.remark = refuse  # type: ignore[assignment, method-assign]
    desk.names.read()
    assert [str(error) for error in desk.refused] == ["The disk is gone."]


class Shown:
    """A preview that nobody sees."""

    def draw(self, state: PreviewState) -> None:
        self.state = state


def test_a_link_of_the_preview_leads_to_its_note(desk: Desk) -> None:
    boats = desk.add(8, "Boats")
    publish_note(desk.library, desk.library.note(boats), Settings(), NOW)
    desk.look()
    note = start_note(desk.library, Week(2021, 9), body="[[Boats]] [[gone]]")
    goals = week_goals(desk.library, note.week)
    preview = PreviewPresenter(
        Shown(),
        ImmediateJobs(),
        ManualTimers(),
        render=lambda view: view.body,
        look=lambda: lambda reader: view_of(note, goals, reader, Settings(), desk.names.names()),
        plain=lambda view: view.body,
    )
    preview.watch(True)
    assert preview.note_at("2021-W08-weeknote-8-2021.html") == boats
    assert preview.note_at("2021-W09-weeknote-9-2021.html") is None
    assert preview.note_at("") is None
