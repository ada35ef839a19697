"""A note goes to another week once the writer knows what that means, and comes back at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateWriter, ManualTimers
from tests.presenters.test_archive import Said
from weeknotes_desktop.domain.errors import DiskFullError, ReadOnlyError, WeekNotesError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import Keeping, Typed
from weeknotes_desktop.presenters.moving_note import MovingNote
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

FRIDAY = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)
HERE, THERE = Week(2021, 9), Week(2021, 7)


class Desk:
    def __init__(self, read_only: WeekNotesError | None = None) -> None:
        self.library = FakeLibrary()
        writer = ImmediateWriter(self.library)
        self.said = Said()
        self.keeping = Keeping(
            lambda: Typed("Boats", ""), writer, ManualTimers(), lambda: FRIDAY, Settings
        )
        self.note = start_note(self.library, HERE, title="Boats")
        self.moved: list[Week] = []
        self.moving = MovingNote(
            keeping=self.keeping,
            desk=self,
            writer=writer,
            notices=self.said,
            clock=lambda: FRIDAY,
            pattern=LabelPattern,
            days=lambda week: f"the days of {week}",
            read_only=read_only,
        )
        self.moving.moved.connect(lambda note: self.moved.append(note.week))

    def set_week(self, week: Week) -> None:
        self.keeping.change(week=week)

    @property
    def notice(self) -> Notice:
        return self.said.notices[-1]

    @property
    def week(self) -> Week:
        return self.library.note(self.note.id).week

    def press(self) -> None:
        assert self.notice.act is not None
        self.notice.act()


def test_nothing_moves_before_the_writer_says_so() -> None:
    desk = Desk()
    desk.moving.ask(desk.note.id, THERE)
    assert desk.notice.text == "Move “Boats” to the days of 2021-W07?"
    assert (desk.notice.action, desk.notice.other) == ("Move", "Keep it")
    assert (desk.week, desk.moved) == (HERE, [])


@pytest.mark.parametrize("is_open", [True, False])
def test_it_moves_and_undo_brings_it_back(is_open: bool) -> None:
    desk = Desk()
    if is_open:
        desk.keeping.begin(desk.note)
    desk.moving.ask(desk.note.id, THERE)
    desk.press()
    assert desk.week == THERE
    assert desk.notice.text == "“Boats” is in the days of 2021-W07 now."
    desk.press()
    assert desk.week == HERE
    assert desk.moved == ([] if is_open else [THERE, HERE])


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("", "Its label becomes “Weeknote 7.2021”."),
        ("v10.9", "Its label stays “v10.9”."),
    ],
)
def test_what_becomes_of_its_label_is_said(label: str, said: str) -> None:
    desk = Desk()
    save_note(desk.library, replace(desk.note, label=label), LabelPattern(), FRIDAY)
    desk.moving.ask(desk.note.id, THERE)
    assert desk.notice.remedy == said
    desk.press()
    assert desk.library.note(desk.note.id).label == label


@pytest.mark.parametrize("week", [HERE, THERE])
def test_that_goals_stay_is_said_where_there_are_any(week: Week) -> None:
    desk = Desk()
    goal = add_goal(desk.library, week, "Lend one book", FRIDAY)
    desk.moving.ask(desk.note.id, THERE)
    assert "Goals stay in their weeks" in desk.notice.remedy
    desk.press()
    assert desk.library.goal(goal.id).week == week


def test_a_published_note_keeps_its_label() -> None:
    desk = Desk()
    publish_note(desk.library, desk.note, Settings(), FRIDAY)
    desk.moving.ask(desk.note.id, THERE)
    assert desk.notice.remedy == "Its label stays “Weeknote 9.2021”."


def test_to_its_own_week_it_need_not_move() -> None:
    desk = Desk()
    desk.moving.ask(desk.note.id, HERE)
    assert desk.said.notices == []


def test_what_was_typed_and_not_saved_goes_on_with_it() -> None:
    desk = Desk()
    typed = Draft(
        note_id=desk.note.id, base_rev=desk.note.rev, title="Boats", body="Mud", written_at=FRIDAY
    )
    desk.library.keep_draft(typed)
    desk.moving.ask(desk.note.id, THERE)
    desk.press()
    moved: Note = desk.library.note(desk.note.id)
    assert desk.library.draft(desk.note.id) == replace(typed, base_rev=moved.rev)
    assert len(desk.library.drafts()) == 1


def test_where_nothing_can_be_changed_nothing_is_asked() -> None:
    desk = Desk(ReadOnlyError("It can only be read."))
    desk.moving.ask(desk.note.id, THERE)
    assert desk.notice.text == "It can only be read."
    assert desk.notice.action == ""


def test_what_the_disk_refuses_is_said_and_nothing_moved() -> None:
    desk = Desk()
    desk.moving.ask(desk.note.id, THERE)
    desk.library.refuses = DiskFullError("The disk is full.")
    desk.press()
    assert "The disk is full." in [notice.text for notice in desk.said.notices]
    assert "is in" not in desk.notice.text
    assert (desk.week, desk.moved) == (HERE, [])
