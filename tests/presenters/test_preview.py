"""The preview shows the newest text, and knows where in the text it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from tests.fakes import ImmediateJobs, ManualTimers
from weeknotes_desktop.domain.errors import DiskFullError, PublishError, WeekNotesError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.preview import (
    EMPTY_AFTER,
    RENDER_AFTER,
    RENDER_AT_LATEST,
    PreviewPresenter,
    PreviewState,
)

T = TypeVar("T")
VIEW = NoteView(audience=Audience.PUBLIC, week=Week(2021, 9), label="9.2021", title="Mud", body="")


class LaterJobs(ImmediateJobs):
    """Jobs that end when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        run = super().run
        self.waiting.append(lambda: run(work, done, failed))

    def end_one(self) -> None:
        self.waiting.pop(0)()


class Desk:
    """A preview of a text that a test types."""

    def __init__(self, jobs: ImmediateJobs | None = None) -> None:
        self.text = "One"
        self.refuses = False
        self.gone = False
        self.drawn: list[PreviewState] = []
        self.timers = ManualTimers()
        self.preview = PreviewPresenter(
            self,
            jobs or ImmediateJobs(),
            self.timers,
            render=self.render,
            look=lambda: self.cut,
            plain=lambda view: f"<p>{view.body}</p>",
            text=lambda: self.text,
            lines=lambda text, body: (len(text), len(body)),
        )

    def draw(self, state: PreviewState) -> None:
        self.drawn.append(state)

    def cut(self, reader: Audience) -> NoteView:
        if self.gone:
            raise DiskFullError("The disk is full.")
        secret = "" if reader is Audience.PUBLIC else " secret"
        return replace(VIEW, audience=reader, body=self.text + secret)

    def render(self, view: NoteView) -> str:
        if self.refuses:
            raise PublishError("It takes too long.")
        return f"<b>{view.body}</b>"


def test_a_page_knows_the_lines_of_the_text_it_was_made_from() -> None:
    desk = Desk()
    desk.text = "One\n\nTwo"
    desk.preview.watch(True)
    state = desk.preview.state
    assert state.body == "<b>One\n\nTwo</b>"
    assert (state.lines, state.last_line) == ((8, len(state.body)), 3)


def test_text_that_cannot_be_rendered_has_no_lines() -> None:
    desk = Desk()
    desk.refuses = True
    desk.preview.watch(True)
    assert desk.preview.state.body == "<p>One</p>"
    assert desk.preview.state.lines == ()
    assert "as it is written" in desk.preview.state.problem


def test_keys_are_rendered_together_after_a_pause() -> None:
    desk = Desk()
    desk.preview.watch(True)
    before = len(desk.drawn)
    for text in ("Tw", "Two"):
        desk.text = text
        desk.preview.something_changed()
    assert len(desk.drawn) == before
    desk.timers.pass_time(RENDER_AFTER)
    assert [state.body for state in desk.drawn[before:]] == ["<b>Two</b>"]


def test_who_types_on_is_rendered_at_the_latest_after_a_while() -> None:
    desk = Desk()
    desk.preview.watch(True)
    before = len(desk.drawn)
    passed = 0.0
    while passed < RENDER_AT_LATEST - RENDER_AFTER:
        desk.text += "o"
        desk.preview.something_changed()
        desk.timers.pass_time(RENDER_AFTER / 2)
        passed += RENDER_AFTER / 2
    assert len(desk.drawn) == before
    while passed < RENDER_AT_LATEST:
        desk.preview.something_changed()
        desk.timers.pass_time(RENDER_AFTER / 2)
        passed += RENDER_AFTER / 2
    assert [state.body for state in desk.drawn[before:]] == [f"<b>{desk.text}</b>"]


def test_what_is_typed_while_a_page_is_made_waits_for_its_own_pause() -> None:
    jobs = LaterJobs()
    desk = Desk(jobs)
    desk.preview.watch(True)
    desk.preview.something_changed()
    before = len(desk.drawn)
    jobs.end_one()
    assert len(desk.drawn) == before + 1
    desk.text = "Two"
    assert not jobs.waiting
    desk.timers.pass_time(RENDER_AFTER)
    jobs.end_one()
    assert desk.preview.state.body == "<b>Two</b>"


def test_nothing_is_rendered_that_nobody_sees() -> None:
    desk = Desk()
    desk.preview.something_changed()
    desk.timers.pass_time(1)
    assert desk.drawn == []


def test_under_the_name_of_an_audience_nothing_stands_that_another_one_reads() -> None:
    jobs = LaterJobs()
    desk = Desk(jobs)
    desk.preview.set_audience(Audience.ME)
    desk.preview.watch(True)
    jobs.end_one()
    assert desk.preview.state.body == "<b>One secret</b>"
    desk.preview.set_audience(Audience.PUBLIC)
    assert desk.preview.state.audience is Audience.ME
    desk.timers.pass_time(EMPTY_AFTER)
    assert desk.preview.state == PreviewState(audience=Audience.PUBLIC)
    jobs.end_one()
    assert desk.preview.state.body == "<b>One</b>"
    assert all(
        "secret" not in state.body for state in desk.drawn if state.audience is Audience.PUBLIC
    )


def test_a_page_that_nobody_sees_is_not_kept_for_another_audience() -> None:
    desk = Desk()
    desk.preview.set_audience(Audience.ME)
    desk.preview.watch(True)
    desk.preview.watch(False)
    desk.preview.set_audience(Audience.PUBLIC)
    assert desk.drawn[-1] == PreviewState(audience=Audience.PUBLIC)


def test_the_same_audience_once_more_takes_nothing_away() -> None:
    jobs = LaterJobs()
    desk = Desk(jobs)
    desk.preview.watch(True)
    jobs.end_one()
    desk.preview.set_audience(Audience.PUBLIC)
    assert desk.preview.state.body == "<b>One</b>"


def test_what_was_typed_while_a_page_was_refused_is_rendered() -> None:
    jobs = LaterJobs()
    desk = Desk(jobs)
    desk.gone = True
    desk.preview.watch(True)
    desk.preview.something_changed()
    desk.timers.pass_time(RENDER_AFTER)
    jobs.end_one()
    assert desk.preview.state.problem == "The disk is full."
    desk.gone, desk.text = False, "Two"
    jobs.end_one()
    assert (desk.preview.state.body, desk.preview.state.problem) == ("<b>Two</b>", "")


def test_a_page_that_was_refused_says_nothing_under_the_name_of_another_audience() -> None:
    jobs = LaterJobs()
    desk = Desk(jobs)
    desk.gone = True
    desk.preview.watch(True)
    desk.preview.set_audience(Audience.ME)
    desk.gone = False
    jobs.end_one()
    jobs.end_one()
    assert desk.preview.state.body == "<b>One secret</b>"
    assert jobs.waiting == []
