"""The preview shows the newest text, and knows where in the text it comes from."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import ImmediateJobs, ManualTimers
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.preview import RENDER_AFTER, PreviewPresenter, PreviewState

VIEW = NoteView(audience=Audience.PUBLIC, week=Week(2021, 9), label="9.2021", title="Mud", body="")


class Desk:
    """A preview of a text that a test types."""

    def __init__(self) -> None:
        self.text = "One"
        self.refuses = False
        self.drawn: list[PreviewState] = []
        self.timers = ManualTimers()
        self.preview = PreviewPresenter(
            self,
            ImmediateJobs(),
            self.timers,
            render=self.render,
            look=lambda: lambda reader: replace(VIEW, audience=reader, body=self.text),
            plain=lambda view: f"<p>{view.body}</p>",
            text=lambda: self.text,
            lines=lambda text, body: (len(text), len(body)),
        )

    def draw(self, state: PreviewState) -> None:
        self.drawn.append(state)

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


def test_nothing_is_rendered_that_nobody_sees() -> None:
    desk = Desk()
    desk.preview.something_changed()
    desk.timers.pass_time(1)
    assert desk.drawn == []
