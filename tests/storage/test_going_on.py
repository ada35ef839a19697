"""A library goes on once the disk does, whatever failed in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.samples import a_note
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.storage.library import SqlLibrary


def test_a_library_that_could_not_be_opened_after_mending_is_opened_later(
    library: SqlLibrary, path: Path
) -> None:
    library.add_note(a_note())
    away = path.rename(path.with_name("away.db"))
    path.mkdir()
    with pytest.raises(LibraryError):
        library.mend()
    with pytest.raises(LibraryError):
        library.summaries()
    path.rmdir()
    away.rename(path)
    assert [line.id for line in library.summaries()] == [a_note().id]
