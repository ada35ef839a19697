"""A link of the preview that leads to the page on the site, as the exported one does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note


def test_a_link_to_the_site_opens_its_note_when_it_is_clicked_in_the_preview(
    open_app: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text('site-address = "https://boats.example/"\n')
    with open_for_writing(tmp_path / "notes.db") as library:
        boats = start_note(library, Week(2021, 8), title="Boats")
        publish_note(library, boats, Settings(), FRIDAY)
        start_note(library, Week(2021, 9), title="Moorings", body="As [[Boats]].")
    app = open_app()
    app.show_mode(Mode.SPLIT)
    address = "https://boats.example/2021/w08-boats/"
    shown = app.presenters.preview
    qtbot.waitUntil(lambda: f'<a href="{address}"' in shown.state.body, timeout=20_000)
    view = app.views.preview.findChild(QWebEngineView)
    assert isinstance(view, QWebEngineView)
    clicked = QWebEnginePage.NavigationType.NavigationTypeLinkClicked
    assert not view.page().acceptNavigationRequest(QUrl(address), clicked, True)
    qtbot.waitUntil(lambda: open_note(app) == boats.id, timeout=10_000)


def open_note(app: App) -> str:
    note = app.presenters.keeping.current()
    return "" if note is None else note.id
