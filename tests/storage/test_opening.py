"""What stands at the path, and what is said about it."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.storage.children import child, kill
from tests.storage.samples import WEEK, a_draft, a_note
from weeknotes_desktop.domain.errors import (
    DamagedLibraryError,
    DiskFullError,
    LibraryBusyError,
    LibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyError,
)
from weeknotes_desktop.storage import connection as connections
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.faults import library_error
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import (
    SqlLibrary,
    open_after,
    open_for_reading,
    open_for_writing,
)
from weeknotes_desktop.storage.lock import LibraryLock
from weeknotes_desktop.storage.opening import ready_library

OPENINGS: list[Callable[[Path], object]] = [open_for_reading, open_for_writing, FirstRead.open]
opened_any_way = pytest.mark.parametrize("opening", OPENINGS)


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")


def not_even_sqlite(path: Path) -> None:
    path.write_bytes(b"SQLite format 4\0" + bytes(200))


def cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def a_folder(path: Path) -> None:
    path.mkdir()


def says_nothing_of_itself(path: Path) -> None:
    open_for_writing(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as library:
        library.execute("DELETE FROM alembic_version")


def says_it_is_old(path: Path) -> None:
    open_for_writing(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as library:
        library.execute("UPDATE alembic_version SET version_num = '0001'")


@pytest.mark.parametrize("opening", [open_for_reading, open_for_writing])
@pytest.mark.parametrize("wrong", [says_nothing_of_itself, says_it_is_old])
def test_a_library_with_the_wrong_number_is_damaged(
    path: Path, opening: Callable[[Path], object], wrong: Callable[[Path], None]
) -> None:
    wrong(path)
    with pytest.raises(DamagedLibraryError) as refused:
        opening(path)
    assert "damaged" in refused.value.problem


@opened_any_way
def test_a_pipe_is_refused_at_once_and_nothing_is_left_beside_it(
    path: Path, opening: Callable[[Path], object]
) -> None:
    os.mkfifo(path)
    with pytest.raises(NotALibraryError):
        opening(path)
    assert list(path.parent.iterdir()) == [path]


@opened_any_way
def test_a_name_that_is_too_long_is_told(path: Path, opening: Callable[[Path], object]) -> None:
    with pytest.raises(LibraryError) as refused:
        opening(path.with_name("n" * 300))
    assert "could not be used" in refused.value.problem


def test_a_command_that_is_refused_leaves_no_lock_beside_the_file(path: Path) -> None:
    path.write_text("Dear diary")
    with pytest.raises(NotALibraryError):
        open_for_writing(path)
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_file_that_others_could_read_becomes_its_owners_alone(path: Path) -> None:
    path.touch(0o644)
    path.chmod(0o644)
    with open_for_writing(path) as library:
        library.add_note(a_note())
        modes = {stat.S_IMODE(found.stat().st_mode) for found in path.parent.iterdir()}
    assert modes == {0o600}


@opened_any_way
@pytest.mark.parametrize("other", [foreign_database, not_even_sqlite, cut_short, a_folder])
def test_a_file_that_is_no_library_is_refused_and_stays_as_it_is(
    path: Path, opening: Callable[[Path], object], other: Callable[[Path], None]
) -> None:
    other(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(NotALibraryError) as refused:
        opening(path)
    assert str(path) in refused.value.problem
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert {found.name for found in path.parent.iterdir()} <= {"notes.db", "notes.db.lock"}


def of_a_newer_version(path: Path) -> None:
    """A library that says more than this version knows."""
    with open_for_writing(path) as library:
        library.add_note(a_note())
    with closing(connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.execute("CREATE TABLE moods (week TEXT, mood TEXT)")
        connection.execute("ALTER TABLE notes ADD COLUMN mood TEXT")


def test_a_library_of_a_newer_version_is_not_written_and_stays_as_it_is(path: Path) -> None:
    of_a_newer_version(path)
    before = path.read_bytes()
    # Whoever shows the error keeps it, and with it everything it was raised in.
    shown = []
    for _ in range(2):
        with pytest.raises(NewerLibraryError) as refused:
            open_for_writing(path)
        shown.append(refused.value)
    assert "newer version" in shown[1].problem
    assert path.read_bytes() == before
    assert not path.with_name("backups").exists()


def test_a_library_of_a_newer_version_is_read(path: Path) -> None:
    of_a_newer_version(path)
    with open_for_reading(path) as library:
        assert library.note("n1") == a_note(rev=1)
        with pytest.raises(LibraryError):
            library.save_note(a_note(rev=1))


def test_a_start_shows_a_library_of_a_newer_version_and_leaves_it_to_others(path: Path) -> None:
    of_a_newer_version(path)
    first = ready_library(path, this_week=WEEK)
    assert first.read_only is not None
    assert str(first.read_only) == (
        "These notes were written by a newer version. Opened for reading only."
    )
    assert first.first_sight(WEEK).note == a_note(rev=1)
    with pytest.raises(LibraryError):
        first.keep_draft(a_draft())
    # Whoever knows that version may take the lock.
    LibraryLock(path).release()
    with open_after(first) as library:
        assert library.note("n1") == a_note(rev=1)
    first.close()


@pytest.mark.parametrize("opening", [open_for_reading, ready_library])
def test_a_library_too_new_to_be_read_is_refused(
    path: Path, opening: Callable[[Path], object]
) -> None:
    of_a_newer_version(path)
    with closing(connect(path)) as connection:
        connection.execute("ALTER TABLE weeks RENAME COLUMN focus TO intention")
        connection.execute("ALTER TABLE notes RENAME COLUMN label TO name")
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError) as refused:
        opening(path)
    assert "install the newer version" in refused.value.remedy
    assert path.read_bytes() == before


def test_a_library_that_is_not_there_reads_as_an_empty_one_and_is_not_made(path: Path) -> None:
    with open_for_reading(path) as library:
        with library.transaction():
            assert library.summaries() == ()
            assert library.note_from("somewhere") is None
        with pytest.raises(ReadOnlyError):
            library.add_note(a_note())
    assert list(path.parent.iterdir()) == []


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    with open_for_reading(path) as library:
        assert library.summaries() == ()
    with open_for_writing(path) as library:
        library.add_note(a_note())


def test_a_new_library_and_its_folders_are_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "some" / "where" / "notes.db"
    with open_for_writing(path) as library:
        library.add_note(a_note())
        modes = {found.name: stat.S_IMODE(found.stat().st_mode) for found in path.parent.iterdir()}
    assert modes == {
        "notes.db": 0o600,
        "notes.db-wal": 0o600,
        "notes.db-shm": 0o600,
        "notes.db.lock": 0o600,
    }
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_a_path_may_have_any_letters(tmp_path: Path) -> None:
    path = tmp_path / "100% mine? #1 – ü" / "notes & more.db"
    with open_for_writing(path) as library:
        kept = library.add_note(a_note())
    with open_for_reading(path) as library:
        assert library.note("n1") == kept


def test_a_reader_changes_nothing(path: Path) -> None:
    with open_for_writing(path) as library:
        kept = library.add_note(a_note())
    with open_for_reading(path) as library:
        for write in (
            lambda: library.save_note(kept),
            lambda: library.keep_draft(a_draft()),
        ):
            with pytest.raises(ReadOnlyError):
                write()
        assert library.note("n1") == kept


def test_every_writing_connection_is_as_safe_as_it_must_be(library: SqlLibrary) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
        "cell_size_check": 1,
        "wal_autocheckpoint": 200,
        "fullfsync": 1,
    }
    with library._engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        assert driver.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == 20_000_000
        assert driver.isolation_level is None
    assert found == wanted


def test_a_disk_that_cannot_keep_notes_safely_is_refused(path: Path) -> None:
    open_for_writing(path).close()
    # A database in memory cannot be asked to write ahead, like some shared folders.
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        with pytest.raises(LibraryError) as refused:
            connections._prepare(memory, path, connections.Mode.WRITE)
        assert "journal_mode is memory" in refused.value.problem


def fill_the_disk(library: SqlLibrary) -> None:
    """Let the file grow no further, which SQLite reports as a full disk."""
    _allow_pages(library, "(SELECT page_count FROM pragma_page_count)")


def free_the_disk(library: SqlLibrary) -> None:
    _allow_pages(library, "1000000")


def _allow_pages(library: SqlLibrary, number: str) -> None:
    driver = library._engine.raw_connection().driver_connection
    assert isinstance(driver, sqlite3.Connection)
    (pages,) = driver.execute(f"SELECT {number}").fetchone()
    driver.execute(f"PRAGMA max_page_count = {pages}")


def too_much(library: SqlLibrary) -> None:
    with library.transaction():
        library.save_note(a_note(rev=1, title="Small enough to fit"))
        library.add_note(a_note("n2", body="x" * 1_000_000))


def too_much_and_on(library: SqlLibrary) -> None:
    with library.transaction():
        with suppress(DiskFullError):
            library.keep_draft(a_draft("n2", body="x" * 1_000_000))
        library.keep_draft(a_draft(title="t", body="b"))


def test_a_full_disk_says_so_and_keeps_nothing_of_the_transaction(library: SqlLibrary) -> None:
    kept = library.add_note(a_note())
    fill_the_disk(library)
    with pytest.raises(DiskFullError) as refused:
        too_much(library)
    assert "full" in refused.value.problem
    assert library.note("n1") == kept
    free_the_disk(library)
    too_much(library)
    assert len(library.summaries()) == 2


def too_much_and_never_mind(library: SqlLibrary) -> None:
    with library.transaction():
        library.keep_draft(a_draft(title="t", body="b"))
        with suppress(DiskFullError):
            library.keep_draft(a_draft("n2", body="x" * 1_000_000))


def test_what_came_before_a_full_disk_in_the_same_transaction_never_passes_for_kept(
    library: SqlLibrary,
) -> None:
    fill_the_disk(library)
    with pytest.raises(LibraryError):
        too_much_and_never_mind(library)
    assert library.drafts() == ()


def test_what_follows_a_full_disk_in_the_same_transaction_is_not_kept_in_pieces(
    library: SqlLibrary,
) -> None:
    library.add_note(a_note())
    fill_the_disk(library)
    with pytest.raises(LibraryError):
        too_much_and_on(library)
    assert library.drafts() == ()


def test_a_note_that_does_not_fit_leaves_nothing_and_what_else_was_written_is_kept(
    library: SqlLibrary,
) -> None:
    library.keep_draft(a_draft("n0"))
    fill_the_disk(library)
    with library.transaction():
        with suppress(DiskFullError):
            library.add_note(a_note("n2", body="x" * 1_000_000))
        library.keep_draft(a_draft("n0", body="b"))
    assert library.summaries() == ()
    assert [draft.body for draft in library.drafts()] == ["b"]


def test_a_locked_file_says_who_has_it(path: Path) -> None:
    open_for_writing(path).close()
    with closing(connect(path)) as one, closing(connect(path)) as other:
        one.execute("BEGIN IMMEDIATE")
        other.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(sqlite3.OperationalError) as refused:
            other.execute("BEGIN IMMEDIATE")
        assert isinstance(library_error(refused.value, path), LibraryBusyError)


def test_a_text_larger_than_the_library_takes_is_refused(library: SqlLibrary) -> None:
    with pytest.raises(LibraryError) as refused:
        library.add_note(a_note(body="x" * 20_000_001))
    assert "larger" in refused.value.problem
    assert library.summaries() == ()


def test_a_damaged_file_is_told_and_stays_as_it_is(path: Path) -> None:
    with open_for_writing(path) as library:
        for number in range(200):
            library.add_note(a_note(f"n{number}", body="word " * 400))
    whole = path.read_bytes()
    torn = whole[:8192] + os.urandom(len(whole) - 8192)
    path.write_bytes(torn)
    with pytest.raises(DamagedLibraryError) as refused, open_for_reading(path) as library:
        library.summaries()
    assert "damaged" in refused.value.problem
    assert path.read_bytes() == torn


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EACCES, ReadOnlyError),
        (errno.EROFS, ReadOnlyError),
        (errno.EIO, LibraryError),
    ],
)
def test_what_the_system_says_is_said_in_the_writers_words(
    path: Path, number: int, meaning: type[LibraryError]
) -> None:
    assert type(library_error(OSError(number, os.strerror(number)), path)) is meaning


def test_an_unknown_error_of_ours_is_not_dressed_up_as_the_writers(path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as memory:
        with pytest.raises(sqlite3.OperationalError) as bug:
            memory.execute("SELECT * FROM nowhere")
        assert library_error(bug.value, path) is None


def test_an_error_says_nothing_of_what_the_writer_wrote(path: Path) -> None:
    secret = "Nobody slept in the week of the bridge"
    with open_for_writing(path) as library:
        with library._engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE drafts")
        with pytest.raises(Exception, match="no such table") as bug:
            library.keep_draft(a_draft(body=secret))
    assert secret not in str(bug.value)


AS_NOBODY = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import open_after, open_for_reading, open_for_writing
import weeknotes_desktop.storage.migrate
os.chdir(sys.argv[1])
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)

def said(call):
    try:
        return call()
    except WeekNotesError as error:
        return type(error).__name__

path = Path("notes.db")
print(said(lambda: [line.id for line in open_for_reading(path).summaries()]))
print(said(lambda: open_for_writing(path)))

def start():
    first = FirstRead.open(path)
    print(first.read_only)
    print(type(first.read_only).__name__, first.first_sight(Week(2026, 48)).note.id)
    draft = Draft(note_id="n1", base_rev=1, title="", body="", written_at=datetime.now(UTC))
    print(said(lambda: first.keep_draft(draft)))
    with open_after(first) as library:
        print([line.id for line in library.summaries()])
    first.close()

print(said(start))
"""


