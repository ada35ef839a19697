"""The pictures of a library, said to the one on the disk and to the fake alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.careless import careless
from tests.fakes import FakeLibrary
from tests.publishing.markdown_back_up.libraries import a_whole_library
from tests.storage.samples import NOW, a_note
from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.picture import Picture
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.version import Occasion, of_note
from weeknotes_desktop.storage.fingerprints import wrong_rows
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.storage.tables import METADATA
from weeknotes_desktop.storage.unnamed_pictures import unnamed_pictures

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


def test_the_bytes_go_with_the_last_picture_that_has_them(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.keep_picture(BRIDGE)
        library.keep_picture(WEIR)
        library.remove_picture(BRIDGE.id)
        library.remove_picture(BRIDGE.id)
        assert library.unnamed_pictures() == (WEIR.id,)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT content FROM contents").fetchall() == [(WEIR.content,)]


def test_where_an_earlier_text_cannot_be_read_it_may_have_named_any_picture(
    tmp_path: Path,
) -> None:
    path = tmp_path / "notes.db"
    with open_for_writing(path) as library:
        library.keep_picture(BRIDGE)
        note = library.add_note(a_note())
        library.keep_version(of_note(note, Occasion.PAUSE, "v", NOW))
        assert library.unnamed_pictures() == (BRIDGE.id,)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE versions SET packed = x'00'")
        connection.commit()
    with open_for_reading(path) as library:
        assert library.unnamed_pictures() == ()


def test_every_column_that_holds_words_is_looked_through(tmp_path: Path) -> None:
    """A new column must not make its pictures go."""
    words = f"![The bridge]({BRIDGE.address})"
    with open_for_writing(tmp_path / "notes.db") as library:
        library.keep_picture(BRIDGE)
        library.take_everything(a_whole_library())
    looked_at = set()
    for table in METADATA.sorted_tables:
        if table.name in ("attachments", "contents", "library_settings"):
            continue
        for column in table.columns:
            if str(column.type) != "VARCHAR" or column.primary_key:
                continue
            looked_at.add(f"{table.name}.{column.name}")
            copy = tmp_path / f"{table.name}-{column.name}.db"
            copy.write_bytes((tmp_path / "notes.db").read_bytes())
            with closing(careless(copy)) as connection:
                connection.execute("PRAGMA foreign_keys = 0")
                connection.execute("DROP TRIGGER goal_events_never_change")
                connection.execute(
                    f"UPDATE {table.name} SET {column.name} = ? || rowid", (f"{words} ",)
                )
                connection.commit()
                assert BRIDGE.id not in unnamed_pictures(connection), copy.name
    assert {"notes.body", "drafts.body", "goals.text", "snapshots.body"} <= looked_at
