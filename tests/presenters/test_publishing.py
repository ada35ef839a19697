"""The dialog *Publish*: what it asks and tells, and that whatever goes wrong loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers, MemorySettings
from weeknotes_desktop.domain.before_publishing import Kept, Point, Stays, StaysHere
from weeknotes_desktop.domain.before_publishing import Way as WayOn
from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.destination import Destination, Parcel, Progress, Sent
from weeknotes_desktop.domain.errors import (
    DiskFullError,
    ProofreadingError,
    PublishError,
    ReadOnlyError,
    WeekNotesError,
)
from weeknotes_desktop.domain.last_gate import LeakSearch
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings, Where
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.publishing import PublishingPresenter
from weeknotes_desktop.presenters.publishing_choice import PublishingChoice
from weeknotes_desktop.presenters.publishing_state import Page, PublishingState, Work
from weeknotes_desktop.presenters.publishing_ways import LookedThrough, Way
from weeknotes_desktop.publishing.leak_search import ParcelSearch
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.publish_to import Step
from weeknotes_desktop.use_cases.start_note import start_note

T = TypeVar("T")

NOW = datetime(2021, 4, 23, 17, tzinfo=UTC)
WEEK = Week(2021, 16)
SITE = Path("/home/ada/site")
SECRET = "The lease of the boathouse ends in May"
SLIP = Slip(check="spelling", message="?", start=3, end=8, words="cauld")
MISSPELT = Point(check="spelling", ok=False, message="1 word", way=WayOn.FIX, slips=(SLIP,))
ANSWER = Point(check="goals", ok=False, message="1 goal", way=WayOn.ANSWER, goal_ids=("g",))
LABEL = Point(check="label", ok=False, message="taken", way=WayOn.USE, proposed="14.22")
PRIVACY = Point(check="privacy", ok=True, message="1 passage stays here", way=WayOn.SHOW)
STAYS = Stays((StaysHere(Kept.PASSAGE, SECRET),), "We caulked.")

_FOLDER = {Where.SITE: "site", Where.FILE: "page", Where.MARKDOWN: "markdown"}


class LaterJobs:
    """Jobs that are done when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        self.waiting.append(lambda: ImmediateJobs().run(work, done, failed))

    def do_all(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


class Room:
    """A note, ways out of which each can break, and a dialog that remembers what it was told."""

    def __init__(
        self,
        *,
        read_only: WeekNotesError | None = None,
        settings: Settings | None = None,
        jobs: ImmediateJobs | LaterJobs | None = None,
        audience: Audience = Audience.PUBLIC,
    ) -> None:
        self.library, self.timers = FakeLibrary(), ManualTimers()
        self.store = MemorySettings(settings or Settings(site_folder=str(SITE)))
        self.typed = Typed("High water", f"We caulked.\n\n::: private\n{SECRET}\n:::\n")
        self.notices: list[Notice] = []
        self.state: PublishingState | None = None
        self.shown = False
        self.asked_places = self.made = 0
        self.more = ""
        self.refuses: WeekNotesError | None = None
        self.sent: list[tuple[Way | None, str]] = []
        self.way: Way | None = None
        self.pages = 1
        self.remarks: tuple[str, ...] = ()
        self.points: tuple[Point, ...] = (PRIVACY, MISSPELT, ANSWER)
        self.trouble: WeekNotesError | None = None
        self.silent: list[Point] = []
        self.opened: list[Path] = []
        self.copied: list[str] = []
        self.writer = ImmediateWriter(self.library)
        self.keeping = Keeping(
            lambda: self.typed,
            self.writer,
            self.timers,
            lambda: NOW,
            self.settings,
            read_only=read_only is not None,
        )
        note = start_note(self.library, WEEK, title=self.typed.title, body=self.typed.body)
        self.keeping.begin(self.library.save_note(replace(note, audience=audience)))
        self.jobs = jobs or ImmediateJobs()
        self.publishing = PublishingPresenter(
            view=self,
            keeping=self.keeping,
            writer=self.writer,
            jobs=self.jobs,
            timers=self.timers,
            notices=self,
            settings=self.settings,
            choice=PublishingChoice(self.settings, self.choose, lambda: NOW, Path),
            ways=self,
            looking=self,
            show_file=self.opened.append,
            copy=self.copied.append,
            read_only=read_only,
        )

    # Settings and notices.
    def settings(self) -> Settings:
        return self.store.load()[0]

    def choose(self, key: str, value: str) -> None:
        self.store.change(key, value)

    def withdraw(self, notice: Notice) -> None:
        self.notices.remove(notice)

    def show(self, notice: Notice) -> None:
        self.notices.append(notice)

    # The dialog.
    def draw(self, state: PublishingState) -> None:
        self.state = state

    def come(self) -> None:
        self.shown = True

    def go(self) -> None:
        if self.shown:
            self.shown = False
            self.publishing.closed()

    def ask_place(self) -> None:
        self.asked_places += 1

    # Who looks through the note.
    def read(
        self, library: NoteLibrary, note: Note, audience: Audience, settings: Settings
    ) -> Callable[[], LookedThrough]:
        if self.trouble is not None:
            raise self.trouble
        left = tuple(point for point in self.points if point not in self.silent)
        return lambda: LookedThrough(left, STAYS)

    def silence(self, library: NoteLibrary, note_id: str, point: Point) -> None:
        self.silent.append(point)

    # The ways out.
    def destination(self, way: Way) -> Destination:
        self.way = way
        return self

    def search(self) -> LeakSearch:
        return ParcelSearch()

    def changes(self, way: Way, parcel: Parcel) -> int:
        if way.place == Path("/gone"):
            raise PublishError("There is no folder “/”.", "Make it first.")
        return len(parcel.files)

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        self.made += 1
        progress(len(view.notes), len(view.notes))
        told = "\n".join(note.view.body for note in view.notes)
        return Parcel(files={"page": f"{told}{self.more}".encode(), "feed": b""})

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        progress(0, 2)
        if self.refuses is not None:
            raise self.refuses
        self.sent.append((self.way, parcel.files["page"].decode()))
        return Sent(written=2, unchanged=1, pages=self.pages, remarks=self.remarks)

    # What a test does and sees.
    def open(self) -> PublishingState:
        self.publishing.open()
        self.timers.pass_time(1)
        return self.now()

    def now(self) -> PublishingState:
        assert self.state is not None
        return self.state

    @property
    def note(self) -> Note:
        note = self.keeping.current()
        assert note is not None
        return self.library.note(note.id)

    @property
    def untouched(self) -> bool:
        """Whether the note is a draft and nothing has left."""
        note = self.note
        plain = (note.status, note.label, self.library.snapshot(note.id))
        return plain == (Status.DRAFT, "", None) and not self.sent


@pytest.fixture
def room() -> Room:
    return Room()


def test_the_dialog_tells_what_there_is_to_know(room: Room) -> None:
    state = room.open()
    assert room.shown
    assert (state.title, state.label) == ("High water", "Weeknote 16.2021")
    assert (state.points, state.stays, state.to_look_at) == (room.points, STAYS, 2)
    assert [card.where for card in state.cards] == list(Where)
    assert (state.where, state.card.place, state.card.changes) == (Where.SITE, SITE, 2)
    assert (state.audiences, state.audience) == (
        (Audience.TEAM, Audience.PUBLIC),
        Audience.PUBLIC,
    )
    assert (state.day, state.before) == (date(2021, 4, 23), None)
    assert room.untouched


def test_the_title_is_told_as_its_readers_see_it(room: Room) -> None:
    room.typed = Typed("High water %%at last%%", "x")
    room.keeping.typed_something()
    assert room.open().title == "High water"


def test_publishing_saves_publishes_sends_and_says_so(room: Room) -> None:
    room.typed = Typed("Low water", "We caulked it again.")
    room.keeping.typed_something()
    room.open()
    room.publishing.publish()
    assert (room.note.status, room.note.title) == (Status.PUBLISHED, "Low water")
    assert [(way.where, way.place, words) for way, words in room.sent if way] == [
        (Where.SITE, SITE, "We caulked it again.")
    ]
    assert not room.shown
    (said,) = room.notices
    assert said.text == f"“Weeknote 16.2021” is published: 1 page of the site changed in {SITE}."
    assert (said.action, said.other) == ("Open", "")
    assert said.act is not None
    said.act()
    assert room.opened == [SITE / "2021/w16-low-water" / "index.html"]


def test_typing_goes_on_in_the_note_that_was_published(room: Room) -> None:
    saved: list[Note] = []
    room.keeping.saved.connect(saved.append)
    room.open()
    room.publishing.publish()
    assert room.keeping.current() == room.note == saved[-1]
    room.typed = Typed("High water", "And more.")
    room.keeping.typed_something()
    room.keeping.save_now()
    assert (room.note.body, room.note.status) == ("And more.", Status.PUBLISHED)
    assert len(room.library.summaries()) == 1


def test_the_address_can_be_copied_where_the_site_has_one(room: Room) -> None:
    room.choose("site-address", "https://example.org/notes")
    room.open()
    room.publishing.publish()
    (said,) = room.notices
    assert (said.other, said.act_other is not None) == ("Copy address", True)
    assert said.act_other is not None
    said.act_other()
    assert room.copied == ["https://example.org/notes/2021/w16-high-water/"]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "no page of the site had to change"), (10, "10 pages of the site")]
)
def test_pages_are_counted_as_they_were_foreseen(room: Room, number: int, said: str) -> None:
    room.pages = number
    room.open()
    room.publishing.publish()
    assert f"published: {said}" in room.notices[0].text


