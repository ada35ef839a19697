"""Words are edited where they stand, and none is lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.entry_line import EntryLine
from weeknotes_desktop.ui.widgets.in_place_edit import InPlaceEdit


@pytest.fixture
def room(qtbot: QtBot, theme: Theme) -> QWidget:
    """A field to edit in, and another to go to."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(InPlaceEdit("Count the chairs", "Wording"))
    column.addWidget(QLineEdit())
    made.resize(260, 200)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    field_of(made).setFocus()
    return made


def field_of(room: QWidget) -> InPlaceEdit:
    field = room.findChild(InPlaceEdit)
    assert isinstance(field, InPlaceEdit)
    return field


def test_enter_keeps_what_was_typed(room: QWidget, qtbot: QtBot) -> None:
    field = field_of(room)
    QTest.keyClicks(field, "Count the tables")
    with qtbot.waitSignal(field.finished) as said:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert said.args == ["Count the tables"]


def test_going_elsewhere_keeps_it_too_and_says_so_once(room: QWidget, qtbot: QtBot) -> None:
    said: list[str] = []
    field = field_of(room)
    field.finished.connect(said.append)
    QTest.keyClicks(field, "Sit down")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    field.finish()
    assert said == ["Sit down"]


def test_escape_drops_it(room: QWidget, qtbot: QtBot) -> None:
    field = field_of(room)
    with qtbot.assertNotEmitted(field.finished), qtbot.waitSignal(field.given_up):
        QTest.keyClicks(field, "Nonsense")
        QTest.keyClick(field, Qt.Key.Key_Escape)


def test_several_pasted_lines_become_one(room: QWidget) -> None:
    field, pasted = field_of(room), QMimeData()
    pasted.setText("one\ntwo\n\n  three")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "one two three"


def test_it_takes_no_more_than_is_kept(room: QWidget) -> None:
    field, pasted = field_of(room), QMimeData()
    pasted.setText("a" * 600 + "😀" * 600)
    field.insertFromMimeData(pasted)
    assert field.line() == "a" * 600 + "😀" * 400
    QTest.keyClicks(field, "b")
    assert len(field.line()) == 1_000
    field.selectAll()
    QTest.keyClicks(field, "b")
    assert field.line() == "b"


def test_a_dropped_file_writes_nothing(room: QWidget) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl("file:///etc/hostname")])
    assert not field_of(room).canInsertFromMimeData(dropped)


def test_it_grows_with_the_text(room: QWidget, qtbot: QtBot) -> None:
    field = field_of(room)
    before = field.needed_height()
    QTest.keyClicks(field, "word " * 20)
    assert field.needed_height() >= 3 * before - 20


def test_a_new_line_is_handed_over_and_the_field_waits_for_the_next(
    qtbot: QtBot, theme: Theme
) -> None:
    field = EntryLine("+ Add a goal…", "Add a goal")
    qtbot.addWidget(field)
    said: list[str] = []
    field.entered.connect(said.append)
    QTest.keyClicks(field, "  Buy   chalk ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (said, field.text()) == (["Buy chalk"], "")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == ["Buy chalk"]


def test_escape_empties_the_new_line(qtbot: QtBot, theme: Theme) -> None:
    field = EntryLine("+ Add a goal…", "Add a goal")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.entered):
        QTest.keyClicks(field, "Not this")
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
