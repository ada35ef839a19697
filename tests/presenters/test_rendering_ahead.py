"""Rendering what was saved before anybody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ManualTimers
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.rendering_ahead import AFTER, RenderingAhead

NOTE = Note(
    id="n", week=Week(2026, 48), title="Rope", body="It held.\n\n::: private\nBarely.\n:::\n"
)


class Desk:
    """A window in which notes are saved."""

    def __init__(self) -> None:
        self.timers = ManualTimers()
        self.rendered: list[NoteView] = []
        self.made = 0
        self.ahead = RenderingAhead(
            self._reading, self._renderer, Settings, ImmediateJobs(), self.timers
        )

    @contextmanager
    def _reading(self) -> Iterator[NoteLibrary]:
        yield FakeLibrary()

    def _renderer(self) -> Desk:
        self.made += 1
        return self

    def render(self, view: NoteView) -> str:
        if "fails" in view.body:
            raise PublishError("It takes too long.")
        self.rendered.append(view)
        return view.body


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_was_saved_last_is_rendered_for_each_of_its_readers_once_it_is_quiet(
    desk: Desk,
) -> None:
    desk.ahead.saved(NOTE)
    desk.ahead.saved(replace(NOTE, title="Ropes"))
    assert desk.rendered == []
    desk.timers.pass_time(AFTER)
    assert [(view.audience, view.title, view.body) for view in desk.rendered] == [
        (Audience.TEAM, "Ropes", "It held."),
        (Audience.PUBLIC, "Ropes", "It held."),
    ]
    desk.ahead.saved(NOTE)
    desk.timers.pass_time(AFTER)
    assert (len(desk.rendered), desk.made) == (4, 1)


def test_what_others_cannot_read_or_has_links_is_not_rendered(desk: Desk) -> None:
    for note in (replace(NOTE, audience=Audience.ME), replace(NOTE, body="See [[Rope]].")):
        desk.ahead.saved(note)
        desk.timers.pass_time(AFTER)
    assert desk.rendered == []
    desk.ahead.saved(replace(NOTE, audience=Audience.TEAM))
    desk.timers.pass_time(AFTER)
    assert [view.audience for view in desk.rendered] == [Audience.TEAM]


def test_what_cannot_be_rendered_is_nobodys_worry_here(desk: Desk) -> None:
    desk.ahead.saved(replace(NOTE, body="It fails."))
    desk.timers.pass_time(AFTER)
    desk.ahead.saved(NOTE)
    desk.timers.pass_time(AFTER)
    assert len(desk.rendered) == 2
