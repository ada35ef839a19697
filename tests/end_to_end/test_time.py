"""Monday comes, the clock jumps, the zone changes: the text stays where it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import end
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.settings import Look
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.storage.opening import ready_library
from weeknotes_desktop.ui.theme import Theme

LONDON, AUCKLAND = ZoneInfo("Europe/London"), ZoneInfo("Pacific/Auckland")
SUNDAY = datetime(2021, 3, 7, 23, 59, tzinfo=LONDON)


class Wrist:
    """A watch that a test may turn."""

    def __init__(self) -> None:
        self.now = SUNDAY


OpenAt = Callable[[Wrist], App]


@pytest.fixture
def open_at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenAt]:
    opened: list[App] = []

    def open_at(wrist: Wrist) -> App:
        theme = Theme()
        theme.apply(qapp, Look.LIGHT)
        parts = Parts(tmp_path / "notes.db", tmp_path / "settings.toml", lambda: wrist.now)
        first = ready_library(parts.library_path)
        app = App(qapp, theme, parts, first, tmp_path / "window.ini")
        opened.append(app)
        app.show()
        qtbot.waitUntil(lambda: app.everything_is_there, timeout=20_000)
        return app

    yield open_at
    for app in opened:
        end(app)


def begin(app: App, qtbot: QtBot) -> QPlainTextEdit:
    app.presenters.editor.start(Week(2021, 9))
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    field = app.views.editor.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field


def test_monday_comes_while_one_types(qtbot: QtBot, open_at: OpenAt) -> None:
    wrist = Wrist()
    app = open_at(wrist)
    field = begin(app, qtbot)
    QTest.keyClicks(field, "Late on Sunday, ")
    wrist.now += timedelta(minutes=5)
    assert app._rest is not None
    app._rest.history.calendar.look()
    QTest.keyClicks(field, "early on Monday.")
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: app.presenters.keeping.safe)
    note = app.presenters.keeping.current()
    assert note is not None
    assert (note.week, note.body) == (Week(2021, 9), "Late on Sunday, early on Monday.")
    assert app.views.notices.accessibleName() == "It is week 10 now."
    app.views.notices.act()

    def of_week_10() -> bool:
        current = app.presenters.keeping.current()
        return current is not None and current.week == Week(2021, 10)

    qtbot.waitUntil(of_week_10)


def test_a_clock_that_jumps_back_and_another_zone_move_no_note(
    qtbot: QtBot, open_at: OpenAt
) -> None:
    wrist = Wrist()
    app = open_at(wrist)
    field = begin(app, qtbot)
    for now in (SUNDAY - timedelta(days=3), SUNDAY.astimezone(AUCKLAND), SUNDAY):
        wrist.now = now
        QTest.keyClicks(field, "word ")
        app.presenters.keeping.save_now()
        qtbot.waitUntil(lambda: app.presenters.keeping.safe)
    note = app.presenters.keeping.current()
    assert note is not None
    assert (note.week, note.body) == (Week(2021, 9), "word word word ")


def test_a_clock_that_cannot_be_right_is_doubted_at_the_start(
    qtbot: QtBot, open_at: OpenAt
) -> None:
    wrist = Wrist()
    app = open_at(wrist)
    field = begin(app, qtbot)
    QTest.keyClicks(field, "Mud.")
    app.presenters.keeping.save_now()
    qtbot.waitUntil(lambda: app.presenters.keeping.safe)
    app.views.window.finish_closing()
    app.close()
    wrist.now = SUNDAY - timedelta(days=471)
    again = open_at(wrist)
    qtbot.waitUntil(lambda: "2021" in again.views.notices.accessibleName())
    assert again.views.notices.accessibleName() == (
        "Your computer’s date is 2019-11-22; your newest note is of 2021. "
        "Weeks may be labelled wrong."
    )
