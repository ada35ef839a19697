"""The line in which a jot is caught: never in the way, and no word in it is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.capture.jot_line import JotLine
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.side_window import SideWindow


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    note = QLineEdit()
    note.setObjectName("note")
    QVBoxLayout(made).addWidget(note)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def line(theme: Theme, home: QWidget) -> JotLine:
    return JotLine(theme, home)


def field(line: JotLine) -> QLineEdit:
    found = line.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def note_of(home: QWidget) -> QLineEdit:
    found = home.findChild(QLineEdit, "note")
    assert isinstance(found, QLineEdit)
    return found


def test_enter_keeps_the_words_and_the_keyboard_goes_back(
    line: JotLine, home: QWidget, qtbot: QtBot
) -> None:
    note_of(home).setFocus()
    line.come()
    assert field(line).hasFocus()
    QTest.keyClicks(field(line), "Tea")
    with qtbot.waitSignal(line.entered) as said:
        QTest.keyClick(field(line), Qt.Key.Key_Return)
    assert said.args == ["Tea"]
    assert not line.isVisible()
    assert note_of(home).hasFocus()


def test_with_ctrl_it_stays_for_another_one(line: JotLine, qtbot: QtBot) -> None:
    line.come()
    for words in ("Tea", "Rain"):
        QTest.keyClicks(field(line), words)
        with qtbot.waitSignal(line.entered) as said:
            QTest.keyClick(field(line), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert said.args == [words]
    assert field(line).hasFocus()
    assert field(line).text() == ""


def test_escape_puts_it_away_with_its_words(line: JotLine, qtbot: QtBot) -> None:
    line.come()
    QTest.keyClicks(field(line), "Half a sen")
    with qtbot.assertNotEmitted(line.entered):
        QTest.keyClick(field(line), Qt.Key.Key_Escape)
    assert not line.isVisible()
    line.come()
    QTest.keyClicks(field(line), "tence")
    assert field(line).text() == "Half a sentence"


def test_enter_without_words_only_puts_it_away(line: JotLine, qtbot: QtBot) -> None:
    line.come()
    with qtbot.assertNotEmitted(line.entered):
        QTest.keyClick(field(line), Qt.Key.Key_Space)
        QTest.keyClick(field(line), Qt.Key.Key_Return)
    assert not line.isVisible()


def test_one_may_write_elsewhere_while_it_is_there(line: JotLine, home: QWidget) -> None:
    line.come()
    QTest.mouseClick(note_of(home), Qt.MouseButton.LeftButton)
    QTest.keyClicks(note_of(home), "The note")
    assert note_of(home).text() == "The note"
    assert line.isVisible()


def test_words_that_were_refused_stand_there_again_before_newer_ones(line: JotLine) -> None:
    line.come()
    QTest.keyClicks(field(line), "newer")
    line.give_back("Refused")
    assert line.isVisible()
    assert field(line).text() == "Refused newer"


def test_what_stands_in_it_is_handed_over_before_the_end(line: JotLine, qtbot: QtBot) -> None:
    line.come()
    QTest.keyClicks(field(line), "Tea")
    QTest.keyClick(field(line), Qt.Key.Key_Escape)
    with qtbot.waitSignal(line.entered) as said:
        line.hand_over()
    assert said.args == ["Tea"]
    with qtbot.assertNotEmitted(line.entered):
        line.hand_over()


def test_several_lines_are_pasted_as_one_and_no_more_than_is_kept(
    line: JotLine, qtbot: QtBot
) -> None:
    line.come()
    field(line).insert("one\ntwo " + "x" * 1_500)
    with qtbot.waitSignal(line.entered) as said:
        QTest.keyClick(field(line), Qt.Key.Key_Return)
    assert " ".join(said.args[0].split()) == "one two " + "x" * 992


def test_words_that_were_refused_are_not_cut_though_they_are_too_many(line: JotLine) -> None:
    line.come()
    QTest.keyClicks(field(line), "newer")
    line.give_back("x" * 1_000)
    QTest.keyClicks(field(line), "!")
    assert field(line).text() == "x" * 1_000 + " newer"
    QTest.keyClick(field(line), Qt.Key.Key_Backspace)
    assert field(line).text() == "x" * 1_000 + " newe"


def test_it_comes_up_over_a_window_beside_and_goes_home_with_its_words_when_that_closes(
    line: JotLine, home: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    beside = SideWindow(theme, home, QSize(500, 400))
    beside.come()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is beside)
    line.come()
    assert line.window() is beside
    QTest.keyClicks(field(line), "Tea")
    QTest.keyClick(field(line), Qt.Key.Key_Escape)
    assert beside.isVisible()
    line.come()
    beside.close()
    assert line.window() is home
    home.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is home)
    line.come()
    assert line.isVisible()
    assert field(line).text() == "Tea"


@pytest.mark.parametrize("size", [QSize(900, 600), QSize(480, 360), QSize(1600, 900)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_lies_within_the_window_however_small(
    line: JotLine, home: QWidget, theme: Theme, size: QSize, scale: float
) -> None:
    theme.scale_text(scale)
    line.come()
    home.resize(size)
    assert QRect(0, 0, home.width(), home.height()).contains(line.geometry())
