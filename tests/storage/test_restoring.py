"""Restoring a back-up into an open library, and what it says before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.careless import careless
from tests.storage.children import killed_itself
from tests.storage.foreign import EVIL, OURS, built_in, built_into
from tests.storage.old_library import make_old_library
from tests.storage.samples import NOW, WEEK, a_draft, a_goal, a_note
from tests.storage.tiny_disk import mounted, needs_root
from weeknotes_desktop.domain.backup import Consequence, Fate, Reason
from weeknotes_desktop.domain.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryBusyError,
    LibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyError,
)
from weeknotes_desktop.domain.goal import Outcome, WeekPlan
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.good_back_ups import good_back_ups
from weeknotes_desktop.storage.library import SqlLibrary, open_for_reading, open_for_writing
from weeknotes_desktop.storage.schema import HEAD, revision
from weeknotes_desktop.use_cases.restore_back_up import restore_back_up


@pytest.fixture
def back_ups(path: Path) -> LibraryBackUps:
    return LibraryBackUps(path, None, lambda: NOW)


def everything(path: Path) -> dict[str, list[Any]]:
    """Every row of every table."""
    with closing(connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2, 3").fetchall()
            if name not in {"categories", "tags", "alembic_version", "contents"}
            else connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            for (name,) in tables.fetchall()
            # What is searched with is made of the rest.
            if not name.startswith(("sqlite_", "search_"))
        }


def in_use(rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Those rows without what a restore carries over: history, trash, and the words for them."""
    carried = {"versions", "categories", "tags", "note_tags"}
    kept = {name: found for name, found in rows.items() if name not in carried}
    # The last column but one of a note is when it was removed.
    return kept | {"notes": [row for row in kept["notes"] if row[-2] is None]}


def said(consequences: tuple[Consequence, ...]) -> list[tuple[str, str, str]]:
    return [(one.fate.value, one.kind, one.text) for one in consequences]


