"""What helps while one writes, through the whole program and a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from tests.ui.editor.states import only
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.rest.while_writing import RestWhileWriting
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.ui.editor.mode import Mode
from weeknotes_desktop.ui.finding.bar import FindBar
from weeknotes_desktop.ui.outline.window import OutlineWindow
from weeknotes_desktop.ui.reading.last_week_window import LastWeekWindow
from weeknotes_desktop.use_cases.make_public_view import public_view_of
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.save_note import save_note
from weeknotes_desktop.use_cases.start_note import start_note

BODY = "# Focus\n\nThe rota.\n\n## Boats\n\nTwo.\n\n# Next\n\nEnd.\n"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def app(open_app: Open, tmp_path: Path) -> App:
    with open_for_writing(tmp_path / "notes.db") as notes:
        for week in range(4, 10):
            note = start_note(notes, Week(2021, week))
            body = BODY if week == 9 else f"Week {week}. " + "word " * 100 * week
            changed = replace(note, body=body, title=f"T{week}")
            yesterday = FRIDAY - timedelta(days=1)
            if week == 9:
                save_note(notes, changed, LabelPattern(), yesterday)
            else:
                publish_note(notes, changed, Settings(), yesterday)
    app = open_app()
    app.views.window.activateWindow()
    return app


def rest_of(app: App) -> RestWhileWriting:
    assert app._rest is not None
    return app._rest.while_writing


def writing(app: App) -> QPlainTextEdit:
    return app.views.editor.writing


def press(app: App, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(writing(app), key, modifiers or Qt.KeyboardModifier.NoModifier)


def beside(app: App, kind: type[QWidget], inside: type[QWidget]) -> QWidget:
    (window,) = app.views.window.findChildren(kind)
    return window.findChildren(inside)[0]


def test_focus_mode_leaves_the_text_alone_and_escape_brings_all_back(
    app: App, qtbot: QtBot
) -> None:
    views = app.views
    around = (views.archive, views.goals, views.status, views.editor.tools)
    assert all(pane.isVisible() for pane in around)
    press(app, Qt.Key.Key_F11)
    assert not any(pane.isVisible() for pane in around)
    assert writing(app).isVisible()
    assert views.actions.action("focus").isChecked()
    views.window.resize(1_000, 700)
    assert not any(pane.isVisible() for pane in around)
    views.window.resize(1_440, 900)
    press(app, Qt.Key.Key_Escape)
    assert all(pane.isVisible() for pane in around)
    assert not views.actions.action("focus").isChecked()


def test_in_focus_mode_escape_is_for_the_bar_first(app: App, qtbot: QtBot) -> None:
    press(app, Qt.Key.Key_F11)
    for in_the_bar in (True, False):
        press(app, Qt.Key.Key_F, CONTROL)
        bar = only(app.views.editor, FindBar)
        assert bar.isVisible()
        if in_the_bar:
            QTest.keyClick(only(bar, QLineEdit), Qt.Key.Key_Escape)
        else:
            writing(app).setFocus()
            press(app, Qt.Key.Key_Escape)
        assert not bar.isVisible()
        assert rest_of(app).focus.on
    press(app, Qt.Key.Key_Escape)
    assert not rest_of(app).focus.on


def test_who_asks_for_the_preview_leaves_focus_mode(app: App, qtbot: QtBot) -> None:
    press(app, Qt.Key.Key_F11)
    app.views.actions.action("split").trigger()
    assert app.views.archive.isVisible()
    assert app.views.preview.isVisible()
    assert not rest_of(app).focus.on


def test_sections_move_by_the_keyboard_alone_as_one_step(app: App, qtbot: QtBot) -> None:
    press(app, Qt.Key.Key_O, CONTROL | ALT)
    rows = beside(app, OutlineWindow, QListWidget)
    assert isinstance(rows, QListWidget)
    qtbot.waitUntil(lambda: rows.count() == 3)
    qtbot.waitUntil(rows.hasFocus)
    QTest.keyClick(rows, Qt.Key.Key_Down, ALT)
    assert (
        writing(app).toPlainText()
        == "# Next\n\nEnd.\n\n# Focus\n\nThe rota.\n\n## Boats\n\nTwo.\n\n"
    )
    assert writing(app).textCursor().blockNumber() == 4
    QTest.keyClick(rows, Qt.Key.Key_Z, CONTROL)
    assert writing(app).toPlainText() == BODY
    assert rows.hasFocus()
    QTest.keyClick(rows, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert writing(app).toPlainText().startswith("# Next")
    QTest.keyClick(rows, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: rows.item(0).text() == "Focus")
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert writing(app).textCursor().block().text() == "## Boats"


def test_the_note_of_the_week_before_stands_beside_and_goes_again(app: App, qtbot: QtBot) -> None:
    press(app, Qt.Key.Key_L, CONTROL)
    page = beside(app, LastWeekWindow, QTextBrowser)
    assert isinstance(page, QTextBrowser)
    qtbot.waitUntil(lambda: "Week 8." in page.toPlainText(), timeout=20_000)
    app.presenters.editor.open(app.presenters.archive.notes[2].id)
    qtbot.waitUntil(lambda: "Week 6." in page.toPlainText(), timeout=20_000)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    app.views.actions.action("last_week").trigger()
    assert page.isVisible()
    QTest.keyClick(page, Qt.Key.Key_L, CONTROL)
    assert not page.isVisible()


def test_the_usual_length_stands_beside_the_count(app: App, qtbot: QtBot) -> None:
    def said() -> str:
        return " ".join(label.text() for label in app.views.status.findChildren(QLabel))

    qtbot.waitUntil(lambda: "you usually write 500–700" in said(), timeout=5_000)


def test_the_caret_is_where_it_was_at_the_next_start(
    app: App, open_app: Open, close_app: Close, qtbot: QtBot
) -> None:
    writing(app).moveCursor(QTextCursor.MoveOperation.End)
    close_app(app)
    again = open_app()
    assert writing(again).textCursor().position() == len(BODY)
    again.presenters.editor.open(again.presenters.archive.notes[1].id)
    qtbot.waitUntil(lambda: writing(again).toPlainText().startswith("Week 8."))
    assert writing(again).textCursor().position() == 0


def test_typewriter_scrolling_is_kept_for_the_next_start(
    app: App, open_app: Open, close_app: Close, qtbot: QtBot, tmp_path: Path
) -> None:
    app.views.actions.action("typewriter").trigger()
    qtbot.waitUntil(
        lambda: (
            "yes" in (tmp_path / "settings.toml").read_text()
            if (tmp_path / "settings.toml").exists()
            else False
        )
    )
    close_app(app)
    again = open_app()
    assert again.views.actions.action("typewriter").isChecked()
    assert writing(again).centerOnScroll()


def test_the_preview_shows_the_very_body_that_is_exported(app: App, qtbot: QtBot) -> None:
    app.show_mode(Mode.SPLIT)
    preview = app.presenters.preview
    qtbot.waitUntil(lambda: "Boats" in preview.state.body, timeout=20_000)
    note = app.presenters.keeping.current()
    assert note is not None
    parts: Parts = app._parts
    with parts.reading() as notes:
        view = public_view_of(notes, Settings(), note, Audience.PUBLIC, parts.now())
    parcel = parts.ways_out.html_file(Path("note.html")).make(view, silent)
    page = parcel.files["note.html"].decode()
    assert preview.state.body in page
    assert "data-line" not in page
    assert preview.state.lines == (0, 2, 4, 6, 8, 10)


@pytest.mark.parametrize(("width", "mode"), [(1_440, Mode.SPLIT), (1_000, Mode.WRITE)])
def test_a_click_into_the_preview_alone_brings_the_text_with_the_caret_there(
    app: App, qtbot: QtBot, width: int, mode: Mode
) -> None:
    app.views.window.resize(width, 800)
    app.views.actions.action("preview").trigger()
    assert not writing(app).isVisible()
    shown: list[Mode] = []
    app.views.editor.mode_shown.connect(shown.append)
    app.views.preview.chose(8)
    assert shown == [mode]
    assert app.views.actions.action(mode.value).isChecked()
    assert writing(app).isVisible()
    assert writing(app).textCursor().block().text() == "# Next"
    qtbot.waitUntil(writing(app).hasFocus)


def test_a_pdf_is_made_of_the_open_note(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mud.pdf"
    rest_of(app).paper.save(path)
    qtbot.waitUntil(
        lambda: path.exists() and path.read_bytes()[-6:].strip() == b"%%EOF", timeout=20_000
    )
    qtbot.waitUntil(lambda: app.views.notices.isVisible())


def test_focus_mode_is_remembered_nowhere(
    app: App, open_app: Open, close_app: Close, qtbot: QtBot
) -> None:
    widths = app.views.archive.width(), app.views.goals.width()
    press(app, Qt.Key.Key_F11)
    close_app(app)
    again = open_app()
    assert again.views.status.isVisible()
    qtbot.waitUntil(lambda: (again.views.archive.width(), again.views.goals.width()) == widths)
