from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from weeknotes_desktop.storage.library import SqlLibrary, open_for_writing
from weeknotes_desktop.storage.search.reading import FileSearch


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a library would be."""
    return tmp_path / "notes.db"


@pytest.fixture
def library(path: Path) -> Iterator[SqlLibrary]:
    """A new library on the disk, open for writing."""
    with open_for_writing(path) as opened:
        yield opened


@pytest.fixture
def searching(library: SqlLibrary, path: Path) -> Iterator[FileSearch]:
    """Looks for things in it."""
    search = FileSearch(path)
    yield search
    search.close()
