from __future__ import annotations

import re
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.storage.children import child, killed_itself
from tests.storage.old_library import make_old_library
from tests.storage.samples import NOW, WEEK, a_goal, a_note
from weeknotes_desktop.domain.errors import DamagedLibraryError, LibraryBusyError
from weeknotes_desktop.domain.goal import GoalState, Outcome
from weeknotes_desktop.domain.goal_events import TOLD
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.replay import replay
from weeknotes_desktop.storage.back_up_folder import unfinished
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.database import empty_engine
from weeknotes_desktop.storage.library import SqlLibrary, open_for_reading, open_for_writing
from weeknotes_desktop.storage.migrate import bring_to_head
from weeknotes_desktop.storage.schema import HEAD, REVISIONS, Condition, condition, revision
from weeknotes_desktop.storage.tables import METADATA
from weeknotes_desktop.storage.triggers import FOUND, TRIGGERS, mend_triggers

NOTES = [a_note("n1", rev=1), a_note("n2", rev=3, audience=Audience.ME, tags=())]
GOALS = [a_goal("g1", rev=1), a_goal("g2", rev=1, parent="g1", week=WEEK.plus(1))]


def revision_of(path: Path) -> str | None:
    with closing(connect(path)) as connection:
        return revision(connection)


def shape(connection: sqlite3.Connection) -> dict[str, Any]:
    """All that SQLite knows about the tables of a file."""
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'alembic_version'"
        " AND name NOT LIKE 'search~_%' ESCAPE '~'"
    ).fetchall()
    return {
        name: {
            "columns": connection.execute(f"PRAGMA table_xinfo({name})").fetchall(),
            "keys": sorted(connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()),
            "indexes": sorted(
                (
                    index,
                    unique,
                    origin,
                    partial,
                    connection.execute(f"PRAGMA index_xinfo({index})").fetchall(),
                )
                for _, index, unique, origin, partial in connection.execute(
                    f"PRAGMA index_list({name})"
                ).fetchall()
            ),
        }
        for (name,) in tables
    }


def is_of_the_models(name: str | None, kind: str, _: object) -> bool:
    """What is searched with is no table of a model; it is made by itself."""
    return kind != "table" or not str(name).startswith("search_")


def test_the_revisions_we_know_are_those_that_are_shipped() -> None:
    config = Config()
    config.set_main_option("script_location", "weeknotes_desktop.storage:migrations")
    config.set_main_option("path_separator", "os")
    shipped = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(shipped)) == REVISIONS
    assert shipped[0] == HEAD


def test_a_migrated_file_has_the_tables_of_the_models(library: SqlLibrary) -> None:
    modelled = empty_engine()
    with library._engine.connect() as ours, modelled.connect() as theirs:
        context = MigrationContext.configure(ours, opts={"include_name": is_of_the_models})
        assert compare_metadata(context, METADATA) == []
        files = [one.connection.driver_connection for one in (ours, theirs)]
        migrated, made = (shape(file) for file in files if isinstance(file, sqlite3.Connection))
        assert migrated == made
        assert len(made) > 10
    modelled.dispose()