def test_what_the_way_out_remarks_is_told(room: Room) -> None:
    room.remarks = ("The files were replaced one by one.",)
    room.open()
    room.publishing.publish()
    assert room.notices[0].remedy == "The files were replaced one by one."


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (
            Where.FILE,
            "“Weeknote 16.2021” is published in /home/ada/pages/2021-W16-weeknote-16-2021.html.",
        ),
        (
            Where.CLIPBOARD,
            "“Weeknote 16.2021” is published, and on the clipboard to be pasted anywhere.",
        ),
        (
            Where.MARKDOWN,
            "“Weeknote 16.2021” is published: 2 files of the folder changed in /home/ada/content.",
        ),
    ],
)
def test_each_way_out_publishes_the_note(room: Room, where: Where, said: str) -> None:
    room.choose("page-folder", "/home/ada/pages")
    room.choose("markdown-folder", "/home/ada/content")
    room.open()
    room.publishing.choose(where)
    room.timers.pass_time(1)
    room.publishing.publish()
    assert [notice.text for notice in room.notices] == [said]
    assert room.note.status is Status.PUBLISHED
    assert [way.where for way, _ in room.sent if way] == [where]


def test_the_last_choice_is_offered_again(room: Room) -> None:
    room.open()
    room.publishing.choose(Where.CLIPBOARD)
    room.publishing.set_audience(Audience.TEAM)
    room.publishing.publish()
    settings = room.settings()
    assert (settings.publish_to, settings.publish_for) == (Where.CLIPBOARD, Audience.TEAM)
    other = Room(settings=settings)
    state = other.open()
    assert (state.where, state.audience) == (Where.CLIPBOARD, Audience.TEAM)


