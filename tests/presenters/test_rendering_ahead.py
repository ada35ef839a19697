"""Rendering what will leave before anybody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ManualTimers
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.rendering_ahead import AFTER, AT_ONCE, BETWEEN, RenderingAhead
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WEEK = Week(2026, 48)
BODY = "It held.\n\n::: private\nBarely.\n:::\n"


class Keeping:
    """Keeps what it rendered, and says what that was."""

    def __init__(self) -> None:
        self.rendered: list[NoteView] = []
        self._kept: set[NoteView] = set()

    def render(self, view: NoteView) -> str:
        self.rendered.append(view)
        if "fails" in view.body:
            raise PublishError("It takes too long.")
        self._kept.add(view)
        return view.body

    def not_kept(self, views: Iterable[NoteView]) -> Sequence[NoteView]:
        return [view for view in dict.fromkeys(views) if view not in self._kept]


class Desk:
    """A window in which notes are saved."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.timers = ManualTimers()
        self.renderer = Keeping()
        self.made = 0
        self.ahead = RenderingAhead(
            self._reading, self._renderer, Settings, lambda: NOW, ImmediateJobs(), self.timers
        )

    @contextmanager
    def _reading(self) -> Iterator[NoteLibrary]:
        yield self.library

    def _renderer(self) -> Keeping:
        self.made += 1
        return self.renderer

    def note(self, title: str, body: str = BODY) -> Note:
        return start_note(self.library, WEEK, title=title, body=body)

    def publish(self, note: Note) -> Note:
        return publish_note(self.library, note, Settings(), NOW)

    def save(self, note: Note) -> None:
        self.ahead.saved(note)
        self.timers.pass_time(AFTER + 1)

    def rendered(self) -> list[tuple[Audience, str, str]]:
        """Of each that was rendered since this was asked last."""
        found = [(view.audience, view.title, view.body) for view in self.renderer.rendered]
        self.renderer.rendered.clear()
        return found


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_was_saved_last_is_rendered_for_each_of_its_readers_once_it_is_quiet(
    desk: Desk,
) -> None:
    note = desk.note("Rope")
    desk.ahead.saved(note)
    desk.timers.pass_time(AFTER - 1)
    desk.ahead.saved(replace(note, title="Ropes"))
    desk.timers.pass_time(AFTER - 1)
    assert desk.rendered() == []
    desk.timers.pass_time(2)
    assert desk.rendered() == [
        (Audience.PUBLIC, "Ropes", "It held."),
        (Audience.TEAM, "Ropes", "It held."),
    ]
    desk.save(note)
    assert ([title for _, title, _ in desk.rendered()], desk.made) == (["Rope", "Rope"], 1)


def test_only_those_get_it_who_may_read_it(desk: Desk) -> None:
    note = desk.note("Rope")
    desk.save(replace(note, audience=Audience.ME))
    assert desk.rendered() == []
    desk.save(replace(note, audience=Audience.TEAM))
    assert [audience for audience, *_ in desk.rendered()] == [Audience.TEAM]


def test_a_link_leads_where_it_would_lead_if_the_note_were_published(desk: Desk) -> None:
    rope = desk.publish(desk.note("Rope"))
    note = desk.note("Knot", "See [[Rope]], [[Knot]] and [[Nothing]].")
    desk.save(note)
    seen = desk.renderer.rendered[0]
    assert seen.body == "See [[Rope]], [[Knot]] and Nothing."
    assert [link.address for link in seen.links] == [
        "../../2026/w48-rope/index.html",
        "../../2026/w48-knot/index.html",
    ]
    assert rope.id != note.id
    desk.rendered()
    desk.save(desk.publish(note))
    assert [title for _, title, _ in desk.rendered()] == ["Rope", "Rope"]


def test_when_a_note_is_published_those_that_link_to_it_are_rendered_anew(desk: Desk) -> None:
    knot = desk.publish(desk.note("Knot", "See [[Rope]]."))
    desk.save(knot)
    assert {body for *_, body in desk.rendered()} == {"See Rope."}
    desk.save(desk.publish(desk.note("Rope")))
    told = desk.rendered()
    assert {title for _, title, _ in told} == {"Rope", "Knot"}
    assert (Audience.PUBLIC, "Knot", "See [[Rope]].") in told


def test_whatever_else_changes_what_is_published_is_followed(desk: Desk) -> None:
    desk.publish(desk.note("Knot", "See [[Rope]]."))
    rope = desk.publish(desk.note("Rope"))
    desk.save(rope)
    desk.rendered()
    desk.library.remove_note(rope.id, NOW)
    desk.ahead.something_changed()
    desk.timers.pass_time(AFTER + 1)
    assert {body for *_, body in desk.rendered()} == {"See Rope."}


def test_many_are_rendered_a_handful_at_a_time(desk: Desk) -> None:
    for number in range(AT_ONCE):
        desk.publish(desk.note(f"Note {number}"))
    desk.ahead.something_changed()
    desk.timers.pass_time(AFTER + BETWEEN)
    assert len(desk.rendered()) == AT_ONCE
    desk.timers.pass_time(BETWEEN)
    assert len(desk.rendered()) == AT_ONCE
    desk.timers.pass_time(AFTER)
    assert desk.rendered() == []


def test_while_somebody_writes_the_rest_waits(desk: Desk) -> None:
    for number in range(AT_ONCE):
        desk.publish(desk.note(f"Note {number}"))
    desk.ahead.something_changed()
    desk.timers.pass_time(AFTER + BETWEEN)
    desk.rendered()
    desk.ahead.something_typed()
    desk.timers.pass_time(AFTER)
    assert desk.rendered() == []
    desk.timers.pass_time(2 * BETWEEN)
    assert len(desk.rendered()) == AT_ONCE


def test_what_is_saved_in_between_comes_first_and_the_rest_is_not_forgotten(desk: Desk) -> None:
    for number in range(AT_ONCE):
        desk.publish(desk.note(f"Note {number}"))
    desk.ahead.something_changed()
    desk.timers.pass_time(AFTER + BETWEEN)
    desk.rendered()
    desk.save(desk.note("Draft"))
    told = [title for _, title, _ in desk.rendered()]
    assert told[:2] == ["Draft", "Draft"]
    assert len(told) == AT_ONCE + 2


def test_a_note_that_is_gone_by_then_stops_nobody(desk: Desk) -> None:
    desk.publish(desk.note("Rope"))
    draft = desk.note("Draft")
    desk.ahead.something_changed()
    desk.ahead.saved(draft)
    desk.library.remove_note(draft.id, NOW)
    desk.timers.pass_time(AFTER + 1)
    assert {title for _, title, _ in desk.rendered()} == {"Rope"}


def test_what_cannot_be_rendered_is_tried_once_and_keeps_nothing_up(desk: Desk) -> None:
    desk.publish(desk.note("Knot", "It fails."))
    desk.publish(desk.note("Rope"))
    desk.ahead.something_changed()
    desk.timers.pass_time(AFTER + 1)
    assert {title for _, title, _ in desk.rendered()} == {"Knot", "Rope"}
    desk.ahead.something_changed()
    desk.timers.pass_time(AFTER + 1)
    assert desk.rendered() == []
