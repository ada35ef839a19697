"""A list of notes comes up behind ``[[``; the keys choose, the text keeps the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.editor.states import only, opened
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.link_names import LinkChoice
from weeknotes_desktop.ui.editor.editor_pane import EditorPane
from weeknotes_desktop.ui.editor.link_completion import LinkCompletion
from weeknotes_desktop.ui.theme import Theme

NAMES = ("Moorings", "Boats", "Boats 🛶 again", "8.2021")


def choices(typed: str) -> tuple[LinkChoice, ...]:
    return tuple(
        LinkChoice(name=name, title=name, label="Weeknote", week=Week(2021, 8))
        for name in NAMES
        if typed.casefold() in name.casefold()
    )


@pytest.fixture
def field(pane: EditorPane, theme: Theme, qtbot: QtBot) -> QPlainTextEdit:
    pane.draw(opened("First line.\n"))
    field = pane.writing
    LinkCompletion(field, theme, choices)
    pane.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    return field


def list_of(field: QPlainTextEdit) -> QListWidget:
    return only(field.window(), QListWidget, "linkNames")


def offered(field: QPlainTextEdit) -> list[str]:
    shown = list_of(field)
    if not shown.isVisible():
        return []
    return [shown.item(row).text().split(" · ")[0] for row in range(shown.count())]


def line(field: QPlainTextEdit) -> str:
    return field.textCursor().block().text()


def press(field: QPlainTextEdit, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(field, key)


def test_it_comes_up_behind_two_brackets_and_is_filtered_as_one_types(
    field: QPlainTextEdit,
) -> None:
    field.insertPlainText("See [")
    assert offered(field) == []
    QTest.keyClicks(field, "[")
    assert offered(field) == list(NAMES)
    QTest.keyClicks(field, "bo")
    assert offered(field) == ["Boats", "Boats 🛶 again"]
    QTest.keyClicks(field, "x")
    assert offered(field) == []
    press(field, Qt.Key.Key_Backspace)
    assert offered(field) == ["Boats", "Boats 🛶 again"]
    assert field.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_enter_and_tab_write_the_name_and_close_the_link(
    field: QPlainTextEdit, key: Qt.Key
) -> None:
    field.insertPlainText("😀 [")
    QTest.keyClicks(field, "[bo")
    press(field, Qt.Key.Key_Down, key)
    assert line(field) == "😀 [[Boats 🛶 again]]"
    assert field.textCursor().atBlockEnd()
    assert offered(field) == []
    QTest.keyClicks(field, ".")
    assert line(field).endswith("]].")


def test_brackets_that_stand_there_already_are_not_written_again(field: QPlainTextEdit) -> None:
    field.insertPlainText("See []] now")
    for _ in "]] now":
        press(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, "[mo")
    press(field, Qt.Key.Key_Return)
    assert line(field) == "See [[Moorings]] now"
    assert field.textCursor().positionInBlock() == len("See [[Moorings]]")


def test_it_is_one_step_to_undo(field: QPlainTextEdit) -> None:
    QTest.keyClicks(field, "[[bo")
    press(field, Qt.Key.Key_Return)
    field.undo()
    assert line(field) == "[[bo"


def test_escape_leaves_and_it_stays_away_from_that_link(field: QPlainTextEdit) -> None:
    QTest.keyClicks(field, "[[b")
    press(field, Qt.Key.Key_Escape)
    assert offered(field) == []
    QTest.keyClicks(field, "o")
    assert offered(field) == []
    press(field, Qt.Key.Key_Return)
    assert field.textCursor().block().blockNumber() == 2
    QTest.keyClicks(field, "[[")
    assert offered(field) == list(NAMES)


def test_up_and_down_go_round_and_pages_stop_at_the_ends(field: QPlainTextEdit) -> None:
    QTest.keyClicks(field, "[[")
    shown = list_of(field)
    for key, row in (
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_PageUp, 0),
    ):
        press(field, key)
        assert shown.currentRow() == row


def test_it_goes_when_the_caret_leaves_the_link_or_the_writer_the_text(
    field: QPlainTextEdit, pane: EditorPane
) -> None:
    QTest.keyClicks(field, "[[")
    press(field, Qt.Key.Key_Home)
    assert offered(field) == []
    press(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "b")
    assert offered(field)
    pane.setFocus()
    assert offered(field) == []


@pytest.mark.parametrize("text", ["![[", "[[^", "[[a|", "[[a]]", "```\n[["])
def test_it_does_not_come_where_no_name_is_typed(field: QPlainTextEdit, text: str) -> None:
    field.insertPlainText(text[:-1])
    QTest.keyClicks(field, text[-1])
    assert offered(field) == []


def test_a_text_that_is_put_there_or_a_line_without_end_brings_up_nothing(
    field: QPlainTextEdit, pane: EditorPane
) -> None:
    pane.draw(opened("[[", opening=2))
    assert offered(field) == []
    field.setPlainText("x" * 5_000)
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, "[[")
    assert offered(field) == []


def test_a_click_writes_the_name(field: QPlainTextEdit) -> None:
    QTest.keyClicks(field, "[[")
    shown = list_of(field)
    place = shown.visualItemRect(shown.item(1)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line(field) == "[[Boats]]"
    assert field.hasFocus()


def test_it_stands_within_the_window_wherever_the_caret_is(field: QPlainTextEdit) -> None:
    field.setPlainText("word\n" * 60 + "word " * 14)
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, "[[")
    shown, window = list_of(field), field.window()
    assert shown.isVisible()
    assert window.rect().contains(shown.geometry())


def test_it_has_a_name_for_those_who_cannot_see_it(field: QPlainTextEdit) -> None:
    QTest.keyClicks(field, "[[")
    assert list_of(field).accessibleName() == "Notes to link to"
