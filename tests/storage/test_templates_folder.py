from __future__ import annotations

import os
from pathlib import Path

import pytest

from weeknotes_desktop.domain.errors import NotFoundError, SettingsError
from weeknotes_desktop.domain.template import BUILT_IN
from weeknotes_desktop.storage.templates_folder import TemplatesFolder

OURS = tuple(template.name for template in BUILT_IN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "templates"
    made.mkdir()
    return made


def test_without_a_folder_there_is_what_is_built_in(tmp_path: Path) -> None:
    templates = TemplatesFolder(tmp_path / "nowhere")
    assert templates.names() == OURS
    assert templates.template("blank").text == ""


def test_own_templates_are_markdown_files(folder: Path) -> None:
    (folder / "Standup.md").write_text("\ufeff## Done\n\nä", encoding="utf-8")
    (folder / "Board.MD").write_text("## Board", encoding="utf-8")
    (folder / "notes.txt").write_text("no", encoding="utf-8")
    (folder / "sub.md").mkdir()
    os.mkfifo(folder / "pipe.md")
    templates = TemplatesFolder(folder)
    assert templates.names() == ("Board", "Standup", *OURS)
    assert templates.template("standup").text == "## Done\n\nä"
    with pytest.raises(NotFoundError):
        templates.template("pipe")


def test_an_own_template_hides_one_of_ours(folder: Path) -> None:
    (folder / "blank.md").write_text("Not so blank", encoding="utf-8")
    templates = TemplatesFolder(folder)
    assert [name for name in templates.names() if name.lower() == "blank"] == ["blank"]
    assert templates.template("Blank").text == "Not so blank"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a" * 2_000_001])
def test_a_file_that_cannot_be_used_is_said_so_when_it_is_wanted(folder: Path, data: bytes) -> None:
    (folder / "odd.md").write_bytes(data)
    templates = TemplatesFolder(folder)
    assert templates.template("Blank").text == ""
    with pytest.raises(SettingsError) as refused:
        templates.template("odd")
    assert "odd.md" in refused.value.problem
    assert refused.value.remedy
