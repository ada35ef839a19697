from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread

import pytest

from tests.storage.children import child, kill
from tests.storage.old_library import make_old_library
from tests.storage.samples import a_note
from weeknotes_desktop.domain.errors import LibraryBusyError
from weeknotes_desktop.storage.early_lock import take_early
from weeknotes_desktop.storage.first_read import FirstRead
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.storage.lock import LibraryLock, Take, take_with_filelock

HOLDS_THE_LOCK = """
    from pathlib import Path
    from weeknotes_desktop.storage.library import open_for_writing
    library = open_for_writing(Path(sys.argv[1]))
    ready()
"""
A_WINDOW_HOLDS_THE_LOCK = """
    from pathlib import Path
    from weeknotes_desktop.storage.first_read import FirstRead
    first = FirstRead.open(Path(sys.argv[1]))
    assert "filelock" not in sys.modules
    ready()
"""

by_command_or_window = pytest.mark.parametrize(
    "holder", [HOLDS_THE_LOCK, A_WINDOW_HOLDS_THE_LOCK], ids=["command", "window"]
)

by_either = pytest.mark.parametrize("take", [take_with_filelock, take_early])


@by_command_or_window
def test_a_second_writer_is_told_so_in_a_sentence(holder: str, path: Path) -> None:
    with child(holder, path):
        for opening in (open_for_writing, FirstRead.open, LibraryLock):
            with pytest.raises(LibraryBusyError) as refused:
                opening(path)
            assert "Another window or command" in refused.value.problem


def test_a_reader_needs_no_lock(path: Path) -> None:
    with child(HOLDS_THE_LOCK, path), open_for_reading(path) as library:
        assert library.summaries() == ()


@by_command_or_window
def test_a_writer_that_was_killed_leaves_no_stale_lock(holder: str, path: Path) -> None:
    with child(holder, path) as writer:
        kill(writer)
        with open_for_writing(path) as library:
            assert library.summaries() == ()
        FirstRead.open(path).close()


def test_a_reader_waits_while_somebody_else_migrates(path: Path) -> None:
    make_old_library(path, [a_note(rev=1)], [])
    lock = LibraryLock(path)
    with ThreadPoolExecutor(1) as other:
        reading = other.submit(lambda: open_for_reading(path).close())
        with pytest.raises(TimeoutError):
            reading.result(timeout=0.2)
        lock.release()
        reading.result()


def test_the_lock_is_given_back_when_the_library_is_closed(path: Path) -> None:
    for _ in range(2):
        with open_for_writing(path), pytest.raises(LibraryBusyError):
            open_for_writing(path)


@by_either
def test_a_lock_taken_by_one_thread_can_be_given_back_by_another(take: Take, path: Path) -> None:
    lock = LibraryLock(path, take)
    other = Thread(target=lock.release)
    other.start()
    other.join()
    again = LibraryLock(path, take)
    for _ in range(2):
        again.release()


def test_a_link_to_a_library_is_locked_with_the_library(path: Path) -> None:
    link = path.with_name("link.db")
    link.symlink_to(path)
    with open_for_writing(path), pytest.raises(LibraryBusyError):
        open_for_writing(link)


@by_either
def test_a_lock_is_its_owners_alone(take: Take, path: Path) -> None:
    with LibraryLock(path, take):
        assert stat.S_IMODE(path.with_name("notes.db.lock").stat().st_mode) == 0o600
