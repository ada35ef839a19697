"""Typing in the real program: what the keys give, and what is there again tomorrow."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from weeknotes_desktop.app import App


def text_of(app: App) -> QPlainTextEdit:
    return app.views.editor.writing


def test_the_caret_is_where_it_was_when_the_note_was_last_open(
    open_app: Open, close_app: Close, qtbot: QtBot
) -> None:
    app = open_app()
    app.views.actions.action("new_note").trigger()
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    app.views.editor.writing.insertPlainText("One line of it.\n" * 200)
    cursor = text_of(app).textCursor()
    cursor.setPosition(1_605)
    text_of(app).setTextCursor(cursor)
    close_app(app)
    again = open_app()
    assert text_of(again).textCursor().position() == 1_605
    assert text_of(again).viewport().rect().contains(text_of(again).cursorRect())
    assert text_of(again).verticalScrollBar().value() > 0


def test_the_house_style_of_quotes_is_that_of_the_settings(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.views.actions.action("new_note").trigger()
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    QTest.keyClicks(text_of(app), '"We don\'t"')
    assert app.views.editor.typed().body.endswith("“We don’t”")


def test_tab_moves_on_when_the_writer_chose_so_in_the_menu(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.views.actions.action("new_note").trigger()
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    text_of(app).setPlainText("- walk")
    app.views.actions.action("tab_leaves").trigger()
    text_of(app).setFocus()
    QTest.keyClicks(text_of(app), "\t")
    assert text_of(app).toPlainText() == "- walk"
    app.views.actions.action("tab_leaves").trigger()
    QTest.keyClicks(text_of(app), "\t")
    assert text_of(app).toPlainText() == "  - walk"
    assert not app.views.actions.action("tab_leaves").isChecked()
