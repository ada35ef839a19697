"""Replacing in all notes: every place is seen first, and all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes import FakeLibrary, ImmediateJobs, ImmediateWriter, ManualTimers
from tests.plain_patterns import PlainPatterns
from weeknotes_desktop.domain.finding import Search
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.keeping import SAVE_AFTER, Keeping, Typed
from weeknotes_desktop.presenters.looking_everywhere import MOST_PLACES
from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.presenters.replacing import LOOK_AFTER, ReplacingPresenter
from weeknotes_desktop.presenters.replacing_state import (
    NoteHeading,
    PlaceKey,
    PlaceLine,
    ReplacingState,
    Ticks,
)
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
PATTERN = LabelPattern()


class Desk:
    """Three notes: one open, one a draft, one published; and the window over them."""

    def __init__(self) -> None:
        self.library = FakeLibrary()
        self.timers = ManualTimers()
        self.said: list[Notice] = []
        self.withdrawn: list[str] = []
        self.state = ReplacingState()
        self.written = self._note("Published", "Our week was a week.", WEEK.plus(-2))
        self.written = publish_note(self.library, self.written, Settings(), NOW)
        self.draft = self._note("Draft", "No week like it.", WEEK.plus(-1))
        self.here = self._note("Here", "This week, that week.", WEEK)
        self.typed = Typed(self.here.title, self.here.body)
        self.replaced_texts: list[str] = []
        writer = ImmediateWriter(self.library)
        self.keeping = Keeping(lambda: self.typed, writer, self.timers, lambda: NOW, Settings)
        self.keeping.begin(self.here)
        self.replacing = ReplacingPresenter(
            view=self,
            page=self._page(),
            keeping=self.keeping,
            patterns=PlainPatterns,
            writer=writer,
            jobs=ImmediateJobs(),
            timers=self.timers,
            notices=self,
            pattern=lambda: PATTERN,
            clock=lambda: NOW,
        )
        self.replacing.open()

    def draw(self, state: ReplacingState) -> None:
        self.state = state

    def come(self) -> None:
        pass

    def show(self, notice: Notice) -> None:
        self.said.append(notice)

    def withdraw(self, notice: Notice) -> None:
        if notice.action:
            self.withdrawn.append(notice.text)

    def look_for(self, words: str, other: str = "month", **how: bool) -> None:
        self.replacing.look_for(Search(words, **how))
        self.replacing.put_words(other)
        self.timers.pass_time(LOOK_AFTER)

    def type(self, body: str) -> None:
        self.typed = Typed(self.typed.title, body)
        self.keeping.typed_something()

    def undo(self) -> None:
        act = self.said[-1].act
        assert act is not None
        act()

    def bodies(self) -> list[str]:
        """What the notes say, the open one as it stands in the window."""
        others = (self.library.note(note.id).body for note in (self.written, self.draft))
        return [*others, self.typed.body]

    def headings(self) -> list[tuple[str, int, Ticks]]:
        rows = (row for row in self.state.rows if isinstance(row, NoteHeading))
        return [(row.title, row.places, row.ticks) for row in rows]

    def lines(self) -> list[PlaceLine]:
        return [row for row in self.state.rows if isinstance(row, PlaceLine)]

    def _note(self, title: str, body: str, week: Week) -> Note:
        return start_note(self.library, week, title=title, body=body)

    def _page(self) -> Page:
        return Page(self)


class Page:
    """Where the open note is typed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def typed(self) -> Typed:
        return self._desk.typed

    def replace_text(self, typed: Typed) -> None:
        self._desk.replaced_texts.append(typed.body)
        self._desk.type(typed.body)


@pytest.fixture
def desk() -> Desk:
    return Desk()


STOOD = ["Our week was a week.", "No week like it.", "This week, that week."]


def test_every_place_is_listed_and_published_notes_are_not_ticked(desk: Desk) -> None:
    desk.look_for("week")
    assert desk.headings() == [
        ("Here", 2, Ticks.ALL),
        ("Draft", 1, Ticks.ALL),
        ("Published", 2, Ticks.NONE),
    ]
    assert (desk.state.found, desk.state.ticked, desk.state.notes) == (5, 3, 2)
    first = desk.lines()[0]
    assert (first.lead, first.goes, first.comes, first.tail) == (
        "This ",
        "week",
        "month",
        ", that week.",
    )


