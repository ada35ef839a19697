"""The open note leaves as the public may read it, and not at all if something private is in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.leaving import LeavingPresenter, file_name
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.publishing.leak_search import ParcelSearch
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
PAGE = Path("/tmp/mud.html")
SECRET = "The landlord told us that the lease ends in June"


class Desk:
    """A note in an editor, and a way out that may say too much."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.typed = Typed("Mud", f"Open.\n\n::: private\n{SECRET}\n:::\n")
        self.notices: list[Notice] = []
        self.sent: list[str] = []
        self.more = ""
        self.remarks: tuple[str, ...] = ()
        writer = ImmediateWriter(self.library)
        keeping = self.keeping = Keeping(
            lambda: self.typed, writer, ManualTimers(), lambda: NOW, Settings
        )
        keeping.begin(start_note(self.library, Week(2021, 9)))
        keeping.typed_something()
        self.leaving = LeavingPresenter(
            keeping,
            writer,
            ImmediateJobs(),
            self,
            lambda _: self,
            lambda: self,
            ParcelSearch,
            Settings,
            lambda: NOW,
            lambda _: None,
        )

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.notices.remove(notice)

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        (note,) = view.notes
        return Parcel(files={"mud.html": f"{note.view.body}{self.more}".encode()})

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        self.sent.append(parcel.files["mud.html"].decode())
        return Sent(written=1, remarks=self.remarks)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_note_leaves_without_what_is_private(desk: Desk) -> None:
    desk.leaving.export(PAGE)
    assert desk.sent == ["Open."]
    assert [(notice.text, notice.action) for notice in desk.notices] == [
        (f"Exported to {PAGE}.", "Open")
    ]


def test_a_private_sentence_stops_it_until_the_writer_lets_it_pass(desk: Desk) -> None:
    desk.more = SECRET
    desk.leaving.export(PAGE)
    assert desk.sent == []
    (notice,) = desk.notices
    assert SECRET in notice.text
    assert notice.action == "This may be public"
    assert notice.act is not None
    notice.act()
    assert len(desk.sent) == 1


def test_the_clipboard_gets_what_the_public_reads(desk: Desk) -> None:
    desk.leaving.copy()
    assert desk.sent == ["Open."]
    assert [notice.text for notice in desk.notices] == [
        "Copied as the public reads it, to be pasted anywhere."
    ]


def test_nothing_private_gets_onto_the_clipboard(desk: Desk) -> None:
    desk.more = SECRET
    desk.leaving.copy()
    assert desk.sent == []
    (notice,) = desk.notices
    assert (notice.action, SECRET in notice.text) == ("This may be public", True)
    assert notice.act is not None
    notice.act()
    assert len(desk.sent) == 1


def test_a_note_for_the_team_is_not_copied(desk: Desk) -> None:
    desk.keeping.change(audience=Audience.TEAM)
    desk.leaving.copy()
    assert desk.sent == []
    assert [notice.text for notice in desk.notices] == [
        "This note is not for the public, so it is not exported."
    ]


def test_remarks_of_the_way_out_are_told(desk: Desk) -> None:
    desk.remarks = ("One picture was left out.",)
    desk.leaving.export(PAGE)
    assert [notice.remedy for notice in desk.notices] == ["One picture was left out."]


RATS = "Nobody at the harbour knows of the rats in it"


def test_each_private_sentence_is_allowed_by_itself(desk: Desk) -> None:
    desk.typed = Typed("Mud", f"Open.\n\n::: private\n{SECRET}.\n\n{RATS}.\n:::\n")
    desk.keeping.typed_something()
    desk.more = f"{SECRET}. {RATS}."
    desk.leaving.export(PAGE)
    asked = desk.notices[-1]
    assert "So does one more private sentence." in asked.text
    assert asked.act is not None
    asked.act()
    assert desk.sent == []
    asked = desk.notices[-1]
    assert (asked.action, "more" in asked.text) == ("This may be public", False)
    assert asked.act is not None
    asked.act()
    assert len(desk.sent) == 1


def test_what_may_be_public_can_be_taken_back(desk: Desk) -> None:
    desk.more = SECRET
    desk.leaving.export(PAGE)
    allow = desk.notices[-1].act
    assert allow is not None
    allow()
    (allowed,) = [notice for notice in desk.notices if notice.action == "Undo"]
    assert allowed.text == f"From now on “{SECRET}” may be public."
    assert allowed.lasting
    assert allowed.act is not None
    allowed.act()
    assert desk.notices[-1].text == "The sentence is private again."
    desk.leaving.export(PAGE)
    assert len(desk.sent) == 1
    assert desk.notices[-1].action == "This may be public"


@pytest.mark.parametrize(
    ("label", "reader", "name"),
    [
        ("v10.45 %%takeover%%", Audience.PUBLIC, "2021-W09-v10-45.html"),
        ("v10.45 %%takeover%%", Audience.TEAM, "2021-W09-v10-45.html"),
        ("v10.45 %%takeover%%", Audience.ME, "2021-W09-v10-45-takeover.html"),
        ("%%takeover%%", Audience.PUBLIC, "2021-W09.html"),
        ("", Audience.PUBLIC, "2021-W09.html"),
    ],
)
def test_a_file_is_called_what_its_reader_may_read(
    desk: Desk, label: str, reader: Audience, name: str
) -> None:
    note = start_note(desk.library, Week(2021, 9))
    assert file_name(note, label, reader) == name
