from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from weeknotes_desktop.app import App
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.storage.opening import ready_library
from weeknotes_desktop.ui.theme import Theme

FRIDAY = datetime(2021, 3, 5, 17, 0, tzinfo=ZoneInfo("Europe/London"))

Open = Callable[[], App]
Close = Callable[[App], None]


@pytest.fixture
def open_app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens the real program on one library, as often as one likes, one after the other."""
    opened: list[App] = []

    def open_app() -> App:
        theme = Theme()
        theme.apply(qapp, Look.LIGHT)
        parts = Parts(tmp_path / "notes.db", tmp_path / "settings.toml", lambda: FRIDAY)
        app = App(qapp, theme, parts, ready_library(parts.library_path), tmp_path / "window.ini")
        opened.append(app)
        app.views.window.resize(1440, 900)
        app.show()
        qtbot.waitUntil(lambda: app.everything_is_there, timeout=20_000)
        return app

    yield open_app
    for app in opened:
        end(app)


def end(app: App) -> None:
    """End the program, its windows too: Qt keeps them, and every test would dress them anew."""
    window = app.views.window
    window.finish_closing()
    app.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture
def close_app(qtbot: QtBot) -> Close:
    """Closes the program as the writer does, and waits until the window is gone."""

    def close_app(app: App) -> None:
        app.views.window.close()
        qtbot.waitUntil(lambda: not app.views.window.isVisible(), timeout=10_000)
        app.close()

    return close_app
