from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.markdown_back_up.libraries import NOW, a_whole_library
from weeknotes_desktop.domain.errors import ImportFailedError
from weeknotes_desktop.domain.everything import FoundBackUp
from weeknotes_desktop.domain.found import FoundPage
from weeknotes_desktop.publishing.importers.any_source import AnySource
from weeknotes_desktop.publishing.markdown_back_up.folders import MarkdownFolders
from weeknotes_desktop.publishing.markdown_back_up.manifest import NAME

PAGE = "Weeknote v3.9\n\nWeek beginning 1 March 2021\n\nWe lent one book.\n"


def test_a_saved_page_is_read_as_posts(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    found = AnySource().read(tmp_path / "page.txt")
    assert isinstance(found, FoundPage)
    assert [note.label for note in found.notes] == ["Weeknote v3.9"]


@pytest.mark.parametrize("named", ["", NAME])
def test_a_back_up_is_read_as_one(tmp_path: Path, named: str) -> None:
    MarkdownFolders().write(a_whole_library(), tmp_path / "out", NOW)
    found = AnySource().read(tmp_path / "out" / named)
    assert isinstance(found, FoundBackUp)
    assert found.everything.notes == a_whole_library().notes


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_note_out_of_a_back_up_is_never_read_as_a_public_post(tmp_path: Path, end: str) -> None:
    text = f"---\nid: x\ntitle: ''\naudience: me\n---\n{PAGE}".replace("\n", end)
    (tmp_path / "note.md").write_text(text, encoding="utf-8", newline="")
    with pytest.raises(ImportFailedError, match="whole folder"):
        AnySource().read(tmp_path / "note.md")


def test_a_page_that_begins_with_a_line_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(f"---\n\n{PAGE}", encoding="utf-8")
    assert isinstance(AnySource().read(tmp_path / "page.txt"), FoundPage)