def test_a_choice_that_was_not_taken_is_not_remembered(room: Room) -> None:
    room.open()
    room.publishing.choose(Where.CLIPBOARD)
    room.publishing.cancel()
    assert room.settings().publish_to is Where.SITE


def test_coming_back_finds_all_as_it_was_said(room: Room) -> None:
    room.open()
    room.publishing.choose(Where.CLIPBOARD)
    room.publishing.set_audience(Audience.TEAM)
    room.publishing.set_day(date(2021, 4, 20))
    room.publishing.follow(MISSPELT)
    assert not room.shown
    state = room.open()
    assert (state.where, state.audience, state.day) == (
        Where.CLIPBOARD,
        Audience.TEAM,
        date(2021, 4, 20),
    )


def test_another_note_begins_with_its_own_day(room: Room) -> None:
    room.open()
    room.publishing.set_day(date(2021, 4, 20))
    room.publishing.cancel()
    other = start_note(room.library, WEEK.plus(-1), title="Oars", body="x")
    room.typed = Typed("Oars", "x")
    room.keeping.begin(publish_note(room.library, other, Settings(), NOW.replace(day=16)))
    state = room.open()
    assert (state.day, state.before) == (date(2021, 4, 16), date(2021, 4, 16))


def test_the_day_that_was_chosen_is_the_one_that_is_kept(room: Room) -> None:
    room.open()
    room.publishing.set_day(date(2021, 4, 20))
    room.publishing.publish()
    assert room.note.published_on == date(2021, 4, 20)


