"""What the facts line says of a note, changed where it stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.note_facts import NoteFacts
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
WEEK = Week(2021, 9)


class Desk:
    def __init__(self, read_only: WeekNotesError | None = None) -> None:
        self.library = FakeLibrary()
        keeping = Keeping(
            lambda: Typed("Rope", "It held."),
            ImmediateWriter(self.library),
            ManualTimers(),
            lambda: NOW,
            Settings,
        )
        self.ident = start_note(self.library, WEEK, title="Rope", body="It held.").id
        keeping.begin(self.note)
        self.facts = NoteFacts(keeping, Settings, read_only)
        self.refused: list[WeekNotesError] = []
        self.facts.refused.connect(self.refused.append)

    @property
    def note(self) -> Note:
        return self.library.note(self.ident)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_each_fact_is_in_the_library_at_once(desk: Desk) -> None:
    desk.facts.set_label("  v9\n ")
    desk.facts.set_week(WEEK.plus(1))
    desk.facts.set_category("Harbour ")
    desk.facts.set_audience(Audience.TEAM)
    note = desk.note
    assert (note.label, note.week, note.category) == ("v9", WEEK.plus(1), "Harbour")
    assert note.audience is Audience.TEAM


def test_the_label_that_the_pattern_makes_is_not_kept(desk: Desk) -> None:
    desk.facts.set_label("v9")
    desk.facts.set_label("Weeknote 9.2021")
    assert desk.note.label == ""


def test_saying_published_publishes_and_saying_draft_takes_it_back(desk: Desk) -> None:
    desk.facts.set_status(Status.PUBLISHED)
    assert desk.note.status is Status.PUBLISHED
    (kept,) = desk.library.snapshots(desk.ident)
    assert (kept.body, kept.form) == ("It held.", Settings().goal_form)
    desk.facts.set_day(date(2021, 3, 1))
    assert desk.note.published_on == date(2021, 3, 1)
    desk.facts.set_status(Status.DRAFT)
    note = desk.note
    assert (note.status, note.label, note.published_on) == (
        Status.DRAFT,
        "Weeknote 9.2021",
        date(2021, 3, 1),
    )
    assert desk.library.snapshots(desk.ident) == (kept,)


def test_a_line_that_is_too_long_is_refused_and_nothing_changes(desk: Desk) -> None:
    desk.facts.set_category("x" * 1_001)
    assert [error.problem for error in desk.refused] == [
        "That line has 1,001 characters; at most 1,000 fit."
    ]
    assert desk.note.category == ""


def test_where_nothing_can_be_changed_it_is_said_why() -> None:
    why = WeekNotesError("It can only be read.")
    desk = Desk(why)
    desk.facts.set_status(Status.PUBLISHED)
    assert desk.refused == [why]
    assert desk.note.status is Status.DRAFT
