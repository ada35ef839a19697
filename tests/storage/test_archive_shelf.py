"""What the archive reads a part at a time, of the library on the disk and the fake alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from tests.storage.samples import NOW, WEEK, a_goal, a_note, notes
from tests.storage.test_laws import a_library
from weeknotes_desktop.domain.archive import EVERYTHING, ArchiveFilter, Showing, TitledNote
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import WrittenWeek, monday_of
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note

EARLIER = WEEK.plus(-1)


@pytest.fixture(params=["on disk", "fake"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as library:
            yield library


def ids(weeks: tuple[WrittenWeek, ...]) -> list[str]:
    return [note_id for week in weeks for note_id in week.notes]


def fill(shelf: NoteLibrary) -> None:
    """Notes that differ in all one can ask for, one of them in the trash."""
    shelf.add_note(a_note("a", body="one two three", tags=("river",)))
    shelf.add_note(a_note("b", body="four", status=Status.PUBLISHED, category="", tags=()))
    shelf.add_note(a_note("c", week=EARLIER, title="Pumps", label="", tags=("steel", "river")))
    shelf.add_note(a_note("gone", week=EARLIER, category="Gone", tags=("gone",)))
    shelf.remove_note("gone", NOW)
    shelf.add_goal(a_goal("g1", outcome=Outcome.DONE, workstream="props"), NOW)
    shelf.add_goal(a_goal("g2", stretch=True), NOW)
    shelf.add_goal(a_goal("g3", week=EARLIER, workstream="gone"), NOW)
    shelf.remove_goal("g3", NOW)


def test_weeks_come_newest_first_and_so_do_the_notes_of_one(shelf: NoteLibrary) -> None:
    fill(shelf)
    assert shelf.written_weeks() == (
        WrittenWeek(monday_of(WEEK), ("b", "a"), 4),
        WrittenWeek(monday_of(EARLIER), ("c",), 8),
    )
    assert shelf.written_weeks(week=EARLIER) == shelf.written_weeks()[1:]
    assert ids(shelf.written_weeks(most=1)) == ["b"]
    assert shelf.written_weeks(week=WEEK.plus(5)) == ()


@pytest.mark.parametrize(
    ("which", "found"),
    [
        (EVERYTHING, ["b", "a", "c"]),
        (replace(EVERYTHING, showing=Showing.DRAFTS), ["a", "c"]),
        (replace(EVERYTHING, showing=Showing.PUBLISHED), ["b"]),
        (replace(EVERYTHING, showing=Showing.CHANGED), ["b"]),
        (replace(EVERYTHING, category="Bridges"), ["a", "c"]),
        (replace(EVERYTHING, category=""), ["b"]),
        (replace(EVERYTHING, tag="river"), ["a", "c"]),
        (replace(EVERYTHING, tag="gone"), []),
        (replace(EVERYTHING, workstream="props"), ["b", "a"]),
        (replace(EVERYTHING, workstream="gone"), []),
        (replace(EVERYTHING, year=WEEK.year), ["b", "a", "c"]),
        (replace(EVERYTHING, year=WEEK.year - 1), []),
        (replace(EVERYTHING, tag="river", showing=Showing.DRAFTS, category="Bridges"), ["a", "c"]),
    ],
)
def test_notes_are_found_by_what_is_asked_for(
    shelf: NoteLibrary, which: ArchiveFilter, found: list[str]
) -> None:
    fill(shelf)
    assert ids(shelf.written_weeks(which)) == found
    assert [note.id for note in shelf.titled_notes(which)] == found


def test_a_title_is_told_with_what_belongs_to_it(shelf: NoteLibrary) -> None:
    fill(shelf)
    (pumps,) = shelf.titled_notes(week=EARLIER)
    assert pumps == TitledNote(monday_of(EARLIER), "c", "Pumps", "", "Bridges", 8)


def test_lines_are_those_of_the_notes_that_are_there(shelf: NoteLibrary) -> None:
    fill(shelf)
    assert shelf.lines(["c", "b", "gone", "never"]) == tuple(
        line for line in shelf.summaries() if line.id in "bc"
    )
    assert shelf.lines([]) == ()


def test_one_can_ask_for_what_would_find_something(shelf: NoteLibrary) -> None:
    fill(shelf)
    choices = shelf.filter_choices()
    assert choices.categories == (("Bridges", 2), ("", 1))
    assert choices.tags == (("river", 2), ("steel", 1))
    assert choices.workstreams == (("props", 2),)
    assert choices.years == ((WEEK.year, 3),)
    assert choices.drafts == shelf.number_of_drafts() == 2
    assert shelf.tags() == ("river", "steel")
    assert shelf.words_published() == (1,)


published = a_note("p", status=Status.PUBLISHED, label="Weeknote 48.2026", tags=("a", "b"))


def publish(shelf: NoteLibrary, note: Note) -> Note:
    draft = shelf.add_note(replace(note, status=Status.DRAFT))
    return publish_note(shelf, draft, Settings(), NOW)


def test_a_note_that_is_as_it_was_published_is_not_compared(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as shelf:
        publish(shelf, published)
        assert shelf.perhaps_changed() == ()


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"body": "Another"},
        {"label": "v2"},
        {"category": "Another"},
        {"category": ""},
        {"week": EARLIER},
        {"tags": ("b", "a")},
        {"tags": ()},
        {"published_on": NOW.date() - timedelta(days=1)},
        {"audience": Audience.TEAM},
    ],
)
def test_a_published_note_that_was_changed_is_compared(
    shelf: NoteLibrary, change: dict[str, object]
) -> None:
    note = publish(shelf, published)
    changed = save_note(shelf, replace(note, **change), LabelPattern(), NOW)  # type: ignore[arg-type]
    assert shelf.perhaps_changed() == ("p",)
    assert shelf.perhaps_changed(changed.week) == ("p",)
    assert shelf.perhaps_changed(WEEK.plus(7)) == ()


@pytest.mark.parametrize("line", ["[GOALS]", "[NEXT WEEK]"])
def test_a_published_note_that_shows_goals_is_compared(shelf: NoteLibrary, line: str) -> None:
    publish(shelf, replace(published, body=line))
    assert shelf.perhaps_changed() == ("p",)


def test_what_nobody_else_reads_is_not_compared(shelf: NoteLibrary) -> None:
    note = publish(shelf, published)
    kept = replace(note, body="Another", audience=Audience.ME)
    save_note(shelf, kept, LabelPattern(), NOW)
    shelf.add_note(a_note("draft"))
    assert shelf.perhaps_changed() == ()


def test_a_week_that_cannot_be_read_lies_below_every_other(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as shelf:
        shelf.add_note(a_note("a"))
        shelf.add_note(a_note("b", week=EARLIER))
    with closing(sqlite3.connect(path)) as driver:
        driver.execute("UPDATE notes SET iso_week = 'x' WHERE id = 'b'")
        driver.commit()
    with open_for_writing(path) as shelf:
        found = shelf.written_weeks()
        assert (WrittenWeek(monday_of(Week(1, 1)), ("b",), 8)) in found
        assert ids(found).count("a") == 1
        assert [line.id for line in shelf.lines(["b"])] == ["b"]


@given(st.lists(notes, max_size=6, unique_by=lambda note: note.id))
@settings(max_examples=30)
def test_whatever_is_kept_is_listed_as_the_whole_list_does(kept: list[Note]) -> None:
    with a_library() as library:
        fake = FakeLibrary()
        for note in kept:
            fake.add_note(library.add_note(note))
        assert library.written_weeks() == fake.written_weeks()
        assert ids(library.written_weeks()) == [line.id for line in library.summaries()]
        assert library.lines(ids(library.written_weeks())) == library.summaries()
        assert library.titled_notes() == fake.titled_notes()
        assert library.filter_choices() == fake.filter_choices()
