"""Moving a library out of a folder that others carry along."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.storage.children import child
from tests.storage.samples import NOW, a_goal, a_note
from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.errors import LibraryBusyError, LibraryError
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.storage.backups import LibraryBackUps
from weeknotes_desktop.storage.cloud_folders import cloud_of
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.storage.moving import Moved, move_library

EARLIER = NOW - timedelta(hours=1)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library in a cloud folder."""
    path = tmp_path / "Dropbox" / "notes.db"
    with open_for_writing(path) as library:
        library.add_note(a_note())
        library.add_goal(a_goal(), NOW)
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "home" / "weeknotes" / "notes.db"


def move(old: Path, new: Path) -> Moved:
    return move_library(old, new, old.parent, lambda: NOW)


def titles(path: Path) -> list[str]:
    with open_for_reading(path) as library:
        return [line.title for line in library.summaries()]


def test_a_moved_library_is_whole_at_its_new_place_and_its_old_name_still_opens_it(
    old: Path, new: Path
) -> None:
    moved = move(old, new)
    assert (moved.library, moved.linked) == (new, True)
    assert titles(new) == ["The bridge holds"]
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert not new.is_symlink()
    assert old.resolve() == new
    with open_for_writing(old) as library:
        library.add_note(a_note("n2", title="By the old name"))
    assert titles(new) == ["By the old name", "The bridge holds"]


def test_the_old_file_is_kept_as_it_was(old: Path, new: Path) -> None:
    moved = move(old, new)
    assert moved.kept == old.with_name("notes-before-move.db")
    assert titles(moved.kept) == ["The bridge holds"]
    with open_for_writing(old) as library:
        library.add_note(a_note("n2"))
    assert len(titles(moved.kept)) == 1


def test_the_kept_file_is_told_as_something_that_holds_what_is_forgotten(
    old: Path, new: Path
) -> None:
    moved = move(old, new)
    holding = LibraryBackUps(new, None, lambda: NOW).that_hold("n1")
    assert moved.kept in [one.path for one in holding]


def test_what_still_stands_in_the_log_moves_along(old: Path, new: Path) -> None:
    script = """
        import os, signal
        from pathlib import Path
        from tests.storage.samples import a_note
        from weeknotes_desktop.storage.library import open_for_writing
        library = open_for_writing(Path(sys.argv[1]))
        library.add_note(a_note("n2", title="In the log"))
        ready()
    """
    with child(script, old):
        pass
    assert old.with_name("notes.db-wal").stat().st_size
    moved = move(old, new)
    # One file to keep, and no log that somebody might carry away without it.
    log = moved.kept.with_name(f"{moved.kept.name}-wal")
    assert not log.exists() or log.stat().st_size == 0
    assert titles(new) == titles(moved.kept) == ["In the log", "The bridge holds"]


def test_only_back_ups_go_to_the_cloud_folder_from_then_on(old: Path, new: Path) -> None:
    before = LibraryBackUps(old, None, lambda: EARLIER).make(Reason.START)
    moved = move(old, new)
    back_ups = LibraryBackUps(new, old.parent, lambda: NOW)
    assert cloud_of(new) is None
    assert cloud_of(moved.back_up.path) == "Dropbox"
    # The earlier ones are listed as well.
    assert [one.made_at for one in back_ups.all()] == [NOW, before.made_at]
    assert all(back_ups.is_whole(one.path) for one in back_ups.all())


def test_back_ups_that_lay_in_the_cloud_folder_already_are_listed_too(old: Path, new: Path) -> None:
    before = LibraryBackUps(old, old.parent, lambda: EARLIER).make(Reason.START)
    move(old, new)
    found = LibraryBackUps(new, old.parent, lambda: NOW).all()
    assert [one.made_at for one in found] == [NOW, before.made_at]


def test_a_library_that_lies_there_already_is_left_alone(old: Path, new: Path) -> None:
    with open_for_writing(new) as library:
        library.add_note(a_note("n2", title="Mine"))
    letters = old.read_bytes()
    with pytest.raises(LibraryError, match="Other notes lie in"):
        move(old, new)
    assert titles(new) == ["Mine"]
    assert (old.is_symlink(), old.read_bytes()) == (False, letters)
    assert not old.with_name("notes-before-move.db").exists()


def test_a_move_that_was_cut_short_is_finished_by_another(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True)
    with closing(connect(old)) as connection:
        connection.execute("VACUUM INTO ?", (str(new),))
    old.with_name(".notes.db.link").symlink_to("nowhere")
    assert move(old, new).linked
    assert titles(old) == titles(new) == ["The bridge holds"]


def test_half_a_copy_of_a_move_that_was_cut_short_is_cleared_away(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True)
    (new.parent / ".notes.db.part").write_bytes(b"half a copy")
    move(old, new)
    assert {one.name for one in new.parent.iterdir() if one.name.endswith("part")} == set()


def test_a_library_that_is_open_is_not_moved(old: Path, new: Path) -> None:
    with open_for_writing(old), pytest.raises(LibraryBusyError):
        move(old, new)
    assert not old.is_symlink()
    assert not new.exists()


@pytest.mark.parametrize("place", ["missing", "the same", "a site"])
def test_what_cannot_be_moved_is_told_and_left(place: str, old: Path, new: Path) -> None:
    if place == "a site":
        (old.parent / "index.html").touch()
    with pytest.raises(LibraryError):
        move(
            old.with_name("missing.db") if place == "missing" else old,
            old if place == "the same" else new,
        )
    assert not new.exists()
    assert titles(old) == ["The bridge holds"]


def test_a_second_move_keeps_the_old_file_of_the_first(old: Path, new: Path) -> None:
    first = move(old, new)
    old.unlink()
    with open_for_writing(old) as library:
        library.add_note(a_note("n2", title="Begun anew"))
    second = move(old, new.with_name("other.db"))
    assert titles(first.kept) == ["The bridge holds"]
    assert titles(second.kept) == ["Begun anew"]


def test_the_back_up_of_a_moved_library_is_checked(old: Path, new: Path) -> None:
    moved = move(old, new)
    assert moved.back_up.whole
    with closing(sqlite3.connect(moved.back_up.path)) as reader:
        assert reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert os.path.commonpath([moved.back_up.path, old]) == str(old.parent)


@pytest.mark.parametrize("chosen", ["", "mine"])
def test_back_ups_of_a_moved_library_go_where_the_settings_say_or_where_it_was(
    chosen: str, old: Path, new: Path, tmp_path: Path
) -> None:
    parts = Parts(old, tmp_path / "settings.toml", lambda: NOW)
    folder = str(tmp_path / chosen) if chosen else ""
    parts.settings_store().change("back-up-folder", folder)
    assert parts.cloud_of(old) == "Dropbox"
    assert parts.move_library(new) == old.with_name("notes-before-move.db")
    expected = tmp_path / "mine" if chosen else old.parent
    (made,) = LibraryBackUps(new, expected, lambda: NOW).all()
    assert made.path.is_relative_to(expected)