def test_an_old_library_keeps_every_word_when_it_is_migrated(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    assert revision_of(path) == "0001"
    with open_for_writing(path) as library:
        assert [library.note(note.id) for note in NOTES] == NOTES
        assert [library.goal(goal.id) for goal in GOALS] == GOALS
        assert [line.audience for line in library.summaries()] == [Audience.ME, Audience.PUBLIC]
        library.save_note(replace(NOTES[0], origin="here", origin_hash="abc"))
        assert library.note("n1").origin_hash == "abc"
    assert revision_of(path) == HEAD


def test_a_migrated_goal_says_when_it_was_committed_and_its_log_tells_everything(
    path: Path,
) -> None:
    partly = replace(GOALS[0], outcome=Outcome.PARTLY, line="Two are left")
    make_old_library(path, NOTES, [partly, GOALS[1]])
    with closing(connect(path)) as connection:
        connection.execute(
            "INSERT INTO goal_events (goal, at, kind, detail)"
            " VALUES ('g1', '2026-11-23T12:00:00.000000+00:00', 'committed', '{\"text\": \"It\"}')"
        )
        connection.execute("UPDATE goals SET line = 'By hand' WHERE id = 'g2'")
    with open_for_writing(path) as library:
        first, second = library.goal("g1"), library.goal("g2")
        assert first == replace(partly, committed_at=datetime(2026, 11, 23, 12, tzinfo=UTC))
        told = replay(library.goal_events("g1"), NOW)
        assert (told.says["line"], told.state) == ("Two are left", GoalState.REPORTED)
        assert set(TOLD) <= told.says.keys()
        # A damaged row is neither mended nor told of.
        assert (second.whole, second.line) == (False, "By hand")
        assert "line" not in replay(library.goal_events("g2"), NOW).says


def test_a_reader_migrates_an_old_library_and_leaves_it_unlocked(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    with open_for_reading(path) as reader, open_for_writing(path):
        assert [reader.note(note.id) for note in NOTES] == NOTES


def test_a_reader_does_not_migrate_what_somebody_else_holds(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    script = """
        from pathlib import Path
        from weeknotes_desktop.storage.lock import LibraryLock
        lock = LibraryLock(Path(sys.argv[1]))
        ready()
    """
    with child(script, path), pytest.raises(LibraryBusyError):
        open_for_reading(path)
    assert revision_of(path) == "0001"


def test_a_checked_copy_of_an_old_library_is_kept_before_it_is_migrated(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    open_for_writing(path).close()
    (copy,) = path.with_name("backups").iterdir()
    assert re.fullmatch(r"notes-\d{8}-\d{6}Z-before-migration\.db", copy.name)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert revision_of(copy) == "0001"
    with open_for_reading(copy) as library:
        assert [library.note(note.id) for note in NOTES] == NOTES


def test_a_copy_never_takes_the_place_of_another(path: Path) -> None:
    for _ in range(2):
        make_old_library(path, NOTES, GOALS)
        open_for_writing(path).close()
        path.unlink()
    names = {copy.name for copy in path.with_name("backups").iterdir()}
    assert len(names) == 2


def test_a_copy_holds_what_still_stands_in_the_log(path: Path) -> None:
    make_old_library(path, NOTES, [])
    with closing(connect(path)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("UPDATE notes SET title = 'In the log'")
        open_for_writing(path).close()
    (copy,) = path.with_name("backups").iterdir()
    with closing(connect(copy)) as reader:
        assert reader.execute("SELECT title FROM notes").fetchall() == [("In the log",)] * 2


def test_a_new_library_needs_no_copy(path: Path) -> None:
    open_for_writing(path).close()
    open_for_writing(path).close()
    assert not path.with_name("backups").exists()


KILLED_IN_A_MIGRATION = """
    import os, signal, sys
    from pathlib import Path
    from weeknotes_desktop.storage.migrate import bring_to_head
    def fall(revision):
        if revision == sys.argv[2]:
            os.kill(os.getpid(), signal.SIGKILL)
    bring_to_head(Path(sys.argv[1]), on_step=fall)
"""


def test_a_killed_migration_is_rolled_back_and_the_next_start_finishes_it(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    with closing(connect(path)) as connection:
        before = shape(connection)
    assert killed_itself(KILLED_IN_A_MIGRATION, path, "0002")
    with closing(connect(path)) as connection:
        assert revision(connection) == "0001"
        assert shape(connection) == before
    with open_for_writing(path) as library:
        assert [library.note(note.id) for note in NOTES] == NOTES
    assert revision_of(path) == HEAD


@pytest.mark.parametrize("number", REVISIONS)
def test_a_library_whose_making_was_killed_is_made_by_the_next_start(
    path: Path, number: str
) -> None:
    assert killed_itself(KILLED_IN_A_MIGRATION, path, number)
    with closing(connect(path)) as connection:
        assert condition(connection, path) is Condition.MISSING
        assert shape(connection) == {}
    with open_for_writing(path) as library:
        assert library.add_note(a_note()).rev == 1


def test_an_unfinished_copy_that_a_killed_start_left_is_cleared_away(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    left = unfinished(path, path.with_name("backups"))
    left.parent.mkdir()
    left.write_bytes(b"half a copy")
    open_for_writing(path).close()
    (copy,) = left.parent.iterdir()
    assert copy.name.endswith("Z-before-migration.db")


class StepFailedError(Exception):
    """A step with a mistake in it."""


def fail(revision: str) -> None:
    raise StepFailedError(revision)


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    with pytest.raises(StepFailedError):
        bring_to_head(path, on_step=fail)
    assert revision_of(path) == "0001"
    bring_to_head(path)
    assert revision_of(path) == HEAD


def test_rows_that_point_at_nothing_stop_a_migration(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute("DELETE FROM categories")
    with pytest.raises(DamagedLibraryError):
        open_for_writing(path)
    assert revision_of(path) == "0001"


def test_triggers_that_a_migration_lost_are_made_again(path: Path) -> None:
    make_old_library(path, NOTES, GOALS)
    with closing(connect(path)) as connection:
        connection.execute("DROP TRIGGER goal_events_never_go")
        connection.execute("DROP TRIGGER goal_events_never_change")
        connection.execute(
            "CREATE TRIGGER goal_events_never_change BEFORE UPDATE ON goal_events"
            " BEGIN SELECT 1; END"
        )
    open_for_writing(path).close()
    with closing(connect(path)) as connection:
        assert dict(connection.execute(FOUND).fetchall()) == TRIGGERS
        assert mend_triggers(connection.execute(FOUND).fetchall(), connection.execute) == ()


@pytest.mark.parametrize("change", ["UPDATE goal_events SET kind = 'x'", "DELETE FROM goal_events"])
def test_what_happened_to_a_goal_is_never_rewritten(library: SqlLibrary, change: str) -> None:
    library.add_goal(a_goal(), NOW)
    driver = library._engine.raw_connection().driver_connection
    assert isinstance(driver, sqlite3.Connection)
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        driver.execute(change)


def test_a_library_at_head_is_opened_without_alembic(path: Path) -> None:
    open_for_writing(path).close()
    script = (
        "import sys; from pathlib import Path;"
        "from weeknotes_desktop.storage.library import open_for_writing;"
        "open_for_writing(Path(sys.argv[1])).close();"
        "print([name for name in sys.modules if name.startswith('alembic')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
