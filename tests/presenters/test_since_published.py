"""What changed in the open note since it was published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ManualTimers
from weeknotes_desktop.domain.comparison import Change, Piece
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.since_published import Part
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.changed_since import ChangedSince
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.since_published import (
    DRAFT,
    FOR_ME,
    NO_NOTE,
    NOTHING,
    OF_OLD,
    SincePublishedPresenter,
    SincePublishedState,
)
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.edit_goal import set_outcome
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

T = TypeVar("T")
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WEEK = Week(2026, 48)


class Jobs(ImmediateJobs):
    """Jobs that may be told to wait."""

    def __init__(self) -> None:
        self.slow = False
        self.ran = 0
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        self.ran += 1
        result = work()
        self.waiting.append(lambda: done(result))
        if not self.slow:
            self.catch_up()

    def catch_up(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


class Desk:
    """A window with a published note open, and the window that compares."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.timers, self.jobs = ManualTimers(), Jobs()
        self.said: list[tuple[str, bool]] = []
        self.came = 0
        self.states: list[SincePublishedState] = []
        self.open: Note | None = self.published("Rope", "It held.\n\n[GOALS]")
        self.changed = ChangedSince(
            desk=self,
            current=lambda: self.open,
            reading=self._reading,
            settings=Settings,
            jobs=self.jobs,
            timers=self.timers,
        )
        self.since = SincePublishedPresenter(
            view=self,
            changed=self.changed,
            label=lambda note: note.label or "Weeknote",
            jobs=self.jobs,
            notices=self,
        )

    @contextmanager
    def _reading(self) -> Iterator[NoteLibrary]:
        yield self.library

    def say_changed(self, note_id: str, *, changed: bool) -> None:
        self.said.append((note_id, changed))

    def draw(self, state: SincePublishedState) -> None:
        self.states.append(state)

    def come(self) -> None:
        self.came += 1

    def show(self, notice: Notice) -> None:
        raise AssertionError(notice.text)

    def withdraw(self, notice: Notice) -> None:
        raise AssertionError(notice.text)

    def published(self, title: str, body: str) -> Note:
        note = start_note(self.library, WEEK, title=title, body=body)
        return publish_note(self.library, note, Settings(), NOW)

    def type(self, **facts: str) -> None:
        assert self.open is not None
        self.open = replace(self.open, **facts)  # type: ignore[arg-type]

    def look(self) -> bool:
        self.changed.look()
        self.timers.pass_time(1)
        return self.said[-1][1]

    @property
    def state(self) -> SincePublishedState:
        return self.since.state


@pytest.fixture
def desk() -> Desk:
    return Desk()


def _open(desk: Desk) -> str:
    assert desk.open is not None
    return desk.open.id


def test_a_note_that_reads_as_it_was_published_is_not_changed(desk: Desk) -> None:
    assert not desk.look()
    desk.type(body="It held.\n\n[GOALS]\n\n%%Barely.%%")
    assert not desk.look()
    desk.type(body="It holds.\n\n[GOALS]")
    assert desk.look()
    desk.type(body="It held.\n\n[GOALS]")
    assert not desk.look()


def test_what_becomes_of_a_goal_that_it_shows_is_a_change(desk: Desk) -> None:
    goal = add_goal(desk.library, WEEK, "Hold", NOW)
    desk.open = publish_note(desk.library, desk.library.note(_open(desk)), Settings(), NOW)
    assert not desk.look()
    set_outcome(desk.library, goal.id, Outcome.DONE, NOW)
    assert desk.look()


def test_a_draft_is_told_without_reading_anything(desk: Desk) -> None:
    desk.type(status=Status.DRAFT)
    assert not desk.look()
    assert desk.jobs.ran == 0
    desk.open = None
    desk.changed.look()
    desk.timers.pass_time(1)
    assert desk.jobs.ran == 0


