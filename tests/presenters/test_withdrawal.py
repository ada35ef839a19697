"""Taking back what was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.withdrawal import Withdrawal
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import Publishing
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
WEEK = Week(2021, 9)


class Desk:
    """A window with a published note open."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.typed = Typed("Rope", "It held.")
        writer = ImmediateWriter(self.library)
        self.keeping = Keeping(lambda: self.typed, writer, ManualTimers(), lambda: NOW, Settings)
        self.withdrawal = Withdrawal(self.keeping, writer, self, lambda: NOW, Settings)
        self.keeping.saved.connect(self.withdrawal.saved)
        self.notices: list[Notice] = []
        self.put_back: list[Note] = []
        self.withdrawal.put_back.connect(self.put_back.append)
        self.ident = self.published("Rope", "It held.").id
        self.open(self.ident)

    def published(self, title: str, body: str, audience: Audience = Audience.PUBLIC) -> Note:
        note = start_note(self.library, WEEK, title=title, body=body)
        return publish_note(self.library, replace(note, audience=audience), Settings(), NOW)

    def open(self, ident: str) -> None:
        note = self.library.note(ident)
        self.typed = Typed(note.title, note.body)
        self.keeping.begin(note)
        self.withdrawal.opened(note)

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.notices.remove(notice)

    def undo(self) -> None:
        (notice,) = self.notices
        assert notice.action == "Undo"
        assert notice.act is not None
        notice.act()

    def note(self) -> Note:
        return self.library.note(self.ident)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_is_said_what_becomes_of_it_and_one_step_undoes_it(desk: Desk) -> None:
    before = desk.library.snapshot(desk.ident)
    desk.withdrawal.take_back()
    assert desk.note().status is Status.DRAFT
    assert [notice.text for notice in desk.notices] == [
        "“Weeknote 9.2021” is a draft again. It disappears from the site at the next build."
    ]
    desk.undo()
    assert desk.note().status is Status.PUBLISHED
    assert desk.library.snapshots(desk.ident) == (before,)


def test_undoing_it_publishes_nothing_that_was_changed_since(desk: Desk) -> None:
    desk.withdrawal.take_back()
    desk.typed = Typed("Rope", "Half a tho")
    desk.keeping.typed_something()
    desk.undo()
    assert (desk.note().status, desk.note().body) == (Status.PUBLISHED, "Half a tho")
    assert [one.body for one in desk.library.snapshots(desk.ident)] == ["It held."]


def test_it_is_undone_when_another_note_is_open_as_well(desk: Desk) -> None:
    desk.withdrawal.take_back()
    other = start_note(desk.library, WEEK, title="Knot")
    desk.open(other.id)
    desk.undo()
    assert desk.note().status is Status.PUBLISHED
    assert [note.id for note in desk.put_back] == [desk.ident]
    assert len(desk.library.snapshots(desk.ident)) == 1


def test_once_it_is_published_anew_there_is_nothing_to_undo(desk: Desk) -> None:
    desk.withdrawal.take_back()
    desk.keeping.change(Publishing.NOW)
    assert desk.notices == []


def test_nothing_is_said_of_what_was_no_publication(desk: Desk) -> None:
    desk.keeping.change(category="Harbour")
    own = desk.published("Own", "Mine", Audience.ME)
    desk.open(own.id)
    desk.withdrawal.take_back()
    assert desk.library.note(own.id).status is Status.DRAFT
    draft = start_note(desk.library, WEEK)
    desk.open(draft.id)
    desk.keeping.change(category="Harbour")
    assert desk.notices == []
