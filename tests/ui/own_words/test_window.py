"""The writer's own words, seen and changed by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editor.states import only
from weeknotes_desktop.presenters.own_words import OwnWordsState
from weeknotes_desktop.ui.own_words.window import OwnWordsWindow
from weeknotes_desktop.ui.theme import Theme

WORDS = ("Frumm", "o'Grontz", "Wibbel")
KEYS = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> OwnWordsWindow:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    window = OwnWordsWindow(theme, main)
    window.draw(OwnWordsState(words=WORDS))
    window.come()
    return window


def field(window: OwnWordsWindow) -> QLineEdit:
    return only(window, QLineEdit)


def rows(window: OwnWordsWindow) -> QListWidget:
    return only(window, QListWidget)


def said(window: OwnWordsWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def heard(spy: QSignalSpy) -> list[object]:
    return [spy.at(nth)[0] for nth in range(spy.count())]


def test_every_word_is_a_row_with_a_printers_apostrophe(window: OwnWordsWindow) -> None:
    shown = [rows(window).item(nth).text() for nth in range(rows(window).count())]
    assert shown == ["Frumm", "o’Grontz", "Wibbel"]
    assert "Delete removes" in said(window)
    window.draw(OwnWordsState(words=()))
    assert "no dictionary has" in said(window)


def test_enter_adds_what_was_typed_once(window: OwnWordsWindow) -> None:
    spy = QSignalSpy(window.added)
    QTest.keyClick(field(window), KEYS.Key_Return)
    QTest.keyClicks(field(window), "Zopp")
    QTest.keyClick(field(window), KEYS.Key_Return)
    assert heard(spy) == ["Zopp"]
    window.draw(OwnWordsState(words=(*WORDS, "Zopp"), chosen="Zopp", said="“Zopp” is known now."))
    assert field(window).text() == ""
    assert rows(window).currentItem().text() == "Zopp"
    assert "“Zopp” is known now." in said(window)


def test_what_was_refused_stays_in_the_field(window: OwnWordsWindow) -> None:
    QTest.keyClicks(field(window), "two words")
    window.draw(OwnWordsState(words=WORDS, said="“two words” is not one word.", problem=True))
    assert field(window).text() == "two words"


def test_delete_removes_the_chosen_word_and_the_next_is_chosen(window: OwnWordsWindow) -> None:
    spy = QSignalSpy(window.removed)
    button = next(one for one in window.findChildren(QPushButton) if "Remove" in one.text())
    assert not button.isEnabled()
    rows(window).setCurrentRow(1)
    assert button.isEnabled()
    QTest.keyClick(rows(window), KEYS.Key_Delete)
    assert heard(spy) == ["o'Grontz"]
    window.draw(OwnWordsState(words=("Frumm", "Wibbel"), chosen="Wibbel", said="Gone."))
    QTest.keyClick(rows(window), KEYS.Key_Delete)
    assert heard(spy) == ["o'Grontz", "Wibbel"]


def test_escape_closes_the_window(window: OwnWordsWindow) -> None:
    spy = QSignalSpy(window.closed)
    QTest.keyClick(field(window), KEYS.Key_Escape)
    assert not window.isVisible()
    assert spy.count() == 1
