"""A path that somebody names means the same wherever it is read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from weeknotes_desktop import paths
from weeknotes_desktop.parts import Parts


def test_a_library_named_by_a_relative_path_is_known_by_its_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WEEKNOTES_LIBRARY", "cloud/notes.db")
    whole = tmp_path / "cloud" / "notes.db"
    assert paths.whole("cloud/notes.db") == paths.library_file() == whole
    parts = Parts(Path("cloud/notes.db"), tmp_path / "settings.toml", lambda: datetime.now(UTC))
    assert parts.library_path == whole


def test_a_tilde_is_a_home_and_a_whole_path_stays_as_it_is(tmp_path: Path) -> None:
    assert paths.whole("~/notes.db") == Path.home() / "notes.db"
    assert paths.whole(tmp_path) == tmp_path


def test_where_the_folder_one_stands_in_is_gone_a_path_stays_as_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert paths.whole("notes.db") == Path("notes.db")
