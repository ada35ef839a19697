"""The history shows what a note said, and brings it back without losing what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers
from weeknotes_desktop.domain.comparison import Change
from weeknotes_desktop.domain.errors import DiskFullError, WeekNotesError
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.history import HistoryPresenter
from weeknotes_desktop.presenters.history_state import (
    NOW,
    SAVED,
    DayRow,
    HistoryState,
    NowRow,
    SavedRow,
    VersionRow,
)
from weeknotes_desktop.presenters.keeping import Typed
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.use_cases.start_note import start_note

T = TypeVar("T")
FRIDAY = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)


class Wall:
    """A history window that remembers how it looks."""

    def __init__(self) -> None:
        self.state = HistoryState()
        self.up = False

    def draw(self, state: HistoryState) -> None:
        self.state = state

    def come(self) -> None:
        self.up = True

    def go(self) -> None:
        self.up = False


class LateJobs(ImmediateJobs):
    """Jobs that are done when a test says so."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self.late = False

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        immediately = super().run
        if self.late:
            self._waiting.append(lambda: immediately(work, done, failed))
        else:
            immediately(work, done, failed)

    def catch_up(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()


class LateWriter(ImmediateWriter):
    """A writer that may be stopped: what is asked then is never answered."""

    stopped = False

    def do(
        self,
        act: Callable[[NoteLibrary], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        if not self.stopped:
            super().do(act, done, failed)


class Desk:
    """An editor with one note in it, and the history beside it."""

    def __init__(self, *, may_write: bool = True) -> None:
        self.library = FakeLibrary()
        self.note: Note | None = start_note(self.library, Week(2021, 9))
        self.text = Typed("Mud", "We dug and planted.")
        self.said: list[Notice] = []
        self.wall = Wall()
        self.jobs = LateJobs()
        self.writer = LateWriter(self.library)
        self.timers = ManualTimers()
        self.history = HistoryPresenter(
            view=self.wall,
            page=self,
            current=self.current,
            label=lambda note: f"Weeknote {note.week.number}",
            writer=self.writer,
            jobs=self.jobs,
            timers=self.timers,
            notices=self,
            clock=lambda: FRIDAY,
            may_write=may_write,
        )

    def current(self) -> Note | None:
        typed = self.text
        return replace(self.note, title=typed.title, body=typed.body) if self.note else None

    def typed(self) -> Typed:
        return self.text

    def replace_text(self, typed: Typed) -> None:
        self.text = typed
        self.history.something_typed()

    def type(self, body: str) -> None:
        self.replace_text(Typed(self.text.title, body))

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        self.said[:] = [said for said in self.said if said is not notice]

    def keep(self, ident: str, body: str, ago: timedelta, *, whole: bool = True) -> None:
        assert self.note is not None
        self.library.keep_version(
            Version(
                id=ident,
                note_id=self.note.id,
                written_at=FRIDAY - ago,
                occasion=Occasion.PAUSE,
                title="Mud",
                body=body,
                whole=whole,
            )
        )

    def bodies(self) -> list[str]:
        assert self.note is not None
        lines = self.library.versions(self.note.id)
        return [self.library.version(line.id).body for line in lines]


def test_the_versions_stand_by_day_newest_first_and_the_text_of_now_on_top() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.keep("b", "We dug and", timedelta(hours=1))
    desk.history.open()
    rows = desk.wall.state.rows
    assert [type(row) for row in rows] == [NowRow, DayRow, VersionRow, DayRow, VersionRow]
    assert [row.ago for row in rows if isinstance(row, DayRow)] == [0, 1]
    assert [row.line.id for row in rows if isinstance(row, VersionRow)] == ["b", "a"]
    assert desk.wall.up


def test_a_version_is_compared_with_what_stands_in_the_editor() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.history.choose("a")
    compared = desk.wall.state.compared
    assert compared is not None
    new = [piece.text for piece in compared.body if piece.change is Change.NEW]
    assert new == [" and planted"]
    assert (compared.came, compared.gone) == (2, 0)
    desk.history.show_alone(True)
    assert desk.wall.state.compared is not None
    assert [piece.text for piece in desk.wall.state.compared.body] == ["We dug."]


def test_a_comparison_that_comes_late_is_never_shown_as_that_of_another_text() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.jobs.late = True
    desk.history.open()
    desk.writer.stopped = True
    desk.history.choose("a")
    desk.jobs.catch_up()
    assert (desk.wall.state.chosen, desk.wall.state.compared) == ("a", None)


def test_without_versions_one_line_says_what_will_stand_here() -> None:
    desk = Desk()
    desk.history.open()
    assert desk.wall.state.hint
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.refresh()
    assert not desk.wall.state.hint


def test_bringing_a_text_back_keeps_the_one_that_goes_and_can_be_undone() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.history.choose("a")
    desk.history.bring_back()
    assert desk.text == Typed("Mud", "We dug.")
    assert desk.bodies() == ["We dug and planted.", "We dug."]
    (notice,) = desk.said
    assert notice.act is not None
    notice.act()
    assert desk.text == Typed("Mud", "We dug and planted.")


def brought_back(desk: Desk) -> Notice:
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.history.choose("a")
    desk.history.bring_back()
    return desk.said[-1]


def test_taking_a_text_back_keeps_what_was_written_since() -> None:
    desk = Desk()
    notice = brought_back(desk)
    desk.text = Typed("Mud", "We dug. It rained.")
    assert notice.act is not None
    notice.act()
    assert desk.text == Typed("Mud", "We dug and planted.")
    assert desk.bodies()[0] == "We dug. It rained."


@pytest.mark.parametrize("body", ["We dug. It rained.", "We dug and planted."])
def test_the_way_back_is_offered_no_longer_once_the_text_is_changed_or_undone(body: str) -> None:
    desk = Desk()
    notice = brought_back(desk)
    assert desk.said == [notice]
    desk.type(body)
    desk.type("We dug.")
    assert desk.said == []


def test_a_comparison_follows_what_is_typed_once_the_writer_pauses() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.history.choose("a")
    for body in ("We dug and", "We dug and planted and sang."):
        desk.type(body)
        desk.timers.pass_time(0.3)
        # What was compared stays on show, and its buttons with it.
        assert desk.wall.state.compared is not None
        assert desk.wall.state.compared.came == 2
    desk.timers.pass_time(1)
    assert desk.wall.state.compared is not None
    assert desk.wall.state.compared.came == 4
    desk.history.choose(NOW)
    desk.type("Nothing.")
    desk.timers.pass_time(1)
    assert desk.wall.state.compared is not None
    assert [piece.text for piece in desk.wall.state.compared.body] == ["Nothing."]


def test_a_save_takes_no_button_away_under_the_keyboard() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.history.choose("a")
    desk.jobs.late = True
    desk.history.refresh()
    assert desk.wall.state.compared is not None
    other = start_note(desk.library, Week(2021, 9))
    desk.history.choose(NOW)
    desk.jobs.catch_up()
    desk.note = other
    desk.history.refresh()
    assert desk.wall.state.compared is None


def test_where_nothing_can_be_changed_a_text_is_only_looked_at() -> None:
    desk = Desk(may_write=False)
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.history.choose("a")
    assert desk.wall.state.compared is not None
    assert not desk.wall.state.may_write
    desk.history.bring_back()
    assert desk.text.body == "We dug and planted."


def test_undo_touches_no_other_note() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.history.choose("a")
    desk.history.bring_back()
    desk.note = start_note(desk.library, Week(2021, 8))
    desk.text = Typed("", "Another.")
    assert desk.said[0].act is not None
    desk.said[0].act()
    assert desk.text == Typed("", "Another.")


def test_a_full_disk_brings_the_text_back_all_the_same_and_says_what_it_could_not_keep() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.history.choose("a")
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.history.bring_back()
    assert desk.text.body == "We dug."
    assert desk.said[0].text == "The disk is full."
    assert desk.said[-1].action == "Undo"


def test_it_follows_the_open_note_while_it_is_shown() -> None:
    desk = Desk()
    desk.keep("a", "We dug.", timedelta(days=1))
    desk.history.open()
    desk.note = start_note(desk.library, Week(2021, 8))
    desk.history.refresh()
    assert [type(row) for row in desk.wall.state.rows] == [NowRow]
    assert desk.wall.state.label == "Weeknote 8"
    desk.note = None
    desk.history.refresh()
    assert desk.wall.state.rows == ()
    desk.history.closed()
    desk.note = start_note(desk.library, Week(2021, 7))
    desk.history.refresh()
    assert desk.wall.state.label == ""


def test_a_version_that_was_damaged_says_so() -> None:
    desk = Desk()
    desk.keep("a", "We d", timedelta(days=1), whole=False)
    desk.history.open()
    desk.history.choose("a")
    assert "damaged" in desk.wall.state.remark


def rescue(desk: Desk) -> None:
    assert desk.note is not None
    saved = replace(desk.note, title="Mud", body="We dug.", saved_at=FRIDAY - timedelta(minutes=8))
    draft = Draft(note_id=saved.id, base_rev=1, title="Mud", body=desk.text.body, written_at=FRIDAY)
    desk.history.open_rescue(saved, draft)


def test_after_a_crash_both_texts_are_shown_and_the_typed_one_stands_in_the_editor() -> None:
    desk = Desk()
    rescue(desk)
    assert desk.wall.up
    assert (desk.wall.state.rescue, desk.wall.state.chosen) == (True, SAVED)
    assert [type(row) for row in desk.wall.state.rows[:2]] == [NowRow, SavedRow]
    assert desk.text.body == "We dug and planted."
    assert desk.bodies() == ["We dug."]


def test_keeping_what_was_typed_changes_nothing() -> None:
    desk = Desk()
    rescue(desk)
    desk.history.keep_typed()
    assert not desk.wall.up
    assert desk.text.body == "We dug and planted."


def test_going_back_to_the_saved_text_keeps_what_was_typed_as_a_version() -> None:
    desk = Desk()
    rescue(desk)
    desk.history.bring_back()
    assert desk.text.body == "We dug."
    assert desk.note is not None
    newest = desk.library.versions(desk.note.id)[0]
    assert newest.occasion is Occasion.UNSAVED
    assert desk.library.version(newest.id).body == "We dug and planted."


def test_closing_the_window_keeps_what_was_typed() -> None:
    desk = Desk()
    rescue(desk)
    desk.history.closed()
    assert desk.text.body == "We dug and planted."
    desk.history.open()
    assert (desk.wall.state.rescue, desk.wall.state.chosen) == (False, NOW)
