"""A failure nobody foresaw: the text first, then the writer, and not twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.errors import DiskFullError, WeekNotesError
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.crash import CrashPresenter, CrashState
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.use_cases.start_note import start_note

NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)


class Slow(ImmediateWriter):
    """A writer whose drafts are on the disk, or refused, only when a test says so."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self.waiting: list[tuple[Callable[[], None], Callable[[WeekNotesError], None]]] = []

    def keep_draft(
        self, draft: Draft, done: Callable[[], None], failed: Callable[[WeekNotesError], None]
    ) -> None:
        self.waiting.append((lambda: super(Slow, self).keep_draft(draft, done, failed), failed))


class Scene:
    """A window in which something was typed."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.writer = Slow(self.library)
        self.timers = ManualTimers()
        self.typed = Typed("", "Old")
        self.note = start_note(self.library, Week(2021, 9), body="Old")
        self.keeping = Keeping(lambda: self.typed, self.writer, self.timers, lambda: NOW, Settings)
        self.keeping.begin(self.note)
        self.shown: list[CrashState] = []
        self.logged: list[Sequence[str]] = []
        self.rescued: list[Note] = []
        self.crash = CrashPresenter(
            self.shown.append,
            self.keeping,
            self.timers,
            self.logged.append,
            lambda: "WeekNotes",
            self.rescued.append,
        )

    def type(self, body: str) -> None:
        self.typed = Typed("", body)
        self.keeping.typed_something()


@pytest.fixture
def scene() -> Scene:
    return Scene()


def fail(depth: int = 0) -> Exception:
    """A failure that somebody caught."""
    try:
        if depth:
            raise fail(depth - 1)
        raise ValueError("Zebra")
    except ValueError as error:
        return error


def test_nothing_is_said_before_the_text_is_on_the_disk(scene: Scene) -> None:
    scene.type("Typed")
    scene.crash.happened(fail())
    assert not scene.shown
    (answer, _) = scene.writer.waiting[0]
    answer()
    draft = scene.library.draft(scene.note.id)
    assert draft is not None
    assert draft.body == "Typed"
    assert [state.problem for state in scene.shown] == [""]


def test_a_text_that_does_not_get_to_the_disk_is_said_and_can_be_rescued(scene: Scene) -> None:
    scene.type("Typed")
    scene.crash.happened(fail())
    (_, refuse) = scene.writer.waiting[0]
    refuse(DiskFullError("The disk is full."))
    assert scene.shown[-1].problem == "The disk is full."
    scene.crash.rescue()
    assert [note.body for note in scene.rescued] == ["Typed"]


def test_a_disk_that_does_not_answer_is_not_waited_for_for_ever(scene: Scene) -> None:
    scene.type("Typed")
    scene.crash.happened(fail())
    scene.timers.pass_time(3)
    assert [bool(state.problem) for state in scene.shown] == [True]
    (answer, _) = scene.writer.waiting[0]
    answer()
    assert [bool(state.problem) for state in scene.shown] == [True, False]


def test_where_all_is_saved_the_text_is_safe_at_once(scene: Scene) -> None:
    scene.crash.happened(fail())
    assert [state.problem for state in scene.shown] == [""]


def test_what_keeps_the_text_may_itself_be_what_is_broken(scene: Scene) -> None:
    scene.type("Typed")
    del scene.typed
    scene.crash.happened(fail())
    assert scene.shown[-1].problem == "What keeps it is broken."
    assert len(scene.logged) == 2


def test_the_same_fault_is_shown_once_a_minute_and_logged_each_time(scene: Scene) -> None:
    error = fail()
    scene.crash.happened(error)
    scene.timers.pass_time(59)
    scene.crash.happened(error)
    assert (len(scene.shown), len(scene.logged)) == (1, 2)
    scene.timers.pass_time(2)
    scene.crash.happened(error)
    assert len(scene.shown) == 2


def test_another_fault_is_shown_too(scene: Scene) -> None:
    scene.crash.happened(fail())
    scene.crash.happened(TypeError())
    assert len(scene.shown) == 2


def test_the_report_holds_no_message(scene: Scene) -> None:
    scene.crash.happened(fail(3))
    assert "ValueError" in scene.shown[0].report
    assert "Zebra" not in scene.shown[0].report
