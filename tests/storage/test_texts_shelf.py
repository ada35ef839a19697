"""The last gate gets to see every text of a library, on the disk as in the fake."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from weeknotes_desktop.domain.goal import WeekPlan
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.library_texts import LibraryTexts, OldTitle, PictureWords
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.publishing.markdown_back_up.folders import MarkdownFolders
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.storage.tables import METADATA
from weeknotes_desktop.use_cases.leave import may_be_public
from weeknotes_desktop.use_cases.publish_note import publish_note


@pytest.fixture(params=["on disk", "fake"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as library:
            yield library


def test_there_is_nothing_in_an_empty_library(shelf: NoteLibrary) -> None:
    assert shelf.texts() == LibraryTexts()


def test_all_that_is_written_anywhere_is_there(shelf: NoteLibrary) -> None:
    note = shelf.add_note(a_note("n1"))
    gone = shelf.add_note(a_note("n2"))
    goal = shelf.add_goal(a_goal(), NOW)
    jot = shelf.add_jot(Jot(id="j1", week=WEEK, at=NOW, text="It creaks"))
    task = shelf.add_task(Task(id="t1", text="Oil it"))
    plan = shelf.save_plan(WeekPlan(week=WEEK, focus="Oil", away="Sick"))
    shelf.keep_draft(a_draft("n1"))
    shelf.keep_picture(Picture.of(b"x", "image/png", name="bridge.png"))
    shelf.remove_note("n2", NOW)
    may_be_public(shelf, ["abc"])
    texts = shelf.texts()
    assert [one.id for one in texts.notes] == ["n2", "n1"]
    assert texts.notes[1] == note
    assert texts.notes[0].body == gone.body
    assert (texts.goals, texts.jots, texts.tasks) == ((goal,), (jot,), (task,))
    assert texts.plans == (plan,)
    assert texts.drafts == (a_draft("n1"),)
    assert texts.pictures == (PictureWords("bridge.png", ""),)
    assert texts.trashed == {"n2"}
    assert texts.allowed == {"abc"}


def test_of_what_was_published_the_newest_counts_and_every_title(shelf: NoteLibrary) -> None:
    note = publish_note(shelf, shelf.add_note(a_note(title="Old")), Settings(), NOW)
    changed = replace(note, title="New", audience=Audience.TEAM)
    publish_note(shelf, changed, Settings(), NOW + timedelta(days=1))
    texts = shelf.texts()
    assert {key: one.title for key, one in texts.snapshots.items()} == {"n1": "New"}
    assert set(texts.titles) == {
        OldTitle("n1", "Old", Audience.PUBLIC),
        OldTitle("n1", "New", Audience.TEAM),
    }


def test_what_was_tampered_with_is_private(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.add_note(a_note(audience=Audience.ME))
        library.add_goal(a_goal(audience=Audience.ME), NOW)
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE notes SET audience = 'public'")
        connection.execute("UPDATE goals SET audience = 'public'")
    connection.close()
    with open_for_writing(path) as library:
        texts = library.texts()
    assert texts.notes[0].audience is texts.goals[0].audience is Audience.ME


def test_somebody_decided_of_every_table_whether_the_gate_reads_it() -> None:
    read = {"notes", "note_tags", "drafts", "goals", "weeks", "jots", "tasks", "attachments"}
    read |= {"snapshots", "library_settings"}
    # Names of notes, what was said before, and letters of files.
    left_out = {"categories", "tags", "versions", "goal_events", "contents"}
    assert METADATA.tables.keys() == read | left_out


def test_what_may_be_public_goes_along_with_the_library(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        may_be_public(library, ["abc"])
        everything = library.everything()
    folders = MarkdownFolders()
    folders.write(everything, tmp_path / "back-up", NOW)
    read = folders.read(tmp_path / "back-up").everything
    with open_for_writing(tmp_path / "other.db") as other:
        other.take_everything(read)
        assert other.texts().allowed == {"abc"}


def test_what_was_read_whole_before_and_is_damaged_now_is_for_the_writer(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        note = publish_note(library, library.add_note(a_note("n1")), Settings(), NOW)
        goal = library.add_goal(a_goal(), NOW)
        before = library.texts()
        (published,) = library.published()
        assert before.notes == (note,)
        assert before.snapshots["n1"] == published.snapshot
        assert published.snapshot is not None
        assert published.snapshot.audience is Audience.PUBLIC
    with sqlite3.connect(path) as file:
        for (trigger,) in file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            file.execute(f"DROP TRIGGER {trigger}")
        file.execute("UPDATE goals SET text = 'Sell the boathouse'")
        file.execute("UPDATE notes SET body = body || ' More.'")
        file.execute("UPDATE snapshots SET body = body || ' More.'")
    file.close()
    with open_for_reading(path) as library:
        after = library.texts()
        assert (after.goals[0].whole, after.goals[0].audience) == (False, Audience.ME)
        assert (after.notes[0].whole, after.notes[0].audience) == (False, Audience.ME)
        assert after.snapshots["n1"].audience is Audience.ME
        (published,) = library.published()
        assert published.snapshot is not None
        assert published.snapshot.audience is Audience.ME
    assert goal.whole


def test_texts_that_are_the_same_take_memory_once(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        publish_note(library, library.add_note(a_note("n1")), Settings(), NOW)
        with library.transaction():
            texts = library.texts()
            (published,) = library.published()
    assert published.snapshot is not None
    assert texts.notes[0].body is texts.snapshots["n1"].body is published.snapshot.body
