"""A rescue file holds the whole text or is not there, and never takes another file's place."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.storage.rescue_file import write


def test_it_holds_title_and_body_for_its_owner_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "rescue.md", "Mud", "We dug.\n\n::: private\nAlone.\n:::\n")
    assert path.read_text(encoding="utf-8") == "# Mud\n\nWe dug.\n\n::: private\nAlone.\n:::\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["rescue.md"]


def test_without_a_title_it_is_the_body_to_the_letter(tmp_path: Path) -> None:
    assert write(tmp_path / "rescue.md", "", "no end of line").read_bytes() == b"no end of line"


def test_it_never_takes_the_place_of_a_library(tmp_path: Path) -> None:
    library = tmp_path / "notes.md"
    with sqlite3.connect(library) as connection:
        connection.execute("CREATE TABLE kept (this)")
    connection.close()
    before = library.read_bytes()
    with pytest.raises(LibraryError, match="holds notes"):
        write(library, "Mud", "We dug.")
    assert library.read_bytes() == before


def test_a_folder_is_no_place_for_it(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is not a file"):
        write(tmp_path, "Mud", "We dug.")
    with pytest.raises(LibraryError, match="could not be written"):
        write(tmp_path / "nowhere" / "rescue.md", "Mud", "We dug.")