def test_a_note_for_the_team_is_published_for_the_team(room: Room) -> None:
    team = Room(audience=Audience.TEAM, settings=Settings(team_site_folder=str(SITE)))
    state = team.open()
    assert (state.audiences, state.audience) == ((Audience.TEAM,), Audience.TEAM)
    team.publishing.set_audience(Audience.PUBLIC)
    assert team.now().audience is Audience.TEAM
    team.publishing.publish()
    assert [way.audience for way, _ in team.sent if way] == [Audience.TEAM]
    # Where there was nothing to choose, nothing was chosen for the next note.
    assert team.settings().publish_for is Audience.PUBLIC


def test_a_note_for_the_writer_alone_is_not_offered() -> None:
    room = Room(audience=Audience.ME)
    room.publishing.open()
    assert not room.shown
    assert [notice.text for notice in room.notices] == [
        "This note is for you alone, so it is not published."
    ]


def test_no_note_means_no_dialog(room: Room) -> None:
    room.keeping.begin(None)
    room.publishing.open()
    assert not room.shown


def test_words_that_the_disk_refuses_are_not_left_behind(room: Room) -> None:
    room.library.refuses = DiskFullError("The disk is full.")
    room.typed = Typed("High water", "More words.")
    room.keeping.typed_something()
    room.keeping.save_now()
    room.publishing.open()
    assert not room.shown
    assert room.notices[0].text.startswith("Nothing was published, as your text could not")


def test_a_leak_stops_it_and_each_sentence_is_let_pass_alone(room: Room) -> None:
    room.library.add_note(
        Note(id="d", week=WEEK.plus(1), body="The ferryman told me that he retires soon")
    )
    room.more = f"{SECRET}. The ferryman told me that he retires soon"
    room.open()
    room.publishing.publish()
    assert room.untouched
    assert room.now().page is Page.LEAKS
    places = {leak.words: leak.place for leak in room.now().leaks}
    assert places[SECRET].startswith("a private passage of")
    assert len(places) == 2
    for leak in room.now().leaks:
        assert room.untouched
        room.publishing.publication.allow(leak.id)
    assert room.now().page is Page.CHOICE
    room.publishing.publish()
    assert room.note.status is Status.PUBLISHED
    assert SECRET in room.sent[0][1]


def test_what_was_let_pass_in_the_dialog_can_be_taken_back(room: Room) -> None:
    room.more = SECRET
    room.open()
    room.publishing.publish()
    room.publishing.publication.allow(room.now().leaks[0].id)
    (notice,) = room.notices
    assert (notice.action, notice.lasting) == ("Undo", True)
    assert notice.act is not None
    notice.act()
    room.publishing.publish()
    assert room.untouched
    assert room.now().page is Page.LEAKS


def test_turning_back_from_a_leak_lets_nothing_pass(room: Room) -> None:
    room.more = SECRET
    room.open()
    room.publishing.publish()
    room.publishing.cancel()
    assert (room.shown, room.now().page, room.now().leaks) == (True, Page.CHOICE, ())
    room.publishing.publish()
    assert room.now().page is Page.LEAKS
    assert room.untouched


def test_what_goes_wrong_is_said_in_the_dialog_and_nothing_is_lost(room: Room) -> None:
    room.refuses = PublishError("There is no room left to write “/site”.", "Free some space.")
    room.open()
    room.publishing.publish()
    assert room.shown
    assert room.now().trouble == "There is no room left to write “/site”. Free some space."
    assert room.now().work is None
    assert room.untouched
    room.refuses = None
    room.publishing.publish()
    assert room.note.status is Status.PUBLISHED


def test_another_choice_forgets_what_went_wrong(room: Room) -> None:
    room.refuses = PublishError("No room.")
    room.open()
    room.publishing.publish()
    room.publishing.choose(Where.CLIPBOARD)
    assert room.now().trouble == ""


def test_what_went_wrong_is_not_said_of_the_next_note_or_folder(room: Room) -> None:
    room.refuses = PublishError("No room.")
    room.open()
    room.publishing.publish()
    room.publishing.cancel()
    room.choose("site-folder", "/srv/elsewhere")
    assert room.open().trouble == ""
    room.publishing.publish()
    room.publishing.cancel()
    room.keeping.begin(start_note(room.library, WEEK.plus(-1), title="Oars", body="x"))
    assert room.open().trouble == ""


