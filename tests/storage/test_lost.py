"""A library that is gone is no library yet to be made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.damage import a_library_with_a_back_up, notes_in
from tests.storage.samples import NOW, WEEK, a_note
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.errors import DamagedLibraryError
from weeknotes_desktop.domain.soundness import Mended
from weeknotes_desktop.storage.back_up_folder import kept_aside
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.checks import FileChecks
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.storage.opening import ready_library


def start(path: Path) -> Mended | None:
    first = ready_library(path, this_week=WEEK)
    first.close()
    return first.mended


def gone(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def only_its_log(path: Path, folder: Path, lose: Callable[[Path], None]) -> Path:
    """A library of which, after a sudden end, nothing is left but the log."""
    with open_for_writing(path) as library:
        library.add_note(a_note())
        copy = folder / path.name
        folder.mkdir()
        for found in path.parent.glob("notes.db*"):
            if not found.name.endswith((".lock", "-shm")):
                shutil.copy(found, folder / found.name)
    lose(copy)
    return copy


@pytest.mark.parametrize("lose", [gone, emptied])
def test_saves_in_a_log_without_its_file_are_brought_back(
    path: Path, tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    copy = only_its_log(path, tmp_path / "left", lose)
    log = copy.with_name("notes.db-wal").read_bytes()
    mended = start(copy)
    assert mended is not None
    assert mended.missing
    assert set(notes_in(copy)) == {"n1"}
    kept = [one for one in (tmp_path / "left" / "damaged").iterdir() if one.name.endswith("-wal")]
    assert [one.read_bytes() for one in kept] == [log]


def test_a_log_without_its_file_of_which_nothing_can_be_read_is_kept_aside_and_told(
    path: Path,
) -> None:
    log = path.with_name("notes.db-wal")
    log.write_bytes(bytes(range(256)) * 64)
    mended = start(path)
    assert mended is not None
    assert mended.kept_aside is not None
    assert mended.kept_aside.read_bytes() == bytes(range(256)) * 64
    assert tuple(kept_aside(path)) == (mended.kept_aside,)
    assert notes_in(path) == {}


def test_a_second_log_that_is_kept_aside_in_the_same_second_takes_the_place_of_none(
    path: Path,
) -> None:
    for letter in b"ab":
        for found in path.parent.glob("notes.db*"):
            found.unlink()
        path.with_name("notes.db-wal").write_bytes(bytes([letter]) * 64)
        start(path)
    assert sorted(one.read_bytes()[:1] for one in kept_aside(path)) == [b"a", b"b"]


@pytest.mark.parametrize("elsewhere", [False, True], ids=["beside", "in a chosen folder"])
def test_a_library_that_is_gone_is_restored_from_its_newest_back_up(
    path: Path, tmp_path: Path, *, elsewhere: bool
) -> None:
    folder = tmp_path / "chosen" if elsewhere else None
    with open_for_writing(path) as library:
        library.add_note(a_note())
    LibraryBackUps(path, folder, lambda: NOW).make(Reason.START)
    path.unlink()
    first = ready_library(path, this_week=WEEK, back_up_folder=folder)
    first.close()
    assert first.mended is not None
    assert first.mended.missing
    assert first.mended.restored_from is not None
    assert first.mended.kept_aside is None
    assert set(notes_in(path)) == {"n1"}


@pytest.mark.parametrize("opening", [open_for_reading, open_for_writing])
def test_no_command_begins_an_empty_library_where_one_is_gone(
    path: Path, opening: Callable[[Path], object]
) -> None:
    a_library_with_a_back_up(path)
    path.unlink()
    with pytest.raises(DamagedLibraryError) as refused:
        opening(path)
    assert "missing" in refused.value.problem
    assert "To begin empty" in refused.value.remedy
    assert not path.exists()


def test_who_moves_the_back_ups_away_too_begins_with_an_empty_library(path: Path) -> None:
    a_library_with_a_back_up(path)
    path.unlink()
    path.with_name("backups").rename(path.with_name("put away"))
    assert start(path) is None
    assert notes_in(path) == {}


def test_a_library_that_is_gone_is_not_called_well(path: Path) -> None:
    a_library_with_a_back_up(path)
    path.unlink()
    checks = FileChecks(path, LibraryBackUps(path, None, lambda: NOW), lambda: NOW)
    assert not checks.quick()[0].ok
    assert not checks.thorough()[0].ok