def test_only_what_is_ticked_is_replaced_and_undo_takes_all_of_it_back(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.replace()
    assert desk.bodies() == [STOOD[0], "No month like it.", "This month, that month."]
    assert desk.said[-1].text == "Replaced in 3 places, in 2 notes."
    desk.undo()
    assert desk.bodies() == STOOD
    assert desk.said[-1].text == "Everything says again what it said before."
    desk.timers.pass_time(SAVE_AFTER)
    assert desk.library.note(desk.here.id).body == STOOD[2]


def test_the_window_says_what_was_replaced_and_takes_it_back(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.replace()
    assert desk.said[-1].lasting
    assert (desk.state.result, desk.state.may_undo) == ("Replaced in 3 places, in 2 notes.", True)
    desk.look_for("no such words")
    assert desk.state.may_undo
    desk.replacing.back.take_back()
    assert desk.bodies() == STOOD
    assert desk.withdrawn == ["Replaced in 3 places, in 2 notes."]
    back = "Everything says again what it said before."
    assert (desk.state.result, desk.state.may_undo) == (back, False)
    desk.replacing.back.take_back()
    assert desk.bodies() == STOOD


def test_what_the_notice_took_back_is_not_offered_in_the_window_any_more(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.replace()
    desk.undo()
    assert not desk.state.may_undo
    said = len(desk.said)
    desk.replacing.back.take_back()
    assert (desk.bodies(), len(desk.said)) == (STOOD, said)


def test_nothing_is_written_before_it_is_asked_for(desk: Desk) -> None:
    desk.look_for("week")
    assert desk.bodies() == STOOD
    assert desk.replaced_texts == []


def test_the_open_note_is_changed_where_it_is_typed_and_is_on_disk_at_once(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.replace()
    assert desk.replaced_texts == ["This month, that month."]
    assert desk.library.note(desk.here.id).body == "This month, that month."


def test_each_note_keeps_what_it_said(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.tick_all(True)
    desk.replacing.replace()
    for note in (desk.written, desk.draft, desk.here):
        kept = [desk.library.version(line.id) for line in desk.library.versions(note.id)]
        assert note.body in [one.body for one in kept]


def test_what_the_open_note_said_a_moment_ago_is_kept_too(desk: Desk) -> None:
    desk.type("A week, just typed")
    desk.keeping.save_now()
    desk.look_for("week")
    desk.replacing.replace()
    kept = [desk.library.version(line.id).body for line in desk.library.versions(desk.here.id)]
    assert "A week, just typed" in kept


def test_ticks_stay_when_the_notes_are_looked_at_again(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.tick(PlaceKey(desk.written.id), True)
    desk.replacing.refresh()
    desk.timers.pass_time(LOOK_AFTER)
    assert desk.headings()[2] == ("Published", 2, Ticks.ALL)


def test_what_was_just_typed_is_found_and_saved_first(desk: Desk) -> None:
    desk.type("This week, that week. And a third week")
    desk.look_for("week")
    assert desk.headings()[0][1] == 3
    desk.replacing.replace()
    assert desk.typed.body == "This month, that month. And a third month"


def test_one_place_and_one_note_can_be_ticked(desk: Desk) -> None:
    desk.look_for("week")
    places = desk.lines()
    desk.replacing.tick(places[0].key, False)
    assert desk.headings()[0] == ("Here", 2, Ticks.SOME)
    desk.replacing.tick(PlaceKey(desk.written.id), True)
    assert desk.headings()[2] == ("Published", 2, Ticks.ALL)
    desk.replacing.replace()
    assert desk.bodies() == [
        "Our month was a month.",
        "No month like it.",
        "This week, that month.",
    ]


def test_other_words_keep_the_ticks(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.tick(desk.lines()[0].key, False)
    desk.replacing.put_words("year")
    assert [line.ticked for line in desk.lines()] == [False, True, True, False, False]
    assert {line.comes for line in desk.lines()} == {"year"}


def test_what_says_it_already_is_not_listed(desk: Desk) -> None:
    desk.look_for("week", "week")
    assert desk.state.rows == ()


def test_a_note_changed_since_keeps_its_change_when_the_rest_is_undone(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.replace()
    changed = desk.library.note(desk.draft.id)
    save_note(desk.library, replace(changed, body="Quite another text"), PATTERN, NOW)
    desk.undo()
    assert desk.bodies() == [STOOD[0], "Quite another text", STOOD[2]]
    assert desk.said[-1].text == "One note was changed since, and stays as it is."


def test_what_is_typed_into_the_open_note_since_is_not_undone(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.replace()
    desk.type("Something else")
    desk.undo()
    assert desk.bodies() == [*STOOD[:2], "Something else"]


def test_undo_reaches_the_note_that_was_open_when_another_is_open_now(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.replace()
    opened = desk.library.note(desk.draft.id)
    desk.typed = Typed(opened.title, opened.body)
    desk.keeping.begin(opened)
    desk.undo()
    assert desk.library.note(desk.here.id).body == STOOD[2]
    assert desk.typed.body == STOOD[1]


def test_where_a_note_was_changed_elsewhere_nothing_is_replaced_and_the_list_is_new(
    desk: Desk,
) -> None:
    desk.look_for("week")
    changed = desk.library.note(desk.draft.id)
    save_note(desk.library, replace(changed, body="A week, a week"), PATTERN, NOW)
    desk.replacing.replace()
    assert desk.bodies() == [STOOD[0], "A week, a week", STOOD[2]]
    assert "nothing was replaced" in desk.said[-1].text
    assert desk.headings()[1] == ("Draft", 2, Ticks.ALL)


def test_a_pattern_that_cannot_be_read_is_said_in_the_window(desk: Desk) -> None:
    desk.look_for("week(", pattern=True)
    assert "cannot be read" in desk.state.remark
    assert desk.state.rows == ()


def test_a_part_that_is_not_there_is_said_in_the_window(desk: Desk) -> None:
    desk.look_for("(week)", r"\2", pattern=True)
    assert "no part 2" in desk.state.remark
    assert desk.state.ticked == 0
    desk.replacing.put_words(r"\1s")
    assert desk.state.remark == ""
    assert desk.lines()[0].comes == "weeks"


def test_a_note_that_would_grow_too_large_is_refused_and_nothing_changes(desk: Desk) -> None:
    desk.look_for("e", "x" * 1_000)
    save_note(
        desk.library,
        replace(desk.library.note(desk.draft.id), body="e" * 1_990 + " " * 20_000),
        PATTERN,
        NOW,
    )
    desk.look_for("e", "x" * 1_000)
    desk.replacing.replace()
    assert "at most 2 MB" in desk.said[-1].text
    assert desk.typed.body == STOOD[2]


def test_a_read_only_library_is_looked_through_and_left_alone() -> None:
    desk = Desk()
    desk.replacing.state = replace(desk.replacing.state, may_write=False)
    desk.look_for("week")
    desk.replacing.replace()
    assert desk.state.found == 5
    assert desk.bodies() == STOOD


def test_a_note_that_is_saved_is_looked_at_again_while_the_window_is_there(desk: Desk) -> None:
    desk.look_for("week")
    desk.type("One week")
    desk.replacing.refresh()
    desk.timers.pass_time(LOOK_AFTER)
    assert desk.headings()[0] == ("Here", 1, Ticks.ALL)
    desk.replacing.closed()
    desk.type("No such thing")
    desk.replacing.refresh()
    desk.timers.pass_time(LOOK_AFTER)
    assert desk.headings()[0] == ("Here", 1, Ticks.ALL)


def test_what_nobody_has_looked_for_yet_is_not_replaced(desk: Desk) -> None:
    desk.look_for("week")
    desk.replacing.look_for(Search("No"))
    desk.replacing.replace()
    assert desk.bodies() == STOOD
    desk.timers.pass_time(LOOK_AFTER)
    assert desk.headings() == [("Draft", 1, Ticks.ALL)]


def test_of_too_many_places_the_first_are_listed_and_the_writer_is_told(desk: Desk) -> None:
    desk.type("e " * (MOST_PLACES + 500))
    desk.look_for("e")
    assert desk.state.found == MOST_PLACES
    assert "There are more places than the 6,000" in desk.state.remark
    desk.replacing.replace()
    assert desk.typed.body == "month " * MOST_PLACES + "e " * 500
