"""A preview in Chromium; one for all tests of a file, for it is slow to make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.editor.states import only
from weeknotes_desktop.ui.preview.page import Links, Page
from weeknotes_desktop.ui.preview.web_preview import WebPreview
from weeknotes_desktop.ui.theme import Theme


@dataclass
class Browser:
    """A preview, and what one can find out about the page in it."""

    preview: WebPreview
    opened: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    @property
    def page(self) -> QWebEnginePage:
        return only(self.preview, QWebEngineView).page()

    def ask(self, qtbot: QtBot, question: str, world: int | None = None) -> Any:
        """What a line of JavaScript gives, by default in the world of our own script."""
        answers: list[Any] = []
        if world is None:
            world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
        self.page.runJavaScript(question, world, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]

    def wait_for(self, qtbot: QtBot, question: str, wanted: Callable[[Any], bool] = bool) -> None:
        qtbot.waitUntil(lambda: wanted(self.ask(qtbot, question)), timeout=20_000)

    def show(self, qtbot: QtBot, body: str, title: str = "Bench", facts: str = "v4.16") -> None:
        """Show a page, and wait until it stands there."""
        self.preview.show_page(Page(title, facts, body))
        self.wait_for(qtbot, "typeof weeknotes === 'object' && document.readyState === 'complete'")
        qtbot.waitUntil(lambda: self.preview.up_to_date, timeout=20_000)


@pytest.fixture(scope="module")
def made(dressed: Theme) -> Iterator[Browser]:
    opened: list[str] = []
    beside: list[str] = []
    preview = WebPreview(dressed, Links(opened.append, beside.append))
    preview.resize(600, 400)
    preview.show()
    yield Browser(preview, opened, beside)
    delete(preview)


@pytest.fixture
def browser(made: Browser, qtbot: QtBot, theme: Theme) -> Browser:
    made.opened.clear()
    made.beside.clear()
    made.preview.guard.refused.clear()
    made.show(qtbot, "<p>Nothing yet.</p>")
    return made
