"""A library of a newer version is read and exported, and never written."""

from __future__ import annotations

from contextlib import closing

import pytest

from tests.cli.conftest import Terminal
from weeknotes_desktop.storage.connection import connect


@pytest.fixture
def newer(weeknotes: Terminal) -> Terminal:
    weeknotes("new", "--week", "2021-W09", "--title", "A quiet week")
    weeknotes("edit", "2021-W09", "--status", "published", "--audience", "public")
    with closing(connect(weeknotes.library)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    return weeknotes


def test_reading_commands_read_it(newer: Terminal) -> None:
    assert [note["title"] for note in newer("list", "--json").json] == ["A quiet week"]
    page = newer.folder / "page.html"
    assert newer("export", "html", "2021-W09", str(page)).code == 0
    assert "A quiet week" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [
        ("new",),
        ("edit", "2021-W09", "--title", "Other"),
        ("goal", "add", "Rest"),
        ("focus", "Quiet"),
        ("delete", "2021-W09"),
    ],
)
def test_writing_commands_refuse_and_change_nothing(
    newer: Terminal, command: tuple[str, ...]
) -> None:
    before = newer.library.read_bytes()
    done = newer(*command)
    assert done.code == 1
    assert "newer version" in done.err
    assert newer.library.read_bytes() == before
