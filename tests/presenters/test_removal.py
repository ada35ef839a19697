"""A note goes into the trash with all that was typed, and comes back at once."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import DiskFullError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.removal import RemovalPresenter
from weeknotes_desktop.use_cases.start_note import start_note

FRIDAY = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)


class Desk:
    """A desk with two notes; the newer one is open."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        writer = ImmediateWriter(self.library)
        self.text = ""
        self.said: list[Notice] = []
        self.keeping = Keeping(
            lambda: Typed("", self.text), writer, ManualTimers(), lambda: FRIDAY, Settings
        )
        self.older = start_note(self.library, Week(2021, 8))
        self.newer = start_note(self.library, Week(2021, 9))
        self.open(self.newer.id)
        self.removal = RemovalPresenter(
            keeping=self.keeping,
            desk=self,
            beside=self.beside,
            writer=writer,
            notices=self,
            clock=lambda: FRIDAY,
        )

    def open(self, note_id: str) -> None:
        note = self.library.note(note_id)
        self.text = note.body
        self.keeping.begin(note)

    def show_empty(self, week: Week) -> None:
        self.keeping.begin(None)

    def beside(self, note_id: str, step: int) -> str | None:
        ids = [self.newer.id, *(ident for ident in self.listed if ident != self.newer.id)]
        place = ids.index(note_id) + step
        return ids[place] if 0 <= place < len(ids) else None

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.said[:] = [said for said in self.said if said is not notice]

    def type(self, words: str) -> None:
        self.text += words
        self.keeping.typed_something()

    @property
    def listed(self) -> list[str]:
        return [line.id for line in self.library.summaries()]

    @property
    def open_note(self) -> Note | None:
        return self.keeping.current()


def test_the_open_note_goes_and_the_next_one_opens() -> None:
    desk = Desk()
    desk.removal.remove_open()
    assert desk.listed == [desk.older.id]
    assert desk.open_note is not None
    assert desk.open_note.id == desk.older.id


def test_where_no_other_note_is_the_page_is_empty() -> None:
    desk = Desk()
    desk.removal.remove(desk.older.id)
    assert (note := desk.open_note) is not None
    assert note.id == desk.newer.id
    desk.removal.remove_open()
    assert desk.listed == []
    assert desk.keeping.current() is None


def test_what_was_typed_goes_with_it_and_comes_back_with_it() -> None:
    desk = Desk()
    desk.type("Mud everywhere.")
    desk.removal.remove_open()
    (notice,) = desk.said
    assert notice.action == "Undo"
    assert notice.act is not None
    notice.act()
    assert desk.listed == [desk.newer.id, desk.older.id]
    assert desk.open_note is not None
    assert desk.open_note.body == "Mud everywhere."


def test_a_note_that_cannot_be_saved_stays() -> None:
    desk = Desk()
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.type("Mud everywhere.")
    desk.keeping.save_now()
    desk.removal.remove_open()
    assert desk.newer.id in desk.listed
    assert desk.text == "Mud everywhere."
    assert desk.said[-1].text == "This note could not be saved yet, so it stays."