def test_a_restored_library_is_row_by_row_what_it_was_and_so_is_one_whose_restore_is_undone(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    note = library.add_note(a_note())
    library.add_goal(a_goal(), NOW)
    library.keep_draft(a_draft())
    before = everything(path)
    made = back_ups.make(Reason.ASKED)
    library.save_note(replace(note, body="All of it gone."))
    library.remove_goal("g1", NOW)
    library.add_note(a_note("n2", category="Ferries", tags=("rope",)))
    after = everything(path)
    restored = restore_back_up(library, back_ups, made.path)
    assert in_use(everything(path)) == in_use(before)
    assert library.note("n1") == note
    assert restored.undo.reason is Reason.BEFORE_RESTORE
    restore_back_up(library, back_ups, restored.undo.path)
    assert in_use(everything(path)) == in_use(after)
    assert [one.id for one in library.trash()] == ["g1"]
    assert library.note("n2").tags == ("rope",)


def test_the_library_goes_on_taking_saves_after_a_restore(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    note = library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    library.add_note(a_note("n2"))
    library.restore(made.path)
    library.save_note(replace(note, title="The river falls"))
    library.close()
    with open_for_writing(path) as again:
        assert [line.title for line in again.summaries()] == ["The river falls"]
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA journal_mode").fetchall() == [("wal",)]


def test_who_reads_meanwhile_sees_all_of_it_or_nothing(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    library.add_note(a_note("n2"))
    with open_for_reading(path) as reader:
        with reader.transaction():
            assert len(reader.summaries()) == 2
            library.restore(made.path)
            assert len(reader.summaries()) == 2
        assert len(reader.summaries()) == 1


KILLED_IN_A_RESTORE = """
    import os, signal, sqlite3, sys
    from pathlib import Path
    from weeknotes_desktop.storage import whole_library
    from weeknotes_desktop.storage.library import open_for_writing
    from contextlib import contextmanager

    class Falls:
        def __init__(self, source):
            self._source = source
        def backup(self, target):
            def fall(status, remaining, total):
                if remaining < total - 3:
                    os.kill(os.getpid(), signal.SIGKILL)
            self._source.backup(target, pages=1, progress=fall)

    merging = whole_library.with_what_stays
    @contextmanager
    def merged_to_fall(*given):
        with merging(*given) as merged:
            yield Falls(merged)
    whole_library.with_what_stays = merged_to_fall
    open_for_writing(Path(sys.argv[1])).restore(Path(sys.argv[2]))
"""


def test_a_restore_that_is_killed_changes_nothing(path: Path, back_ups: LibraryBackUps) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
        made = back_ups.make(Reason.ASKED)
        library.add_note(a_note("n2"))
    before = everything(path)
    assert killed_itself(KILLED_IN_A_RESTORE, path, made.path)
    assert everything(path) == before
    with open_for_writing(path) as library:
        assert len(library.summaries()) == 2


@needs_root
def test_a_disk_that_fills_up_while_restoring_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    large = tmp_path / "large.db"
    with open_for_writing(large) as library:
        for number in range(40):
            library.add_note(a_note(f"n{number}", body="The river rose again. " * 3_000))
    with mounted(tmp_path / "tiny", 1_500) as disk:
        path = disk / "notes.db"
        with open_for_writing(path) as library:
            library.add_note(a_note(title="What was there"))
            before = everything(path)
            with pytest.raises(DiskFullError):
                library.restore(large)
            assert everything(path) == before
            library.add_note(a_note("n2"))
            assert len(library.summaries()) == 2


def test_a_back_up_of_an_older_version_is_brought_to_this_one_and_stays_as_it_is(
    tmp_path: Path,
) -> None:
    path = tmp_path / "notes.db"
    notes = [a_note(rev=1), a_note("n2", rev=3)]
    make_old_library(path, notes, [a_goal(rev=1)])
    back_ups = LibraryBackUps(path, None, lambda: NOW)
    old = back_ups.make(Reason.ASKED)
    letters = old.path.read_bytes()
    with open_for_writing(path) as library:
        library.remove_note("n2", NOW)
        library.save_note(replace(notes[0], title="Another title"))
        assert said(back_ups.consequences(old.path)) == [
            ("changes", "note", "The bridge holds"),
            ("comes back", "note", "The bridge holds"),
        ]
        library.restore(old.path)
        assert [library.note(note.id) for note in notes] == notes
        library.add_note(a_note("n3"))
    with closing(connect(path)) as connection:
        assert revision(connection) == HEAD
    assert old.path.read_bytes() == letters
    # Neither a copy of the copy nor anything else was left behind.
    assert {one.reason for one in back_ups.all()} == {Reason.ASKED, Reason.BEFORE_MIGRATION}


def test_each_thing_that_would_change_is_named_newest_week_first(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note("same", title="The same"))
    removed = library.add_note(a_note("removed", title="Removed", week=WEEK.plus(-2)))
    changed = library.add_note(a_note("changed", title="Before", label="Weeknote 49.2026"))
    tagged = library.add_note(a_note("tagged", title="Tagged"))
    goal = library.add_goal(a_goal(text="Paint the rail"), NOW)
    jot = library.add_jot(Jot(id="j1", week=WEEK.plus(1), at=NOW, text="A heron"))
    task = library.add_task(Task(id="t1", text="Oil the crane"))
    library.save_plan(WeekPlan(week=WEEK.plus(-1), focus="Rest"))
    made = back_ups.make(Reason.ASKED)
    assert back_ups.consequences(made.path) == ()

    library.remove_note(removed.id, NOW)
    library.save_note(replace(changed, title="After", label=""))
    library.save_note(replace(tagged, tags=("river",)))
    library.add_note(a_note("new", title="New", week=WEEK.plus(3)))
    library.save_goal(replace(goal, outcome=Outcome.DONE), NOW)
    library.remove_jot(jot.id, NOW)
    library.save_task(replace(task, done_at=NOW))
    library.save_plan(WeekPlan(week=WEEK.plus(-1), focus="Work", rev=1))
    found = back_ups.consequences(made.path)
    assert said(found) == [
        ("goes", "note", "New"),
        ("comes back", "jot", "A heron"),
        ("changes", "note", "Before"),
        ("changes", "note", "Tagged"),
        ("changes", "goal", "Paint the rail"),
        ("changes", "week", "Rest"),
        ("comes back", "note", "Removed"),
        ("changes", "task", "Oil the crane"),
    ]
    weeks = [one.week for one in found]
    assert weeks[:2] + weeks[-2:] == [WEEK.plus(3), WEEK.plus(1), WEEK.plus(-2), None]
    assert found[2].label == "Weeknote 49.2026"
    assert found[3].id == "tagged"


def test_a_text_that_was_changed_and_changed_back_is_no_consequence(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    note = library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    other = library.save_note(replace(note, title="Other"))
    library.save_note(replace(other, title=note.title))
    library.remove_note("n1", NOW)
    library.restore_note("n1")
    assert back_ups.consequences(made.path) == ()


def test_what_comes_back_to_a_library_that_is_not_there_is_everything(
    library: SqlLibrary, back_ups: LibraryBackUps, tmp_path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    nowhere = LibraryBackUps(tmp_path / "new" / "notes.db", None, lambda: NOW)
    (one,) = nowhere.consequences(made.path)
    assert one.fate is Fate.COMES_BACK
    assert not (tmp_path / "new").exists()


acts = st.lists(
    st.tuples(
        st.sampled_from(["add", "save", "remove", "back"]), st.sampled_from(["n1", "n2", "n3"])
    ),
    max_size=8,
)


@given(first=acts, second=acts)
def test_the_consequences_are_exactly_what_restoring_does(
    first: list[tuple[str, str]],
    second: list[tuple[str, str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("library") / "notes.db"
    back_ups = LibraryBackUps(path, None, lambda: NOW)
    with open_for_writing(path) as library:
        do(library, first)
        made = back_ups.make(Reason.ASKED)
        then = titles(library)
        do(library, second)
        now = titles(library)
        expected = {
            ident: Fate.COMES_BACK
            if ident not in now
            else Fate.GOES
            if ident not in then
            else Fate.CHANGES
            for ident in {*now, *then}
            if now.get(ident) != then.get(ident)
        }
        found = {one.id: one.fate for one in back_ups.consequences(made.path)}
        assert found == expected
        library.restore(made.path)
        assert titles(library) == then
        assert back_ups.consequences(made.path) == ()


def do(library: SqlLibrary, said: list[tuple[str, str]]) -> None:
    """Do what can be done of it."""
    for number, (act, ident) in enumerate(said):
        there = titles(library)
        in_trash = {one.id for one in library.trash()}
        if act == "add" and ident not in there and ident not in in_trash:
            library.add_note(a_note(ident, title="1"))
        elif act == "save" and ident in there:
            library.save_note(replace(library.note(ident), title=str(number % 3)))
        elif act == "remove" and ident in there:
            library.remove_note(ident, NOW)
        elif act == "back" and ident in in_trash:
            library.restore_note(ident)


def titles(library: SqlLibrary) -> dict[str, str]:
    return {line.id: line.title for line in library.summaries()}


def test_what_is_no_back_up_is_refused_and_nothing_is_changed(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path, tmp_path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    other = tmp_path / "other.db"
    other.write_text("Dear diary")
    with closing(sqlite3.connect(made.path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    before = everything(path)
    for file, kind in (
        (tmp_path / "nothing.db", LibraryError),
        (other, NotALibraryError),
        (made.path, NewerLibraryError),
    ):
        with pytest.raises(kind):
            back_ups.consequences(file)
        with pytest.raises(kind):
            library.restore(file)
    with pytest.raises(LibraryError, match="is the library itself"):
        library.restore(path)
    assert everything(path) == before


def test_a_back_up_with_a_broken_page_is_refused(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note(body="The river rose again. " * 3_000))
    made = back_ups.make(Reason.ASKED)
    with made.path.open("r+b") as file:
        file.seek(made.size - 3 * 4096)
        file.write(bytes(2 * 4096))
    assert not back_ups.is_whole(made.path)
    with pytest.raises(DamagedLibraryError, match="is damaged"):
        back_ups.consequences(made.path)
    with pytest.raises(DamagedLibraryError, match="is damaged"):
        library.restore(made.path)
    assert library.note("n1").whole


def test_a_back_up_with_a_wrong_row_can_be_restored_and_the_row_is_for_its_writer_alone(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    with closing(careless(made.path, isolation_level=None)) as other:
        other.execute("UPDATE notes SET title = 'Half of it'")
    library.restore(made.path)
    found = library.note("n1")
    assert (found.title, found.whole) == ("Half of it", False)


def test_a_library_with_a_log_of_its_own_can_be_restored_as_well(
    library: SqlLibrary, back_ups: LibraryBackUps, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "notes.db"
    with open_for_writing(other) as open_elsewhere:
        open_elsewhere.add_note(a_note("n9"))
        library.restore(other)
    assert library.note("n9").whole


def test_a_library_that_is_only_read_is_not_restored(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    with open_for_reading(path) as reader, pytest.raises(ReadOnlyError):
        reader.restore(made.path)


def test_nothing_is_left_in_the_file_of_what_was_deleted_once_it_is_compact(
    library: SqlLibrary, path: Path
) -> None:
    secret = "The minister wept"
    library.add_note(a_note(body=secret))
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM note_tags")
        connection.execute("DELETE FROM notes")
    library.compact()
    assert path.with_name("notes.db-wal").stat().st_size == 0
    assert secret.encode() not in path.read_bytes()


def test_a_reader_that_holds_the_log_is_told(library: SqlLibrary, path: Path) -> None:
    library.add_note(a_note())
    driver = library._engine.raw_connection().driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("PRAGMA busy_timeout = 0")
    with open_for_reading(path) as reader, reader.transaction():
        reader.summaries()
        with pytest.raises(LibraryBusyError):
            library.compact()
    library.compact()
    assert library.note("n1").whole


def test_triggers_and_views_of_somebody_else_are_not_restored(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    note = library.add_note(a_note())
    library.add_goal(a_goal(audience=Audience.ME), NOW)
    made = back_ups.make(Reason.ASKED)
    before = made.path.read_bytes()
    built_in(made.path, *EVIL)
    assert before != made.path.read_bytes()
    library.restore(made.path)
    library.save_note(replace(note, title="The river falls"))
    assert library.goal("g1").whole
    assert built_into(path) == OURS


def test_a_back_up_without_our_triggers_is_restored_with_them(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    built_in(made.path, "DROP TRIGGER goal_events_never_change")
    library.restore(made.path)
    assert built_into(path) == OURS
    assert library.note("n1").whole


@pytest.mark.parametrize(
    "broken",
    [
        ("DROP TABLE versions",),
        ("DROP TABLE jots",),
        ("DROP TABLE jots", "CREATE VIEW jots AS SELECT * FROM tasks"),
        ("ALTER TABLE tasks RENAME COLUMN text TO words",),
        ("DROP INDEX jots_by_week",),
        ("DROP TABLE alembic_version",),
        ("UPDATE alembic_version SET version_num = '0002'",),
        ("DROP TABLE contents", "UPDATE alembic_version SET version_num = '0001'"),
    ],
    ids=lambda broken: broken[0],
)
def test_a_back_up_whose_tables_are_not_ours_is_refused_in_a_sentence(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path, broken: tuple[str, ...]
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    library.add_note(a_note("n2"))
    built_in(made.path, *broken)
    before = everything(path)
    for act in (back_ups.consequences, back_ups.damaged_rows, library.restore):
        with pytest.raises(DamagedLibraryError, match="choose another one") as refused:
            act(made.path)
        assert "open the window" not in str(refused.value)
    assert not back_ups.is_whole(made.path)
    assert list(good_back_ups(path)) == []
    assert everything(path) == before


def test_what_would_change_in_a_library_without_a_table_is_refused_in_a_sentence(
    library: SqlLibrary, back_ups: LibraryBackUps, path: Path
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    library.close()
    built_in(path, "DROP TABLE jots")
    with pytest.raises(DamagedLibraryError, match="not those it says it has"):
        back_ups.consequences(made.path)


def test_a_word_of_another_kind_in_a_back_up_is_told_all_the_same(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note())
    made = back_ups.make(Reason.ASKED)
    built_in(made.path, "UPDATE notes SET title = x'00ff', label = 3")
    (one,) = back_ups.consequences(made.path)
    assert (one.fate, one.id) == (Fate.CHANGES, "n1")
    assert isinstance(one.text, str)
    assert isinstance(one.label, str)


def test_how_many_rows_of_a_back_up_are_damaged_is_counted(
    library: SqlLibrary, back_ups: LibraryBackUps
) -> None:
    library.add_note(a_note())
    library.add_goal(a_goal(), NOW)
    made = back_ups.make(Reason.ASKED)
    assert back_ups.damaged_rows(made.path) == 0
    built_in(made.path, "UPDATE notes SET title = 'Half'", "UPDATE goals SET text = 'Half'")
    assert back_ups.damaged_rows(made.path) == 2
    assert restore_back_up(library, back_ups, made.path).damaged == 2
