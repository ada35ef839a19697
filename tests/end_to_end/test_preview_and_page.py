"""The head of the preview says what the head of the exported page says."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Open
from tests.publishing.example import renderer
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.paths import resource
from weeknotes_desktop.publishing.destinations.html_file import HtmlFile
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.use_cases.make_public_view import public_view_of
from weeknotes_desktop.use_cases.start_note import start_note


@pytest.mark.parametrize("title", ['The "weir" -- it\'s open', ""])
def test_it_has_the_same_heading_and_the_same_line_below(
    open_app: Open, qtbot: QtBot, tmp_path: Path, title: str
) -> None:
    with open_for_writing(tmp_path / "notes.db") as library:
        note = start_note(library, Week(2021, 9), title=title, body="One.")
    app = open_app()
    app.show_mode(Mode.SPLIT)
    preview = app.views.preview
    qtbot.waitUntil(lambda: "One." in preview._shown_page().body, timeout=20_000)
    shown = preview._shown_page()
    with open_for_reading(tmp_path / "notes.db") as library:
        view = public_view_of(library, Settings(), note, Audience.PUBLIC, FRIDAY)
    exported = HtmlFile(renderer(), resource(""), tmp_path / "page.html")
    (page,) = exported.make(view, silent).files.values()
    head = re.search("<h1>(.*?)</h1>\n<p>(.*?)</p>", page.decode())
    assert head is not None
    assert (shown.title, shown.facts) == (html.unescape(head[1]), html.unescape(head[2]))