def test_a_note_that_changed_meanwhile_is_read_anew(room: Room) -> None:
    stale: list[None] = []
    room.publishing.publication.stale.connect(stale.append)
    room.open()
    room.library.save_note(replace(room.note, title="Somebody else’s"))
    room.publishing.publish()
    assert room.shown
    assert room.now().trouble != ""
    assert (stale, room.sent, room.note.status) == ([None], [], Status.DRAFT)
    room.keeping.begin(room.note)
    room.publishing.refresh()
    # It is still said why the note is another one now.
    assert room.now().trouble != ""
    room.publishing.publish()
    assert (room.note.status, room.note.title) == (Status.PUBLISHED, "High water")


def test_a_disk_that_fills_up_meanwhile_is_told_in_the_dialog(room: Room) -> None:
    room.keeping.kept.connect(lambda _: room.publishing.draw())
    room.open()
    room.library.refuses = DiskFullError("The disk is full.")
    room.keeping.change(label="14.22")
    assert room.now().trouble.startswith("Nothing was published, as your text could not be saved")
    room.publishing.publish()
    assert (room.shown, room.sent) == (True, [])
    room.library.refuses = None
    room.timers.pass_time(10)
    assert room.now().trouble == ""
    room.publishing.publish()
    assert room.note.label == "14.22"


def test_a_library_that_can_only_be_read_says_so_and_publishes_nothing() -> None:
    room = Room(read_only=ReadOnlyError("This folder cannot be written."))
    state = room.open()
    assert (state.read_only, state.may_silence) == ("This folder cannot be written.", False)
    assert state.points == room.points
    room.publishing.publish()
    room.publishing.silence(MISSPELT)
    assert room.untouched
    assert (room.made, room.silent) == (0, [])


def test_a_folder_is_asked_for_where_there_is_none() -> None:
    room = Room(settings=Settings())
    state = room.open()
    assert (state.card.place, state.card.changes) == (None, None)
    room.publishing.publish()
    assert (room.asked_places, room.untouched) == (1, True)
    room.publishing.set_place(SITE)
    room.timers.pass_time(1)
    assert (room.now().card.place, room.now().card.changes) == (SITE, 2)
    assert room.settings().site_folder == str(SITE)
    room.publishing.publish()
    assert len(room.sent) == 1


def test_a_file_keeps_its_name_for_this_note_and_its_folder_for_the_next(room: Room) -> None:
    room.open()
    room.publishing.choose(Where.FILE)
    assert room.now().card.place is None
    room.publishing.set_place(Path("/home/ada/pages/water.html"))
    assert room.now().card.place == Path("/home/ada/pages/water.html")
    assert room.settings().page_folder == "/home/ada/pages"
    other = start_note(room.library, WEEK.plus(-1), title="Oars", body="x")
    room.keeping.begin(other)
    room.open()
    room.publishing.choose(Where.FILE)
    assert room.now().card.place == Path("/home/ada/pages/2021-W15-weeknote-15-2021.html")


def test_private_words_of_the_label_are_not_in_the_name_of_a_file(room: Room) -> None:
    room.keeping.change(label="14.22 %%takeover%%")
    room.choose("page-folder", "/home/ada/pages")
    room.open()
    room.publishing.choose(Where.FILE)
    assert room.now().name == "2021-W16-14-22.html"
    assert room.now().card.place == Path("/home/ada/pages/2021-W16-14-22.html")


@pytest.mark.parametrize("where", [Where.SITE, Where.FILE, Where.MARKDOWN])
def test_the_team_and_the_public_have_a_place_each(room: Room, where: Where) -> None:
    room.choose("site-folder", "")
    room.open()
    room.publishing.choose(where)
    room.publishing.set_place(Path("/home/ada/all/water.html"))
    room.publishing.set_audience(Audience.TEAM)
    assert room.now().card.place is None
    room.publishing.set_place(Path("/home/ada/team/water.html"))
    assert room.now().card.place == Path("/home/ada/team/water.html")
    room.publishing.set_audience(Audience.PUBLIC)
    assert room.now().card.place == Path("/home/ada/all/water.html")
    kept = room.settings().values()
    folders = [kept[key] for key in kept if key.endswith(f"{_FOLDER[where]}-folder")]
    place = "" if where is Where.FILE else "/water.html"
    assert sorted(folders) == [f"/home/ada/all{place}", f"/home/ada/team{place}"]


def test_a_folder_where_nothing_can_stand_is_told_of_before(room: Room) -> None:
    room.choose("site-folder", "/gone")
    state = room.open()
    assert (state.card.problem, state.card.changes) == ("There is no folder “/”.", None)