def as_nobody(folder: Path) -> list[str]:
    """What a user is told who may read the folder's files and change nothing in it."""
    folder.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(folder)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        folder.chmod(0o755)
    return done.stdout.splitlines()


@pytest.fixture
def shared_path() -> Iterator[Path]:
    """Where a library would be that other users of the machine can reach."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder, "notes.db")


def test_a_folder_that_cannot_be_written_is_read(shared_path: Path) -> None:
    path = shared_path
    with open_for_writing(path) as library:
        library.add_note(a_note())
    path.chmod(0o444)
    path.with_name("notes.db.lock").unlink()
    assert as_nobody(path.parent) == [
        "['n1']",
        "ReadOnlyError",
        "This folder cannot be written. You can read and export.",
        "ReadOnlyError n1",
        "ReadOnlyError",
        "['n1']",
        "None",
    ]


WRITES_AND_STAYS = """
    from pathlib import Path
    from tests.storage.samples import a_note
    from weeknotes_desktop.storage.library import open_for_writing
    library = open_for_writing(Path(sys.argv[1]))
    library.add_note(a_note())
    ready()
"""


def test_last_saves_that_still_wait_are_never_left_out_silently(shared_path: Path) -> None:
    path = shared_path
    with child(WRITES_AND_STAYS, path) as writer:
        kill(writer)
    for beside in ("", "-wal", "-shm"):
        path.with_name(f"notes.db{beside}").chmod(0o444)
    path.with_name("notes.db.lock").unlink()
    assert as_nobody(path.parent)[0] == "['n1']"
    path.with_name("notes.db-shm").unlink()
    assert as_nobody(path.parent)[0] == "LibraryError"


def test_an_acknowledged_save_survives_a_sudden_end(path: Path) -> None:
    with child(WRITES_AND_STAYS, path) as writer:
        kill(writer)
    with open_for_writing(path) as library:
        assert library.note("n1") == a_note(rev=1)


def test_a_draft_that_was_kept_at_the_start_survives_a_sudden_end(path: Path) -> None:
    with open_for_writing(path) as library:
        library.add_note(a_note())
    script = """
        from pathlib import Path
        from tests.storage.samples import a_draft
        from weeknotes_desktop.storage.first_read import FirstRead
        FirstRead.open(Path(sys.argv[1])).keep_draft(a_draft())
        ready()
    """
    with child(script, path) as window:
        kill(window)
    with open_for_reading(path) as library:
        assert library.draft("n1") == a_draft()
