"""Finding and replacing in the real window, with a real file, by the keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import FRIDAY, Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.rest.finding import RestFinding
from weeknotes_desktop.storage.library import open_for_reading, open_for_writing
from weeknotes_desktop.ui.finding.window import ReplacingWindow
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.start_note import start_note

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BODIES = {
    "Sent": "It’s a week. A week is long.",
    "Draft": "No week like it.",
    "Open": "This week, that week.",
}


def write_three_notes(library: Path) -> None:
    with open_for_writing(library) as notes:
        sent, _, _ = (
            start_note(notes, Week(2021, number), title=title, body=body)
            for number, (title, body) in enumerate(BODIES.items(), 7)
        )
        publish_note(notes, sent, Settings(), FRIDAY)


def bodies(library: Path) -> dict[str, str]:
    with open_for_reading(library) as notes:
        found = (notes.note(line.id) for line in notes.summaries())
        return {note.title: note.body for note in found}


def rest_of(app: App) -> RestFinding:
    assert app._rest is not None
    return app._rest.finding


def press(app: App, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    app.views.editor.focus_text()
    QTest.keyClick(app.views.editor.writing, key, modifiers)


def field_with_the_keyboard() -> QLineEdit:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def test_ctrl_f_finds_f3_goes_on_and_escape_leaves_the_caret_there(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    write_three_notes(tmp_path / "notes.db")
    app = open_app()
    press(app, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(field_with_the_keyboard(), "week")
    finding = rest_of(app).finding
    qtbot.waitUntil(lambda: finding.state.at == 1 and finding.state.hits == 2)
    QTest.keyClick(field_with_the_keyboard(), Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: finding.state.at == 2)
    QTest.keyClick(field_with_the_keyboard(), Qt.Key.Key_Escape)
    writing = app.views.editor.writing
    assert writing.hasFocus()
    assert writing.textCursor().selectedText() == "week"
    assert writing.textCursor().position() == len("This week, that week")


def test_a_pattern_that_never_ends_holds_nothing_up(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    with open_for_writing(tmp_path / "notes.db") as notes:
        start_note(notes, Week(2021, 9), title="Open", body="a" * 60 + "!")
    app = open_app()
    press(app, Qt.Key.Key_F, CONTROL)
    finding = rest_of(app).finding
    finding.look_for(replace(finding.state.search, words="(a|aa)+$", pattern=True))
    QTest.keyClicks(app.views.editor.writing, "typed ")
    assert app.views.editor.typed().body.startswith("typed ")
    qtbot.waitUntil(lambda: "takes too long" in finding.state.remark, timeout=20_000)


def test_replacing_in_all_notes_comes_back_with_one_undo(
    qtbot: QtBot, open_app: Open, close_app: Close, tmp_path: Path
) -> None:
    library = tmp_path / "notes.db"
    write_three_notes(library)
    app = open_app()
    press(app, Qt.Key.Key_R, CONTROL | ALT)
    (window,) = app.views.window.findChildren(ReplacingWindow)
    find, other = window.findChildren(QLineEdit)
    qtbot.waitUntil(find.hasFocus)
    QTest.keyClicks(find, "week")
    QTest.keyClicks(other, "month")
    replacing = rest_of(app).replacing
    qtbot.waitUntil(lambda: replacing.state.found == 5)
    assert replacing.state.ticked == 3
    QTest.keyClick(window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(
        lambda: (
            bodies(library)
            == BODIES | {"Draft": "No month like it.", "Open": "This month, that month."}
        )
    )
    assert app.views.editor.typed().body == "This month, that month."
    (notices,) = app.views.window.findChildren(NoticeBar)
    undo = next(one for one in notices.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.waitUntil(undo.isVisible)
    undo.click()
    qtbot.waitUntil(lambda: app.views.editor.typed().body == BODIES["Open"])
    close_app(app)
    assert bodies(library) == BODIES


def test_what_was_replaced_in_the_open_note_is_undone_there_too(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    write_three_notes(tmp_path / "notes.db")
    app = open_app()
    rest_of(app).show_replacing()
    replacing = rest_of(app).replacing
    replacing.put_words("month")
    replacing.look_for(replace(replacing.state.search, words="that week"))
    qtbot.waitUntil(lambda: replacing.state.ticked == 1)
    replacing.replace()
    qtbot.waitUntil(lambda: app.views.editor.typed().body == "This week, month.")
    press(app, Qt.Key.Key_Z, CONTROL)
    assert app.views.editor.typed().body == BODIES["Open"]


def test_without_a_note_there_is_nothing_to_find_in(open_app: Open) -> None:
    app = open_app()
    assert not app.views.actions.action("find_text").isEnabled()
    assert app.views.actions.action("replace_everywhere").isEnabled()


def test_another_note_is_looked_through_once_it_is_open(
    qtbot: QtBot, open_app: Open, tmp_path: Path
) -> None:
    write_three_notes(tmp_path / "notes.db")
    app = open_app()
    press(app, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(field_with_the_keyboard(), "week")
    finding = rest_of(app).finding
    qtbot.waitUntil(lambda: finding.state.hits == 2)
    app.views.actions.action("older_note").trigger()
    qtbot.waitUntil(lambda: app.views.editor.typed().body == BODIES["Draft"])
    qtbot.waitUntil(lambda: finding.state.hits == 1)
    lit = app.views.editor.writing.extraSelections()
    assert [one.cursor.selectedText() for one in lit] == ["week"]