def test_several_changes_at_once_are_looked_at_once(desk: Desk) -> None:
    for _ in range(5):
        desk.changed.look()
    desk.timers.pass_time(1)
    assert (desk.jobs.ran, len(desk.said)) == (1, 1)


def test_the_newest_wins_whichever_is_ready_first(desk: Desk) -> None:
    desk.jobs.slow = True
    desk.type(title="Ropes")
    desk.changed.look()
    desk.timers.pass_time(1)
    desk.type(title="Rope")
    desk.changed.look()
    desk.timers.pass_time(1)
    old, new = desk.jobs.waiting
    new()
    old()
    assert desk.said == [(_open(desk), False)]


def test_the_window_shows_each_part_that_changed_and_what_is_new_and_gone(desk: Desk) -> None:
    desk.type(title="Ropes and knots", body="It holds.\n\n[GOALS]")
    desk.look()
    desk.since.open()
    state = desk.state
    assert (desk.came, state.label, state.at) == (1, "Weeknote 48.2026", NOW)
    assert [(one.part, one.reader) for one in state.parts or ()] == [
        (Part.TITLE, None),
        (Part.TEXT, None),
    ]
    assert (state.parts or ())[0].pieces == (
        Piece(Change.GONE, "Rope"),
        Piece(Change.NEW, "Ropes and knots"),
    )
    assert (state.came, state.gone, state.hint, state.may_publish) == (4, 2, "", True)


def test_what_one_reader_alone_sees_is_told_so_and_its_words_are_counted_once(
    desk: Desk,
) -> None:
    desk.type(body="It holds.\n\n[GOALS]\n\n::: team\nBarely so.\n:::")
    desk.look()
    desk.since.open()
    assert [(one.part, one.reader) for one in desk.state.parts or ()] == [
        (Part.TEXT, Audience.PUBLIC),
        (Part.TEXT, Audience.TEAM),
    ]
    assert desk.state.came == 3
    desk.type(body="It held.\n\n[GOALS]\n\n::: team\nBarely so.\n:::")
    desk.look()
    assert [(one.part, one.reader) for one in desk.state.parts or ()] == [
        (Part.TEXT, Audience.TEAM)
    ]


def test_the_window_follows_the_note_and_says_when_nothing_is_different_any_more(
    desk: Desk,
) -> None:
    desk.type(title="Ropes")
    desk.look()
    desk.since.open()
    desk.type(title="Rope")
    desk.look()
    assert (desk.state.parts, desk.state.hint) == ((), NOTHING)
    desk.since.closed()
    drawn = len(desk.states)
    desk.type(title="Ropes")
    desk.look()
    assert len(desk.states) == drawn


def test_what_was_found_stays_in_sight_until_there_is_something_else(desk: Desk) -> None:
    desk.type(title="Ropes")
    desk.look()
    desk.since.open()
    before = desk.state.parts
    desk.jobs.slow = True
    desk.type(title="Knots")
    desk.changed.look()
    desk.timers.pass_time(1)
    desk.jobs.waiting.pop(0)()
    assert desk.state.parts == before
    desk.jobs.catch_up()
    assert desk.state.parts != before


def test_where_there_is_nothing_to_compare_the_window_says_why(desk: Desk) -> None:
    desk.look()
    desk.since.open()
    desk.type(audience=Audience.ME)
    desk.look()
    assert desk.state.hint == FOR_ME
    desk.type(audience=Audience.PUBLIC, status=Status.DRAFT)
    desk.look()
    assert desk.state.hint == DRAFT
    desk.open = desk.library.add_note(Note(id="old", week=WEEK, status=Status.PUBLISHED))
    desk.look()
    assert (desk.state.hint, desk.state.label, desk.state.may_publish) == (
        OF_OLD,
        "Weeknote",
        False,
    )
    desk.open = None
    desk.changed.look()
    desk.timers.pass_time(1)
    assert (desk.state.hint, desk.state.label) == (NO_NOTE, "")
