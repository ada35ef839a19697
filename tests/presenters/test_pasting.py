"""What becomes of what is pasted: words at once, the rest a little later, and never half of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.brought import LARGEST_HTML, Brought, Pasted
from weeknotes_desktop.domain.errors import DiskFullError, NotFoundError, PasteError, WeekNotesError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.pasting import SAY_AFTER, Offer, PastingPresenter

T = TypeVar("T")
BRIDGE = Picture.of(b"bridge", "image/png")


@dataclass
class FakePlace:
    selected: str = ""
    literal: bool = False
    there: bool = True
    got: list[tuple[str, int | None]] = field(default_factory=list)
    fits: list[bool] = field(default_factory=list)

    def put(self, text: str, caret: int | None = None, *, fit: bool = False) -> bool:
        if self.there:
            self.fits.append(fit)
            self.got.append((text, caret))
        return self.there


@dataclass
class FakeReader:
    gives: Pasted = field(default_factory=lambda: Pasted(text="*read*"))
    refuses: WeekNotesError | None = None
    got: list[Brought] = field(default_factory=list)

    def read(self, brought: Brought) -> Pasted:
        self.got.append(brought)
        if self.refuses is not None:
            raise self.refuses
        return self.gives

    def words(self, brought: Brought) -> Pasted:
        self.got.append(brought)
        return Pasted(text="words")


@dataclass
class FakeNotices:
    shown: list[Notice] = field(default_factory=list)

    def show(self, notice: Notice) -> None:
        self.shown.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.shown.remove(notice)


class LaterJobs:
    """Jobs that end when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        self.waiting.append(lambda: ImmediateJobs().run(work, done, failed))


@dataclass
class Desk:
    library: FakeLibrary = field(default_factory=FakeLibrary)
    reader: FakeReader = field(default_factory=FakeReader)
    notices: FakeNotices = field(default_factory=FakeNotices)
    place: FakePlace = field(default_factory=FakePlace)
    jobs: ImmediateJobs | LaterJobs = field(default_factory=ImmediateJobs)
    timers: ManualTimers = field(default_factory=ManualTimers)

    @property
    def presenter(self) -> PastingPresenter:
        writer = ImmediateWriter(self.library)
        return PastingPresenter(lambda: self.reader, writer, self.jobs, self.notices, self.timers)

    def paste(self, offer: Offer) -> None:
        self.presenter.paste(offer, self.place)

    @property
    def said(self) -> str:
        (notice,) = self.notices.shown
        return notice.text


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_words_go_in_at_once_and_are_read_by_nobody(desk: Desk) -> None:
    desk.paste(Offer(text="One\r\ntwo\0\x07.\n"))
    assert desk.place.got == [("One\ntwo.\n", None)]
    assert desk.place.fits == [False]
    assert desk.reader.got == []
    assert desk.notices.shown == []


def test_a_form_is_read_first(desk: Desk) -> None:
    desk.paste(Offer(text="read", html="<b>read</b>"))
    assert desk.reader.got == [Brought(text="read", html="<b>read</b>")]
    assert desk.place.got == [("*read*", None)]
    assert desk.place.fits == [True]


def test_a_form_is_not_wanted_in_code(desk: Desk) -> None:
    desk.place.literal = True
    desk.paste(Offer(text="read", html="<b>read</b>"))
    assert desk.place.got == [("read", None)]


def test_html_without_words_is_never_nothing(desk: Desk) -> None:
    desk.presenter.paste_plain(Offer(html="<b>words</b>"), desk.place)
    assert desk.place.got == [("words", None)]


@pytest.mark.parametrize("remark", ["A picture in it could not be read.", ""])
def test_what_gives_nothing_leaves_what_is_selected_and_is_said(desk: Desk, remark: str) -> None:
    desk.reader.gives = Pasted(text="", remarks=(remark,) if remark else ())
    desk.place.selected = "dear words"
    desk.paste(Offer(html="<img src='cid:a.png'>"))
    assert desk.place.got == []
    assert desk.said == (remark or "There is nothing in what was copied that a note could take.")


@pytest.mark.parametrize("offer", [Offer(), Offer(text="\0"), Offer(text="", address="")])
def test_nothing_is_never_put_in_as_words_either(desk: Desk, offer: Offer) -> None:
    desk.presenter.paste_plain(offer, desk.place)
    desk.paste(offer)
    assert desk.place.got == []
    assert all("nothing in what was copied" in notice.text for notice in desk.notices.shown)


def test_a_space_that_was_copied_is_something(desk: Desk) -> None:
    desk.paste(Offer(text=" "))
    assert desk.place.got == [(" ", None)]


def test_an_address_over_words_makes_a_link(desk: Desk) -> None:
    desk.place.selected = "the log"
    desk.paste(Offer(text="https://a.example/x", html="<a href='x'>y</a>"))
    assert desk.place.got == [("[the log](https://a.example/x)", None)]


def test_an_address_over_nothing_is_words(desk: Desk) -> None:
    desk.paste(Offer(text="https://a.example/x"))
    assert desk.place.got == [("https://a.example/x", None)]


def test_a_link_that_is_dropped_is_a_link(desk: Desk) -> None:
    desk.paste(Offer(text="https://a.example/x", address="https://a.example/x"))
    desk.paste(Offer(text="The log", address="https://a.example/x"))
    assert [text for text, _ in desk.place.got] == [
        "<https://a.example/x>",
        "[The log](https://a.example/x)",
    ]


