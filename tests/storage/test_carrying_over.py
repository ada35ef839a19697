"""A restore takes nothing out of the history or the trash."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.careless import careless
from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.fingerprints import wrong_rows
from weeknotes_desktop.storage.library import SqlLibrary
from weeknotes_desktop.use_cases.restore_back_up import restore_back_up


@pytest.fixture
def back_ups(path: Path) -> LibraryBackUps:
    return LibraryBackUps(path, None, lambda: NOW)


def a_version(number: int, note: str = "n1") -> Version:
    return Version(
        id=f"v{number}",
        note_id=note,
        written_at=NOW,
        occasion=Occasion.PAUSE,
        title="The bridge",
        body=f"Plank {number}.",
    )


def sound(path: Path) -> bool:
    with closing(connect(path)) as connection:
        tied = connection.execute("PRAGMA foreign_key_check").fetchone() is None
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return tied and whole and next(wrong_rows(connection), None) is None


def texts(library: SqlLibrary, note: str = "n1") -> list[str]:
    return [library.version(one.id).body for one in library.versions(note)]


def test_where_nothing_changes_history_and_trash_stay(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    library.keep_version(a_version(1))
    made = back_ups.make(Reason.ASKED)
    library.keep_version(a_version(2))
    library.add_note(a_note("n2", tags=("rope",), category="Ferries"))
    library.remove_note("n2", NOW)
    library.add_goal(a_goal(), NOW)
    library.remove_goal("g1", NOW)
    assert back_ups.consequences(made.path) == ()
    library.restore(made.path)
    assert texts(library) == ["Plank 2.", "Plank 1."]
    assert {(one.id, one.trashed_at) for one in library.trash()} == {("n2", NOW), ("g1", NOW)}
    library.bring_back("n2", NOW)
    assert library.note("n2").tags == ("rope",)
    assert sound(path)


def test_the_text_that_is_overwritten_is_a_version(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    note = library.add_note(a_note(body="Before."))
    made = back_ups.make(Reason.ASKED)
    library.save_note(replace(note, body="After."))
    library.restore(made.path)
    assert library.note("n1").body == "Before."
    assert texts(library) == ["After."]
    assert library.versions("n1")[0].occasion is Occasion.REPLACED
    assert sound(path)


def test_what_the_back_up_does_not_know_goes_into_the_trash(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    library.add_note(a_note("n2", body="New."))
    library.add_goal(a_goal(), NOW)
    library.add_goal(a_goal("g2", parent="g1"), NOW)
    library.add_jot(Jot(id="j1", week=WEEK, at=NOW, text="Rope", used_in="n2"))
    library.add_task(Task(id="t1", text="Ring the council", position=0))
    library.restore(made.path)
    assert [line.id for line in library.summaries()] == ["n1"]
    assert library.goals(WEEK) == ()
    assert {one.id for one in library.trash()} == {"n2", "g1", "g2", "j1", "t1"}
    assert sound(path)
    for ident in ("n2", "g1", "g2", "j1", "t1"):
        library.bring_back(ident, NOW)
    assert library.note("n2").body == "New."
    assert library.goal("g2").parent == "g1"
    assert sound(path)


def test_the_back_up_before_a_restore_brings_it_all_back_out_of_the_trash(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    second = library.add_note(a_note("n2"))
    undo = restore_back_up(library, back_ups, made.path).undo
    library.restore(undo.path)
    assert library.note("n2") == second
    assert library.trash() == ()


def test_typed_text_that_is_in_no_note_stays(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    library.keep_draft(a_draft(body="Typed."))
    library.keep_draft(a_draft("nobody's", body="Of no note."))
    library.restore(made.path)
    assert texts(library) == ["Typed."]
    draft = library.draft("nobody's")
    assert draft is not None
    assert draft.body == "Of no note."
    assert sound(path)


def test_what_was_in_use_until_now_is_not_let_go_at_once(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    long_ago = datetime.now().astimezone() - timedelta(days=200)
    library.add_note(a_note())
    library.remove_note("n1", long_ago)
    made = back_ups.make(Reason.ASKED)
    library.bring_back("n1", NOW)
    library.restore(made.path)
    (lying,) = library.trash()
    assert lying.until > datetime.now().astimezone()


def test_what_the_program_remembers_stays(library: SqlLibrary, back_ups: LibraryBackUps) -> None:
    library.keep_remark("seen", "then")
    made = back_ups.make(Reason.ASKED)
    library.keep_remark("seen", "now")
    library.restore(made.path)
    assert library.remark("seen") == "now"


def test_a_damaged_note_does_not_pass_for_whole_because_it_lies_in_the_trash(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    made = back_ups.make(Reason.ASKED)
    library.add_note(a_note("n2", body="New."))
    with closing(careless(path, isolation_level=None)) as other:
        other.execute("UPDATE notes SET title = 'Another' WHERE id = 'n2'")
    library.restore(made.path)
    assert not sound(path)
