"""Paper shows what the public may read, of the note as it is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.paper import PaperPresenter, Then
from weeknotes_desktop.publishing.leak_search import ParcelSearch
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


class Pages:
    """Makes pages that say who reads them, and more where they are broken."""

    more = ""
    name = "note.html"

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        (note,) = view.notes
        page = f"{view.audience.value}: {note.view.body}{self.more}"
        return Parcel(files={self.name: page.encode()})

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        raise AssertionError("Paper is no file of the web.")


class Desk:
    """A note in an editor, with a press beside it."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.typed = Typed("Mud", "Open.\n\n::: private\nShut.\n:::\n")
        self.notices: list[Notice] = []
        self.pages: list[str] = []
        self.works = True
        self.made = Pages()
        writer = ImmediateWriter(self.library)
        self.keeping = Keeping(lambda: self.typed, writer, ManualTimers(), lambda: NOW, Settings)
        self.keeping.begin(start_note(self.library, Week(2021, 9)))
        self.paper = PaperPresenter(
            keeping=self.keeping,
            writer=writer,
            jobs=ImmediateJobs(),
            notices=self,
            press=self,
            page=self.named,
            search=ParcelSearch,
            settings=Settings,
            now=lambda: NOW,
            may_leave=lambda note: Audience.PUBLIC.may_read(note.audience),
            show_file=lambda _: None,
        )

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.notices.remove(notice)

    def save(self, page: str, path: Path, then: Then) -> None:
        self.pages.append(page)
        then(self.works)

    def print(self, page: str, then: Then) -> None:
        self.pages.append(page)
        then(self.works)

    def named(self, path: Path) -> Pages:
        self.made.name = path.name
        return self.made

    def note(self) -> Note:
        (line,) = self.library.summaries()
        return self.library.note(line.id)


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.keeping.typed_something()
    return desk


def test_the_public_page_of_the_saved_note_is_printed(desk: Desk) -> None:
    desk.paper.print()
    assert desk.note().body == desk.typed.body
    (page,) = desk.pages
    assert page.startswith("public: Open.")
    assert "Shut" not in page
    assert desk.notices == []


def test_a_pdf_is_told_of_and_can_be_opened(desk: Desk) -> None:
    desk.paper.save(Path("/tmp/mud.pdf"))
    assert [(notice.text, notice.action) for notice in desk.notices] == [
        ("Saved as /tmp/mud.pdf.", "Open")
    ]


def test_what_fails_is_told_in_words(desk: Desk) -> None:
    desk.works = False
    desk.paper.save(Path("/tmp/mud.pdf"))
    desk.paper.print()
    assert ["could not be written" in str(desk.notices[0]), len(desk.notices)] == [True, 2]


def test_a_note_for_me_alone_goes_to_no_press(desk: Desk) -> None:
    note = desk.keeping.current()
    assert note is not None
    desk.keeping.begin(replace(note, audience=Audience.ME))
    desk.paper.print()
    assert desk.pages == []


def test_a_private_sentence_is_not_printed_until_the_writer_lets_it_pass(desk: Desk) -> None:
    secret = "The landlord told us that the lease ends in June"
    desk.typed = Typed("Mud", f"Open.\n\n::: private\n{secret}\n:::\n")
    desk.keeping.typed_something()
    desk.made.more = secret
    desk.paper.print()
    assert desk.pages == []
    (notice,) = desk.notices
    assert notice.action == "This may be public"
    assert notice.act is not None
    notice.act()
    assert len(desk.pages) == 1


def test_what_a_pdf_is_called_is_looked_through_as_well(desk: Desk) -> None:
    secret = "The landlord told us that the lease ends in June"
    desk.typed = Typed("Mud", f"Open.\n\n::: private\n{secret}\n:::\n")
    desk.keeping.typed_something()
    desk.paper.save(Path(f"/tmp/{secret}.pdf"))
    assert desk.pages == []
    desk.paper.save(Path("/tmp/mud.pdf"))
    assert len(desk.pages) == 1
