"""Slips and misspelt words in the real window, with the real dictionaries."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Close, Open
from weeknotes_desktop.app import App
from weeknotes_desktop.presenters.checking import CheckingPresenter
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.ui.editor.checked_text import CheckedText
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.own_words.window import OwnWordsWindow
from weeknotes_desktop.use_cases.start_note import start_note

NEW_NOTE = "new_note"


def checking_of(app: App) -> CheckingPresenter:
    assert app._rest is not None
    return app._rest.checking


def edit_of(app: App) -> TextEdit:
    return app.views.editor.writing


def found(app: App) -> list[str]:
    return [slip.words for slip in checking_of(app).state.slips]


def start_writing(app: App, qtbot: QtBot, words: str) -> None:
    app.views.actions.action(NEW_NOTE).trigger()
    qtbot.waitUntil(lambda: app.presenters.keeping.current() is not None)
    QTest.keyClicks(edit_of(app), words)


def test_what_is_typed_is_looked_through_after_a_pause(
    open_app: Open, close_app: Close, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app()
    start_writing(app, qtbot, "Paint the the harbuor with Grontz.")
    qtbot.waitUntil(lambda: found(app) == ["the the", "harbuor", "Grontz"], timeout=20_000)
    button = app.views.status.findChild(QPushButton, "checked")
    assert isinstance(button, QPushButton)
    assert button.text() == "2 spelling · 1 slip"
    QTest.keyClick(app.views.window, Qt.Key.Key_F7)
    assert edit_of(app).textCursor().selectedText() == "the the"
    checking_of(app).add_word(checking_of(app).state.slips[2])
    qtbot.waitUntil(lambda: found(app) == ["the the", "harbuor"])
    checking_of(app).silence(checking_of(app).state.slips[0])
    qtbot.waitUntil(lambda: found(app) == ["harbuor"])
    assert "Grontz" in (tmp_path / "words.txt").read_text()
    close_app(app)
    again = open_app()
    qtbot.waitUntil(lambda: found(again) == ["harbuor"], timeout=20_000)


def test_another_word_comes_out_of_the_menu(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    start_writing(app, qtbot, "The harbuor is open.")
    qtbot.waitUntil(lambda: found(app) == ["harbuor"], timeout=20_000)
    text = app.views.editor.writing.findChild(CheckedText)
    assert isinstance(text, CheckedText)
    cursor = edit_of(app).document().find("harb")
    menu = text.menu.made(edit_of(app).cursorRect(cursor).center())
    qtbot.waitUntil(lambda: "harbour" in [one.text() for one in menu.actions()], timeout=20_000)
    next(one for one in menu.actions() if one.text() == "harbour").trigger()
    qtbot.waitUntil(lambda: found(app) == [], timeout=20_000)
    assert edit_of(app).text() == "The harbour is open."


def test_the_window_ends_in_the_middle_of_looking(
    open_app: Open, close_app: Close, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app()
    start_writing(app, qtbot, "Paint the the harbuor.")
    checking_of(app).check()
    close_app(app)
    with open_for_writing(tmp_path / "notes.db") as library:
        (note,) = library.summaries()
        assert library.note(note.id).body == "Paint the the harbuor."


def test_an_open_window_follows_language_and_spelling_at_once(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    start_writing(app, qtbot, "The color of the harbuor.")
    qtbot.waitUntil(lambda: found(app) == ["color", "harbuor"], timeout=20_000)
    app._parts.settings_store().change("language", "en-US")
    app.take_up_settings()
    qtbot.waitUntil(lambda: found(app) == ["harbuor"], timeout=20_000)
    app._parts.settings_store().change("spelling", "off")
    app.take_up_settings()
    qtbot.waitUntil(lambda: found(app) == [], timeout=20_000)


def test_own_words_are_added_and_removed_in_their_window_and_taken_back(
    open_app: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app()
    start_writing(app, qtbot, "Grontz met Frumm.")
    qtbot.waitUntil(lambda: found(app) == ["Grontz", "Frumm"], timeout=20_000)
    app.views.actions.action("own_words").trigger()
    (window,) = app.views.window.findChildren(OwnWordsWindow)
    (field,), (rows,) = window.findChildren(QLineEdit), window.findChildren(QListWidget)
    QTest.keyClicks(field, "Grontz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: found(app) == ["Frumm"], timeout=20_000)
    checking_of(app).add_word(checking_of(app).state.slips[0])
    qtbot.waitUntil(lambda: rows.count() == 2 and found(app) == [], timeout=20_000)
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: found(app) == ["Grontz"], timeout=20_000)
    undo = next(one for one in app.views.notices.findChildren(QPushButton) if one.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: found(app) == [], timeout=20_000)
    assert (tmp_path / "words.txt").read_text().splitlines()[1:] == ["Frumm", "Grontz"]


def test_a_title_is_looked_through_and_f7_reaches_it(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    start_writing(app, qtbot, "Fine.")
    title = app.views.editor.title
    QTest.keyClicks(title, "The harbuor")
    qtbot.waitUntil(lambda: found(app) == ["harbuor"], timeout=20_000)
    QTest.keyClick(app.views.window, Qt.Key.Key_F7)
    assert title.hasFocus()
    assert title.selectedText() == "harbuor"


def test_a_link_says_when_it_leads_nowhere_until_its_note_is_there(
    open_app: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app()
    start_writing(app, qtbot, "See [[Mud]].")
    qtbot.waitUntil(lambda: found(app) == ["Mud"], timeout=20_000)
    QTest.keyClick(app.views.window, Qt.Key.Key_F7)
    assert edit_of(app).textCursor().selectedText() == "[[Mud]]"
    note = app.presenters.keeping.current()
    assert note is not None
    app._writer.do(
        lambda library: start_note(library, note.week.plus(-1), title="Mud"),
        lambda _: app.presenters.archive.reload(),
        lambda _: None,
    )
    qtbot.waitUntil(lambda: found(app) == [], timeout=20_000)