def test_a_picture_is_in_the_library_before_the_note_names_it(desk: Desk) -> None:
    desk.reader.gives = Pasted(text=f"![]({BRIDGE.address})", pictures=(BRIDGE,))
    desk.paste(Offer(picture=lambda: b"raw"))
    assert desk.reader.got == [Brought(picture=b"raw")]
    assert desk.library.picture(BRIDGE.id) == BRIDGE
    assert desk.place.got == [(f"![]({BRIDGE.address})", 2)]
    assert "between the brackets" in desk.said


def test_where_the_disk_refuses_the_picture_the_note_does_not_name_it(desk: Desk) -> None:
    desk.reader.gives = Pasted(text=f"![]({BRIDGE.address})", pictures=(BRIDGE,))
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.paste(Offer(picture=lambda: b"raw"))
    assert desk.place.got == []
    assert desk.said == "The disk is full."
    with pytest.raises(NotFoundError):
        desk.library.picture(BRIDGE.id)


def test_a_picture_of_the_very_words_is_not_wanted(desk: Desk) -> None:
    desk.paste(Offer(text="A1\tB1", html="<table>", picture=lambda: b"raw"))
    assert desk.reader.got == [Brought(text="A1\tB1", html="<table>")]


def test_files_are_read_by_somebody_who_can_wait(desk: Desk) -> None:
    desk.paste(Offer(files=(Path("a.png"),)))
    assert desk.reader.got == [Brought(files=(Path("a.png"),))]


def test_what_is_refused_is_said_and_changes_nothing(desk: Desk) -> None:
    desk.reader.refuses = PasteError("“a” is a folder.", "Drop a file.")
    desk.paste(Offer(files=(Path("a"),)))
    assert desk.place.got == []
    assert desk.said == "“a” is a folder."


@pytest.mark.parametrize(
    "offer",
    [
        Offer(text="a" * 100_000_000),
        Offer(html="a" * 100_000_000),
        Offer(picture=lambda: b"a" * 100_000_000),
    ],
    ids=["words", "html", "picture"],
)
def test_a_hundred_megabytes_are_refused_before_anything_is_done_to_them(
    desk: Desk, offer: Offer
) -> None:
    desk.paste(offer)
    assert desk.place.got == []
    assert desk.reader.got == []
    assert "100 MB" in desk.said


def test_of_a_form_that_is_too_large_the_words_come_in(desk: Desk) -> None:
    desk.paste(Offer(text="words", html="a" * (LARGEST_HTML + 1)))
    assert desk.place.got == [("words", None)]
    assert "its words came in" in desk.said


def test_what_comes_too_late_is_told(desk: Desk) -> None:
    desk.place.there = False
    desk.paste(Offer(html="<b>a</b>"))
    assert "another note" in desk.said


def test_what_was_lost_on_the_way_is_told(desk: Desk) -> None:
    desk.reader.gives = Pasted(text="a", remarks=("One is a folder.", "One is too large."))
    desk.paste(Offer(html="<b>a</b>"))
    assert desk.said == "One is a folder. One is too large."


def test_nobody_waits_while_it_is_read(desk: Desk) -> None:
    desk.jobs = LaterJobs()
    desk.paste(Offer(html="<b>a</b>"))
    assert desk.place.got == []
    desk.jobs.waiting.pop()()
    assert desk.place.got == [("*read*", None)]
    desk.timers.pass_time(SAY_AFTER)
    assert desk.notices.shown == []


@pytest.mark.parametrize(
    "offer",
    [Offer(html="<b>a</b>"), Offer(picture=lambda: b"raw"), Offer(files=(Path("a.md"),))],
    ids=["html", "picture", "file"],
)
def test_what_takes_long_is_said_to_be_on_its_way_until_it_is_there(
    desk: Desk, offer: Offer
) -> None:
    desk.jobs = LaterJobs()
    desk.paste(offer)
    desk.timers.pass_time(SAY_AFTER)
    assert "You can write on" in desk.said
    desk.jobs.waiting.pop()()
    assert desk.notices.shown == []
    assert desk.place.got == [("*read*", None)]


def test_who_does_not_want_to_wait_gets_the_words_and_nothing_twice(desk: Desk) -> None:
    desk.jobs = LaterJobs()
    desk.paste(Offer(text="plain", html="<b>plain</b>"))
    desk.timers.pass_time(SAY_AFTER)
    (notice,) = desk.notices.shown
    assert notice.act is not None
    notice.act()
    notice.act()
    desk.jobs.waiting.pop()()
    assert desk.place.got == [("plain", None)]
    assert notice not in desk.notices.shown


def test_of_a_form_that_cannot_be_read_in_time_the_words_come_in(desk: Desk) -> None:
    desk.reader.refuses = PasteError("What was pasted takes too long to be read.")
    desk.paste(Offer(text="plain", html="<b>plain</b>"))
    assert desk.place.got == [("plain", None)]
    assert desk.said == "Its form could not be read: its words came in."


def test_where_only_a_form_came_its_words_are_read_anew(desk: Desk) -> None:
    desk.reader.refuses = PasteError("What was pasted takes too long to be read.")
    desk.paste(Offer(html="<b>words</b>"))
    assert desk.place.got == [("words", None)]
    assert "its words came in" in desk.said
