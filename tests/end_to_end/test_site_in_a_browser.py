"""A site in Chromium, from disk and from a server: nothing is refused, and the search finds."""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.publishing.destinations.site.blogs import (
    THEMES,
    a_note,
    site_of,
    some_notes,
    with_address,
)
from tests.publishing.pictures_to_show import PICTURE
from weeknotes_desktop.ui.preview.closed_web import register_scheme
from weeknotes_desktop.ui.preview.web_preview import allow_root, draw_in_software

STYLED = "getComputedStyle(document.querySelector('.wn-skip')).position"
PICTURES = "[...document.images].every(picture => picture.naturalWidth > 0)"
SEARCH = """
(() => {
    const field = document.getElementById('wn-words');
    field.value = 'HIGH wäter';
    field.dispatchEvent(new Event('input'));
    return JSON.stringify([document.getElementById('wn-count').textContent,
        document.querySelector('#wn-found a').href,
        [...document.querySelectorAll('#wn-found mark')].length > 1]);
})()
"""


class Reader(QWebEnginePage):
    """Somebody who looks at pages, and hears what the browser has to complain of."""

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.complaints: list[str] = []

    def javaScriptConsoleMessage(  # noqa: N802
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, at: str
    ) -> None:
        self.complaints.append(f"{at}: {message}")

    def ask(self, qtbot: QtBot, question: str) -> Any:
        answers: list[Any] = []
        self.runJavaScript(question, 0, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return answers[0]

    def open(self, qtbot: QtBot, address: str) -> None:
        with qtbot.waitSignal(self.loadFinished, timeout=30_000) as loaded:
            self.load(QUrl(address))
        assert loaded.args == [True], address


@pytest.fixture
def reader(qapp: QApplication) -> Iterator[Reader]:
    # As the program does, whose scheme must be known before the first profile.
    register_scheme()
    allow_root()
    draw_in_software()
    profile = QWebEngineProfile()
    page = Reader(profile)
    page.settings().setAttribute(
        QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls, False
    )
    yield page
    delete(page)
    delete(profile)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a site in each theme."""
    picture = a_note(60, f"![A lock]({PICTURE.address})", title="Picture", pictures=(PICTURE,))
    for theme in THEMES:
        notes = [picture, *some_notes(11)]
        for name, content in site_of(notes, with_address(), theme).files.items():
            file = tmp_path / theme / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return tmp_path


@pytest.fixture
def server(site: Path) -> Iterator[str]:
    """The address of a server of that folder on this machine."""
    serving = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("way", ["disk", "server"])
def test_every_page_is_shown_without_a_complaint(
    way: str, site: Path, server: str, reader: Reader, qtbot: QtBot
) -> None:
    root = server if way == "server" else site.as_uri()
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        reader.open(qtbot, f"{root}/{name}")
        assert reader.ask(qtbot, STYLED) == "absolute", name
        assert reader.ask(qtbot, PICTURES) is True, name
    assert reader.complaints == []


@pytest.mark.parametrize("way", ["disk", "server"])
def test_the_search_finds_notes_and_leads_to_them(
    way: str, site: Path, server: str, reader: Reader, qtbot: QtBot
) -> None:
    root = server if way == "server" else site.as_uri()
    reader.open(qtbot, f"{root}/paper/search/index.html")
    count, address, marked = json.loads(reader.ask(qtbot, SEARCH))
    assert count == "11 notes"
    assert marked
    reader.open(qtbot, address)
    assert reader.ask(qtbot, "document.title").startswith("Week on the water")
    reader.open(qtbot, f"{root}/paper/search/index.html#picture")
    assert reader.ask(qtbot, "document.getElementById('wn-count').textContent") == "1 note"
    assert reader.complaints == []


def test_complaints_are_heard(tmp_path: Path, reader: Reader, qtbot: QtBot) -> None:
    page = tmp_path / "page.html"
    policy = "default-src 'none'; style-src 'self'"
    page.write_text(
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>a{{}}</style>'
    )
    reader.open(qtbot, page.as_uri())
    qtbot.waitUntil(lambda: len(reader.complaints) == 1, timeout=10_000)