def test_what_was_counted_is_not_made_again(room: Room) -> None:
    room.open()
    room.publishing.publish()
    assert room.made == 1


def test_a_choice_that_is_changed_at_once_is_counted_once(room: Room) -> None:
    room.publishing.open()
    for day in (20, 21, 22):
        room.publishing.set_day(date(2021, 4, day))
    assert room.now().card.counting
    room.timers.pass_time(1)
    assert (room.made, room.now().card.counting) == (1, False)


def test_the_work_can_be_watched_and_stopped() -> None:
    jobs = LaterJobs()
    room = Room(jobs=jobs)
    room.open()
    jobs.do_all()
    room.publishing.publish()
    assert room.now().work == Work(Step.READING)
    room.publishing.publish()
    assert len(jobs.waiting) == 1
    assert not room.now().stopping
    room.publishing.cancel()
    # Said at once: it may take a moment until it can end.
    assert room.now().stopping
    jobs.do_all()
    assert (room.shown, room.now().work, room.now().stopping) == (True, None, False)
    assert room.now().trouble == "Stopped; all is as it was."
    assert room.untouched


def test_what_has_left_before_it_could_be_stopped_has_left() -> None:
    jobs = LaterJobs()
    room = Room(jobs=jobs)
    room.open()
    jobs.do_all()
    send = room.send
    room.publishing.publish()

    def late(parcel: Parcel, progress: Progress) -> Sent:
        sent = send(parcel, progress)
        room.publishing.cancel()
        return sent

    room.send = late  # type: ignore[method-assign]
    jobs.do_all()
    assert (room.note.status, len(room.sent), room.shown) == (Status.PUBLISHED, 1, False)


def test_a_point_leads_to_its_place(room: Room) -> None:
    places: list[Point] = []
    goals: list[str] = []
    labels: list[str] = []
    room.publishing.slip_wanted.connect(places.append)
    room.publishing.goal_wanted.connect(goals.append)
    room.publishing.label_taken.connect(labels.append)
    for point, stays in ((MISSPELT, False), (ANSWER, False), (LABEL, True)):
        room.open()
        room.publishing.follow(point)
        assert room.shown is stays
    assert (places, goals, labels) == ([MISSPELT], ["g"], ["14.22"])


def test_what_stays_is_shown_in_the_dialog(room: Room) -> None:
    room.open()
    room.publishing.follow(PRIVACY)
    assert (room.shown, room.now().page) == (True, Page.STAYS)
    room.publishing.cancel()
    assert (room.shown, room.now().page) == (True, Page.CHOICE)
    room.publishing.cancel()
    assert not room.shown


def test_a_point_can_be_silenced_in_this_note(room: Room) -> None:
    heard: list[list[Point]] = []
    room.publishing.silenced.connect(lambda _: heard.append(list(room.silent)))
    room.open()
    room.publishing.silence(MISSPELT)
    assert (room.silent, room.now().points) == ([MISSPELT], (PRIVACY, ANSWER))
    # Whoever marks it in the text hears so when it is silent.
    assert heard == [[MISSPELT]]


def test_a_note_that_cannot_be_looked_through_can_be_published(room: Room) -> None:
    room.trouble = ProofreadingError("The dictionary cannot be read.")
    state = room.open()
    assert state.trouble == "The dictionary cannot be read."
    room.publishing.publish()
    assert room.note.status is Status.PUBLISHED


def test_what_is_saved_while_the_dialog_is_open_is_looked_at_anew(room: Room) -> None:
    room.keeping.saved.connect(lambda _: room.publishing.refresh())
    room.open()
    room.points = (PRIVACY,)
    room.keeping.change(label="14.22")
    room.timers.pass_time(1)
    assert (room.now().label, room.now().points) == ("14.22", (PRIVACY,))


def test_a_note_that_becomes_private_closes_the_dialog(room: Room) -> None:
    room.keeping.saved.connect(lambda _: room.publishing.refresh())
    room.open()
    room.keeping.change(audience=Audience.ME)
    assert not room.shown


def test_the_newest_look_counts() -> None:
    jobs = LaterJobs()
    room = Room(jobs=jobs)
    room.publishing.open()
    room.points = (PRIVACY,)
    room.publishing.refresh()
    first, second = jobs.waiting
    second()
    first()
    assert room.now().points == (PRIVACY,)
