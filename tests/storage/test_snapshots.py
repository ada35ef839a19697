"""What was published, kept and read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLibrary
from tests.storage.old_library import make_old_library
from tests.storage.samples import NOW, WEEK, a_goal, a_note, goals, moments, words
from tests.strategies import weeks
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.snapshot import (
    GoalToday,
    LastPublished,
    Snapshot,
    as_read,
    snapshot_of,
)
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.fingerprints import wrong_rows
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.storage.snapshot_rows import snapshot_of as read_row
from weeknotes_desktop.storage.snapshot_rows import snapshot_values


@pytest.fixture(params=["on disk", "fake"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as library:
            yield library


def a_snapshot(snapshot_id: str = "s1", note: Note | None = None, **rest: Any) -> Snapshot:
    made = snapshot_of(
        note or a_note(),
        (a_goal(outcome=Outcome.DONE, line="It held."),),
        (a_goal("g2", text="Paint it"),),
        snapshot_id=snapshot_id,
        now=NOW,
        form=GoalForm.NUMBERS,
        language="de",
    )
    return replace(made, **rest)


def published(shelf: NoteLibrary, **rest: Any) -> Note:
    return shelf.add_note(a_note(status=Status.PUBLISHED, **rest))


snapshots = st.builds(
    Snapshot,
    id=words,
    note_id=words,
    published_at=moments,
    day=st.dates(),
    week=st.shared(weeks, key="week"),
    label=words,
    title=words,
    body=words,
    category=words,
    tags=st.lists(words, max_size=3).map(tuple),
    audience=st.sampled_from(Audience),
    goals=st.lists(goals.map(as_read), max_size=2).map(tuple),
    next_goals=st.lists(goals.map(as_read), max_size=2).map(tuple),
    form=st.none() | st.sampled_from(GoalForm),
    language=words,
)


@given(snapshots)
def test_what_was_published_is_read_as_it_was(snapshot: Snapshot) -> None:
    values = snapshot_values(snapshot)
    again = read_row(values, values["body"])
    # The goals of a snapshot are of its week, or of one after it.
    in_week: dict[str, Any] = {
        name: tuple(replace(goal, week=snapshot.week) for goal in getattr(snapshot, name))
        for name in ("goals", "next_goals")
    }
    assert again == replace(snapshot, **in_week)


@given(snapshots, st.data())
def test_a_changed_row_is_seen_and_is_for_the_writer_alone(
    snapshot: Snapshot, data: st.DataObject
) -> None:
    values = snapshot_values(snapshot)
    column = data.draw(st.sampled_from(sorted(values)))
    changed = values[column] + 1 if isinstance(values[column], int) else f"{values[column]}x"
    again = read_row(values | {column: changed}, (values | {column: changed})["body"])
    assert (again.whole, again.audience) == (False, Audience.ME)


def test_the_newest_counts_whichever_came_in_last(shelf: NoteLibrary) -> None:
    published(shelf)
    newest = a_snapshot("newest", published_at=NOW)
    older = a_snapshot("older", published_at=NOW - timedelta(days=7), title="The bridge")
    shelf.keep_snapshot(newest)
    shelf.keep_snapshot(older)
    shelf.keep_snapshot(replace(newest, title="The same again"))
    assert shelf.snapshot("n1") == newest
    assert shelf.snapshots("n1") == (newest, older)
    assert shelf.snapshot("n2") is None
    (one,) = shelf.published()
    assert one.snapshot == newest
    assert [words.title for words in one.earlier] == ["The bridge", newest.title]


def test_the_note_with_the_latest_day_was_published_last(shelf: NoteLibrary) -> None:
    assert shelf.last_published() is None
    shelf.add_note(a_note("draft", published_on=date(2030, 1, 1)))
    assert shelf.last_published() is None
    old = shelf.add_note(a_note("old", status=Status.PUBLISHED, label="1"))
    assert shelf.last_published() == LastPublished("old", old.week, "1", old.week.friday)
    sooner, later = old.week.friday - timedelta(days=1), old.week.friday + timedelta(days=1)
    shelf.add_note(
        a_note("sooner", status=Status.PUBLISHED, published_on=sooner, week=WEEK.plus(9))
    )
    assert shelf.last_published() == LastPublished("old", old.week, "1", old.week.friday)
    shelf.add_note(a_note("a", status=Status.PUBLISHED, published_on=later, label="2"))
    shelf.add_note(
        a_note("b", status=Status.PUBLISHED, published_on=later, label="3", week=WEEK.plus(-1))
    )
    assert shelf.last_published() == LastPublished("a", WEEK, "2", later)
    shelf.remove_note("a", NOW)
    assert shelf.last_published() == LastPublished("b", WEEK.plus(-1), "3", later)


def test_what_is_out_is_published_and_not_in_the_trash(shelf: NoteLibrary) -> None:
    out = published(shelf, published_on=date(2026, 11, 28))
    shelf.add_note(a_note("draft"))
    shelf.add_note(a_note("gone", status=Status.PUBLISHED))
    older = shelf.add_note(a_note("older", status=Status.PUBLISHED, week=WEEK.plus(-1)))
    shelf.keep_snapshot(a_snapshot())
    shelf.keep_snapshot(a_snapshot("s2", a_note("draft")))
    shelf.remove_note("gone", NOW)
    first, second = shelf.published()
    assert first.note == replace(out, body="")
    # An older version of the program left it so: all there is of it is the note itself.
    assert (second.note, second.snapshot, second.earlier) == (older, None, ())


def test_what_may_be_read_of_goals_is_told_also_of_those_in_the_trash(shelf: NoteLibrary) -> None:
    shelf.add_goal(a_goal(audience=Audience.ME, public_text="Something"), NOW)
    shelf.add_goal(a_goal("g2"), NOW)
    shelf.remove_goal("g2", NOW)
    assert shelf.goals_today(["g1", "g2", "gone"]) == {
        "g1": GoalToday(Audience.ME, "Something"),
        "g2": GoalToday(Audience.PUBLIC, None),
    }


def test_a_note_that_is_forgotten_takes_along_what_was_published_of_it(shelf: NoteLibrary) -> None:
    published(shelf)
    shelf.keep_snapshot(a_snapshot())
    shelf.remove_note("n1", NOW)
    shelf.forget("n1", NOW)
    assert shelf.snapshots("n1") == ()


def test_a_goal_that_is_forgotten_is_in_nothing_that_was_published(shelf: NoteLibrary) -> None:
    published(shelf)
    shelf.add_goal(a_goal(), NOW)
    shelf.keep_snapshot(a_snapshot())
    shelf.remove_goal("g1", NOW)
    shelf.forget("g1", NOW)
    (kept,) = shelf.snapshots("n1")
    assert (kept.goals, [goal.id for goal in kept.next_goals], kept.whole) == ((), ["g2"], True)


def test_a_damaged_one_loses_all_its_goals_and_stays_damaged(path: Path) -> None:
    with open_for_writing(path) as library:
        published(library)
        library.add_goal(a_goal(), NOW)
        library.keep_snapshot(a_snapshot())
        library.remove_goal("g1", NOW)
    with closing(sqlite3.connect(path)) as damaging, damaging:
        damaging.execute("UPDATE snapshots SET title = 'The bridge falls'")
    with open_for_writing(path) as library:
        library.forget("g1", NOW)
        (kept,) = library.snapshots("n1")
        assert (kept.goals, kept.next_goals, kept.whole) == ((), (), False)
    with closing(sqlite3.connect(path)) as looking:
        assert [(row.kind, row.id) for row in wrong_rows(looking)] == [("snapshot", "s1")]


def test_a_restore_keeps_what_was_published_since(path: Path) -> None:
    with open_for_writing(path) as library:
        published(library)
        made = LibraryBackUps(path, None, lambda: NOW).make(Reason.ASKED)
        library.keep_snapshot(a_snapshot())
        library.restore(made.path)
        assert library.snapshot("n1") == a_snapshot()


def test_notes_of_an_older_library_keep_their_fingerprint_and_have_no_day(path: Path) -> None:
    make_old_library(path, [a_note(status=Status.PUBLISHED, rev=1)], [a_goal(rev=1)])
    with open_for_writing(path) as library:
        (one,) = library.published()
    assert one.note.whole
    assert (one.note.published_on, one.note.day) == (None, WEEK.friday)
