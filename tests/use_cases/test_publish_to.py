"""A note is published and has left, or neither; whatever goes wrong finds all as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.destination import Parcel, Progress, Sent
from weeknotes_desktop.domain.errors import (
    CancelledError,
    ChangedElsewhereError,
    DiskFullError,
    LeakError,
    NotForThisReaderError,
    PublishError,
    WeekNotesError,
)
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.public_view import PublicView
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.publishing.leak_search import ParcelSearch
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.edit_goal import reword_goal
from weeknotes_desktop.use_cases.leave import make_ready
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.publish_to import Made, Order, Out, Step, make, publish_to
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 16)
NOW = datetime(2021, 4, 23, 17, tzinfo=UTC)
DAY = date(2021, 4, 24)
SETTINGS = Settings(blog_name="Notes from the boathouse")
SECRET = "The lease of the boathouse ends in May"
BODY = f"We caulked the hull.\n\n::: private\n{SECRET}\n:::\n\n[GOALS]"


class Boathouse:
    """A destination that may say too much, or break off."""

    def __init__(self) -> None:
        self.more = ""
        self.breaks: WeekNotesError | None = None
        self.made = 0
        self.arrived: list[str] = []

    def make(self, view: PublicView, progress: Progress) -> Parcel:
        self.made += 1
        told = [f"{note.place}: {note.view.title}\n{note.view.body}" for note in view.notes]
        return Parcel(files={"page": "\n".join([*told, self.more]).encode()})

    def send(self, parcel: Parcel, progress: Progress) -> Sent:
        progress(0, 1)
        if self.breaks is not None:
            raise self.breaks
        self.arrived.append(parcel.files["page"].decode())
        return Sent(written=1)


class Watch:
    """A ``Course`` on which the writer presses *Cancel* at one of the steps."""

    def __init__(self, ends_at: Step | None = None) -> None:
        self.steps: list[Step] = []
        self._ends_at = ends_at

    def begin(self, step: Step) -> None:
        self.steps.append(step)
        if step is self._ends_at:
            raise CancelledError("Stopped; all is as it was.")

    def __call__(self, done: int, of: int) -> None:
        assert (done, of) == (0, 1)


@pytest.fixture(params=["on disk", "fake"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as opened:
            yield opened


@pytest.fixture
def note(library: NoteLibrary) -> Note:
    """A draft with a goal, beside a note that was published before."""
    other = start_note(library, WEEK.plus(-1), title="Oars", body="They float.")
    publish_note(library, other, SETTINGS, NOW)
    add_goal(library, WEEK, "Caulk the hull", NOW)
    return start_note(library, WEEK, title="High water", body=BODY)


def order(note: Note, **rest: object) -> Order:
    said: dict[str, object] = {"audience": Audience.PUBLIC, "with_others": True}
    dated = replace(note, published_on=DAY)
    return Order(note=dated, settings=SETTINGS, now=NOW, **(said | rest))  # type: ignore[arg-type]


def lending(library: NoteLibrary) -> Callable[[], AbstractContextManager[NoteLibrary]]:
    @contextmanager
    def lend() -> Iterator[NoteLibrary]:
        with library.transaction():
            yield library

    return lend


def go(
    library: NoteLibrary,
    asked: Order,
    way: Boathouse,
    watch: Watch | None = None,
    before: Made | None = None,
) -> Out:
    course = watch or Watch()
    return publish_to(lending(library), asked, way, ParcelSearch(), course, before)


def everything(library: NoteLibrary, note: Note) -> object:
    """All that could have changed."""
    return library.texts(), library.versions(note.id), library.snapshots(note.id)


def test_the_note_is_published_and_has_left(library: NoteLibrary, note: Note) -> None:
    way, watch = Boathouse(), Watch()
    out = go(library, order(note), way, watch)
    kept = library.note(note.id)
    assert out.note == kept
    assert (kept.status, kept.label, kept.published_on) == (
        Status.PUBLISHED,
        "Weeknote 16.2021",
        DAY,
    )
    snapshot = library.snapshot(note.id)
    assert snapshot is not None
    assert (snapshot.day, snapshot.body) == (DAY, BODY)
    assert out.sent.written == 1
    (page,) = way.arrived
    assert "2021/w16-high-water: High water" in page
    assert "2021/w15-oars: Oars" in page
    assert SECRET not in page
    assert out.place == "2021/w16-high-water"
    assert watch.steps == list(Step)


def test_alone_it_leaves_without_the_others(library: NoteLibrary, note: Note) -> None:
    way = Boathouse()
    out = go(library, order(note, with_others=False), way)
    assert out.place == ""
    assert "Oars" not in way.arrived[0]
    assert library.note(note.id).status is Status.PUBLISHED


def test_trying_leaves_all_as_it_was(library: NoteLibrary, note: Note) -> None:
    before = everything(library, note)
    made = make(lending(library), order(note), Boathouse(), Watch())
    assert b"High water" in made.parcel.files["page"]
    assert everything(library, note) == before


@given(
    title=st.sampled_from(["High water", "Oars", "%%hush%% Ropes", ""]),
    label=st.sampled_from(["", "Weeknote 15.2021", "Own"]),
    audience=st.sampled_from([Audience.TEAM, Audience.PUBLIC]),
    reader=st.sampled_from([Audience.TEAM, Audience.PUBLIC]),
    again=st.booleans(),
    links=st.booleans(),
)
def test_what_is_made_beforehand_is_what_is_read_afterwards(
    title: str, label: str, audience: Audience, reader: Audience, again: bool, links: bool
) -> None:
    library = FakeLibrary()
    first = start_note(library, WEEK.plus(-1), title="Oars", body="[[High water]], [[16.2021]]")
    publish_note(library, first, SETTINGS, NOW)
    body = "See [[Oars]]." if links else BODY
    note = start_note(library, WEEK, title=title, body=body)
    note = library.save_note(replace(note, label=label, audience=audience))
    if again:
        note = publish_note(library, note, SETTINGS, NOW)
        note = library.save_note(replace(note, title=f"{title} again", audience=audience))
    asked = order(note, audience=reader)
    made = make(lending(library), asked, Boathouse(), Watch())
    publish_note(library, asked.note, SETTINGS, NOW)
    assert made.leaving.view == make_ready(library, SETTINGS, reader, NOW).view


def test_a_leak_leaves_the_note_a_draft(library: NoteLibrary, note: Note) -> None:
    before, way = everything(library, note), Boathouse()
    way.more = SECRET
    with pytest.raises(LeakError):
        go(library, order(note), way)
    assert (way.arrived, everything(library, note)) == ([], before)


@pytest.mark.parametrize("error", [PublishError("No room."), CancelledError("Stopped.")])
def test_what_goes_wrong_while_it_is_sent_leaves_the_note_a_draft(
    library: NoteLibrary, note: Note, error: WeekNotesError
) -> None:
    before, way = everything(library, note), Boathouse()
    way.breaks = error
    with pytest.raises(type(error)):
        go(library, order(note), way)
    assert everything(library, note) == before


@pytest.mark.parametrize("step", Step)
def test_it_can_be_stopped_at_each_step(library: NoteLibrary, note: Note, step: Step) -> None:
    before, way = everything(library, note), Boathouse()
    with pytest.raises(CancelledError):
        go(library, order(note), way, Watch(ends_at=step))
    assert (way.arrived, everything(library, note)) == ([], before)


def test_a_note_that_somebody_saved_meanwhile_does_not_leave(
    library: NoteLibrary, note: Note
) -> None:
    library.save_note(replace(note, body="Somebody else's words."))
    way = Boathouse()
    with pytest.raises(ChangedElsewhereError):
        go(library, order(note), way)
    assert (way.arrived, library.note(note.id).status) == ([], Status.DRAFT)


def test_goals_that_change_after_the_look_through_stop_it(library: NoteLibrary, note: Note) -> None:
    class Changing(Watch):
        def begin(self, step: Step) -> None:
            super().begin(step)
            if step is Step.SENDING:
                (goal,) = library.goals(WEEK)
                reword_goal(library, goal.id, SECRET, NOW)

    way = Boathouse()
    with pytest.raises(ChangedElsewhereError, match="changed meanwhile"):
        go(library, order(note), way, Changing())
    assert (way.arrived, library.note(note.id).status) == ([], Status.DRAFT)


def test_a_library_that_refuses_at_the_very_end_is_told_of(
    library: NoteLibrary, note: Note
) -> None:
    lend, times = lending(library), 0

    @contextmanager
    def full() -> Iterator[NoteLibrary]:
        nonlocal times
        times += 1
        with lend() as lent:
            yield lent
            if times == 2:
                raise DiskFullError("The disk is full.")

    way = Boathouse()
    with pytest.raises(PublishError, match=r"It has left, but .* The disk is full\."):
        publish_to(full, order(note), way, ParcelSearch(), Watch())
    assert len(way.arrived) == 1
    assert library.note(note.id).status is Status.DRAFT
    # To publish it once more mends it.
    go(library, order(note), way)
    assert library.note(note.id).status is Status.PUBLISHED


def test_a_library_that_refuses_before_is_no_more_than_that(
    library: NoteLibrary, note: Note
) -> None:
    def full() -> AbstractContextManager[NoteLibrary]:
        raise DiskFullError("The disk is full.")

    with pytest.raises(DiskFullError):
        publish_to(full, order(note), Boathouse(), ParcelSearch(), Watch())


def test_a_note_is_not_published_for_who_may_not_read_it(library: NoteLibrary, note: Note) -> None:
    kept = library.save_note(replace(note, audience=Audience.TEAM))
    before = everything(library, kept)
    with pytest.raises(NotForThisReaderError):
        go(library, order(kept, with_others=False), Boathouse())
    assert everything(library, kept) == before


def test_what_was_made_before_is_used_where_it_would_say_the_same(
    library: NoteLibrary, note: Note
) -> None:
    way, asked = Boathouse(), order(note)
    before = make(lending(library), asked, way, Watch())
    go(library, asked, way, before=before)
    assert way.made == 1


def test_what_was_made_before_is_made_anew_where_it_would_say_something_else(
    library: NoteLibrary, note: Note
) -> None:
    way = Boathouse()
    before = make(lending(library), order(note), way, Watch())
    changed = library.save_note(replace(note, title="Low water"))
    go(library, order(changed), way, before=before)
    assert way.made == 2
    assert "Low water" in way.arrived[0]


def test_what_was_made_before_is_looked_through_by_what_is_private_now(
    library: NoteLibrary, note: Note
) -> None:
    way, asked = Boathouse(), order(note)
    way.more = "The ferryman told me that he is going to retire"
    before = make(lending(library), asked, way, Watch())
    add_goal(library, WEEK.plus(3), "x", NOW)
    start_note(library, WEEK.plus(4), title="Draft", body=way.more)
    with pytest.raises(LeakError):
        go(library, asked, way, before=before)
