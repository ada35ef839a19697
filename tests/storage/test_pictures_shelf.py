"""The pictures of a library, said to the one on the disk and to the fake alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import FakeLibrary
from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.storage.fingerprints import wrong_rows
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing

BRIDGE = Picture.of(b"\x89PNG bridge", "image/png", "IMG 1.png")
WEIR = Picture.of(b"\xff\xd8 weir", "image/jpeg")


@pytest.fixture(params=["on disk", "fake"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NoteLibrary]:
    if request.param == "fake":
        yield FakeLibrary()
    else:
        with open_for_writing(tmp_path / "notes.db") as library:
            yield library


def test_a_picture_that_was_kept_reads_back(shelf: NoteLibrary) -> None:
    shelf.keep_picture(BRIDGE)
    shelf.keep_picture(WEIR)
    assert shelf.picture(BRIDGE.id) == BRIDGE
    assert shelf.picture(WEIR.id) == WEIR


def test_the_same_picture_is_kept_once_and_stays_as_it_was(shelf: NoteLibrary) -> None:
    shelf.keep_picture(BRIDGE)
    shelf.keep_picture(replace(BRIDGE, name="other.png"))
    assert shelf.picture(BRIDGE.id) == BRIDGE


def test_a_picture_that_nobody_kept_is_not_there(shelf: NoteLibrary) -> None:
    with pytest.raises(NotFoundError):
        shelf.picture(BRIDGE.id)


def test_the_bytes_of_a_picture_stand_in_the_file_once(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        library.keep_picture(BRIDGE)
        library.keep_picture(BRIDGE)
    with closing(sqlite3.connect(tmp_path / "notes.db")) as connection:
        (count,) = connection.execute("SELECT count(*) FROM contents").fetchone()
    assert count == 1


def test_a_picture_that_was_kept_can_be_read_by_others_at_once(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        library.keep_picture(BRIDGE)
        with open_for_reading(tmp_path / "notes.db") as reader:
            assert reader.picture(BRIDGE.id) == BRIDGE


@pytest.mark.parametrize("damage", ["media_type = 'text/html'", "content_sha256 = '0'"])
def test_damage_to_what_is_said_about_a_picture_is_found(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.keep_picture(BRIDGE)
    with closing(sqlite3.connect(path)) as connection:
        assert [row.table for row in wrong_rows(connection)] == []
        connection.execute(f"UPDATE attachments SET {damage}")
        assert [row.table for row in wrong_rows(connection)] == ["attachments"]


def test_a_picture_goes_along_with_a_complete_back_up(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        library.keep_picture(BRIDGE)
        everything = library.everything()
    with open_for_writing(tmp_path / "other.db") as other:
        other.take_everything(everything)
        assert other.picture(BRIDGE.id) == BRIDGE
