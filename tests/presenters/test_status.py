from __future__ import annotations

from tests.fakes import ImmediateJobs, ManualTimers
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.usual_length import Band
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Kept, Safety
from weeknotes_desktop.presenters.status import StatusPresenter, StatusState

NOTE = Note(id="a", week=Week(2021, 9), body="One *two* three")


class Bar:
    def __init__(self) -> None:
        self.state = StatusState()

    def draw(self, state: StatusState) -> None:
        self.state = state


class Desk:
    def __init__(self) -> None:
        self.bar = Bar()
        self.note: Note | None = NOTE
        self.timers = ManualTimers()
        self.status = StatusPresenter(self.bar, ImmediateJobs(), self.timers, lambda: self.note)


def test_words_are_counted_when_a_note_is_opened() -> None:
    desk = Desk()
    desk.status.say_kept(Kept(Safety.SAVED))
    desk.status.another_note()
    assert (desk.bar.state.words, desk.bar.state.minutes) == (3, 1)
    assert desk.bar.state.kept == Kept(Safety.SAVED)


def test_words_are_counted_again_after_a_pause_in_typing() -> None:
    desk = Desk()
    desk.status.something_typed()
    assert desk.bar.state.words == 0
    desk.timers.pass_time(1)
    assert desk.bar.state.words == 3


def test_an_empty_editor_has_nothing_to_say() -> None:
    desk = Desk()
    desk.status.say_kept(Kept(Safety.SAVED))
    desk.note = None
    desk.status.another_note()
    assert (desk.bar.state.kept, desk.bar.state.words) == (None, 0)


def test_the_usual_length_is_said_once_somebody_knows_it() -> None:
    desk = Desk()
    desk.status.another_note()
    before = desk.bar.state
    desk.status.know_usual(lambda: Band(350, 600))
    assert (before.usual, desk.bar.state.usual) == (None, Band(350, 600))
    assert desk.bar.state.words == 3
