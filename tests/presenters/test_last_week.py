"""The note of the week before is found, rendered for the writer, and put away again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter
from weeknotes_desktop.domain.errors import PublishError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.last_week import LastWeekPresenter, LastWeekState
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
PATTERN = LabelPattern()


class Desk:
    """A library with some notes, and the window of the earlier one."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.state = LastWeekState()
        self.shown = False
        self.open: Note | None = None
        self.refuses = False
        self.presenter = LastWeekPresenter(
            view=self,
            current=lambda: self.open,
            weeks=lambda: self.library.written_weeks(),
            writer=ImmediateWriter(self.library),
            jobs=ImmediateJobs(),
            settings=Settings,
            render=self.render,
            plain=lambda view: f"plain {view.body}",
        )

    def draw(self, state: LastWeekState) -> None:
        self.state = state

    def come(self) -> None:
        self.shown = True

    def go(self) -> None:
        self.shown = False
        self.presenter.closed()

    def render(self, view: NoteView) -> str:
        if self.refuses:
            raise PublishError("It takes too long.")
        return f"<p>{view.body}</p>"

    def add(self, week: int, body: str) -> Note:
        note = start_note(self.library, Week(2021, week))
        return save_note(self.library, replace(note, body=body, title=f"T{week}"), PATTERN, NOW)


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.add(5, "five")
    desk.add(8, "eight")
    desk.open = desk.add(9, "nine")
    desk.add(10, "ten")
    return desk


def test_it_is_the_newest_of_an_earlier_week(desk: Desk) -> None:
    desk.presenter.turn()
    assert desk.shown
    assert (desk.state.title, desk.state.body, desk.state.weeks_before) == ("T8", "<p>eight</p>", 1)


def test_weeks_without_a_note_are_passed_over(desk: Desk) -> None:
    desk.open = desk.library.note(next(n.id for n in desk.library.summaries() if n.title == "T8"))
    desk.presenter.turn()
    assert (desk.state.title, desk.state.weeks_before) == ("T5", 3)


def test_it_follows_the_note_that_is_open(desk: Desk) -> None:
    desk.presenter.turn()
    desk.open = desk.library.note(next(n.id for n in desk.library.summaries() if n.title == "T10"))
    desk.presenter.refresh()
    assert desk.state.title == "T9"


def test_the_first_note_has_none_before_it(desk: Desk) -> None:
    desk.open = desk.library.note(next(n.id for n in desk.library.summaries() if n.title == "T5"))
    desk.presenter.turn()
    assert desk.state.hint == "There is no earlier note."


def test_the_same_key_puts_it_away(desk: Desk) -> None:
    desk.presenter.turn()
    desk.presenter.turn()
    assert not desk.shown
    desk.state = LastWeekState()
    desk.presenter.refresh()
    assert desk.state == LastWeekState()


def test_what_cannot_be_rendered_is_shown_as_text(desk: Desk) -> None:
    desk.refuses = True
    desk.presenter.turn()
    assert desk.state.body == "plain eight"
