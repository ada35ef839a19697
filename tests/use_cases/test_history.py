from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Draft, Note
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.trash import KEPT_FOR
from weeknotes_desktop.domain.version import Occasion
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.commit_goals import commit_goals
from weeknotes_desktop.use_cases.empty_trash import empty_trash, look_at_trash
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.restore_version import restore_version
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note
from weeknotes_desktop.use_cases.trash_note import trash_note

WEEK = Week(2021, 9)
NOW = datetime(2021, 3, 5, 17, 0, tzinfo=UTC)
PATTERN = LabelPattern()


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def typed(library: FakeLibrary, note: Note, body: str, now: datetime) -> Note:
    return save_note(library, replace(note, body=body), PATTERN, now, typed=True)


def kept(library: FakeLibrary, note: Note) -> list[tuple[Occasion, str]]:
    """The history, oldest first."""
    lines = reversed(library.versions(note.id))
    return [(line.occasion, library.version(line.id).body) for line in lines]


def test_a_text_that_stood_for_a_minute_stays_in_the_history() -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK)
    texts = ("One", "One two", "One two three", "One two three four")
    for body, at in zip(texts, (0, 59, 119, 122), strict=True):
        note = typed(library, note, body, after(at))
    assert kept(library, note) == [(Occasion.PAUSE, "One two")]


def test_a_text_is_kept_when_the_clock_went_back() -> None:
    library = FakeLibrary()
    note = typed(library, start_note(library, WEEK), "One", NOW)
    typed(library, note, "One two", after(-3600))
    assert kept(library, note) == [(Occasion.PAUSE, "One")]


def test_a_text_that_a_command_overwrites_is_kept_at_once() -> None:
    library = FakeLibrary()
    note = typed(library, start_note(library, WEEK), "Mine, just typed", NOW)
    save_note(library, replace(note, body="From a file"), PATTERN, after(1))
    assert kept(library, note) == [(Occasion.REPLACED, "Mine, just typed")]


def test_changing_a_fact_alone_keeps_nothing() -> None:
    library = FakeLibrary()
    note = typed(library, start_note(library, WEEK), "One", NOW)
    save_note(library, replace(note, category="Bridges"), PATTERN, after(600))
    assert kept(library, note) == []
    assert library.note(note.id).saved_at == NOW


@given(st.lists(st.integers(0, 40), min_size=1, max_size=12))
def test_what_a_text_shrank_from_is_never_lost(lengths: Sequence[int]) -> None:
    """However it shrinks, at once or letter by letter, once less than half of it is left."""
    library = FakeLibrary()
    note = start_note(library, WEEK)
    longest = ""
    for step, length in enumerate(lengths):
        body = f"{step:02}" + "x" * length
        longest = body if len(body) >= len(longest) else longest
        note = typed(library, note, body, after(step))
        if len(body) * 2 < len(longest):
            assert longest in [text for _, text in kept(library, note)]
            longest = body


def test_a_published_text_stays_in_the_history() -> None:
    library = FakeLibrary()
    note = typed(library, start_note(library, WEEK), "For everybody", NOW)
    publish_note(library, note, Settings(), after(5))
    assert kept(library, note) == [(Occasion.PUBLISHED, "For everybody")]


def test_a_restored_version_can_be_taken_back() -> None:
    library = FakeLibrary()
    note = typed(library, start_note(library, WEEK), "First", NOW)
    note = typed(library, note, "Second", after(100))
    (line,) = library.versions(note.id)
    restored = restore_version(library, note.id, line.id, PATTERN, after(101))
    assert restored.body == "First"
    assert (Occasion.REPLACED, "Second") in kept(library, note)


def test_a_version_of_another_note_is_not_restored() -> None:
    library = FakeLibrary()
    note = typed(library, start_note(library, WEEK), "First", NOW)
    typed(library, note, "Second", after(100))
    other = start_note(library, WEEK)
    (line,) = library.versions(note.id)
    with pytest.raises(NotFoundError):
        restore_version(library, other.id, line.id, PATTERN, after(101))


def test_what_was_typed_into_a_removed_note_comes_back_with_it() -> None:
    library = FakeLibrary()
    note = typed(library, start_note(library, WEEK), "Saved", NOW)
    library.keep_draft(
        Draft(note_id=note.id, base_rev=note.rev, title="", body="Saved, and more", written_at=NOW)
    )
    trash_note(library, note.id, NOW)
    assert library.drafts() == ()
    library.bring_back(note.id, NOW)
    assert kept(library, note) == [(Occasion.UNSAVED, "Saved, and more")]


def test_the_trash_is_emptied_after_ninety_days_and_seven_that_were_seen() -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK, title="Gone")
    trash_note(library, note.id, NOW)
    assert look_at_trash(library, NOW + KEPT_FOR - timedelta(seconds=1)) == ()
    due = NOW + KEPT_FOR
    for days in range(7):
        assert look_at_trash(library, due + timedelta(days=days)) == ()
    last = due + timedelta(days=7)
    assert look_at_trash(library, last) == (note.id,)
    assert empty_trash(library, (note.id,), last) == 1
    assert library.trash() == ()


@given(jumps=st.lists(st.integers(-40_000, 40_000), max_size=30))
def test_a_clock_that_jumps_and_is_put_right_again_lets_nothing_go(jumps: list[int]) -> None:
    library = FakeLibrary()
    note = start_note(library, WEEK, title="Kept")
    trash_note(library, note.id, NOW)
    for hours in jumps:
        assert look_at_trash(library, NOW + timedelta(hours=hours)) == ()
        assert look_at_trash(library, NOW + timedelta(hours=1)) == ()


def test_looking_twice_on_a_day_is_looking_once() -> None:
    library = FakeLibrary()
    trash_note(library, start_note(library, WEEK).id, NOW)
    due = NOW + KEPT_FOR
    for minute in range(30):
        assert look_at_trash(library, due + timedelta(minutes=minute)) == ()


@pytest.mark.parametrize("value", ["", "[]", "7", '{"day": 1, "seen": {}}', '{"seen": []}'])
def test_a_remark_about_the_trash_that_cannot_be_read_begins_anew(value: str) -> None:
    library = FakeLibrary()
    trash_note(library, start_note(library, WEEK).id, NOW)
    library.keep_remark("trash-due", value)
    assert look_at_trash(library, NOW + KEPT_FOR) == ()


def test_the_notes_of_a_week_are_kept_when_its_goals_are_committed() -> None:
    library = FakeLibrary()
    note = typed(library, start_note(library, WEEK), "The plan for the week", NOW)
    library.add_goal(Goal(id="g", thread="g", week=WEEK, text="Ship it"), NOW)
    assert commit_goals(library, NOW) == (WEEK,)
    assert commit_goals(library, NOW) == ()
    assert kept(library, note) == [(Occasion.COMMITTED, "The plan for the week")]
