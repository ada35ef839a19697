"""The list of recent notes over the window: gone through by held keys, by arrows or by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.presenters.visited import RecentNote
from weeknotes_desktop.ui.archive.recent_list import RecentList
from weeknotes_desktop.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTES = (
    RecentNote("a", "A map of the waiting list", "Weeknote 16.2021", Week(2021, 16)),
    RecentNote("b", "Two doors, one key", "Weeknote 15.2021", Week(2021, 15)),
    RecentNote("c", "", "Weeknote 13.2021", Week(2021, 13)),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    QLineEdit(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def recent(window: QWidget, theme: Theme) -> RecentList:
    field(window).setFocus()
    return RecentList(theme, window)


def field(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def hold(recent: RecentList, window: QWidget) -> None:
    """Open the list by a key that is still held."""
    QTest.keyPress(field(window), Qt.Key.Key_Control, CONTROL)
    recent.offer(NOTES, 1)


def test_it_says_what_each_note_is_called(recent: RecentList) -> None:
    recent.offer(NOTES, 1)
    assert recent.shown
    assert [recent.item(row).text() for row in range(3)] == [
        "A map of the waiting list · 16.2021 · 19–25 April 2021",
        "Two doors, one key · 15.2021 · 12–18 April 2021",
        "13.2021 · 29 March–4 April 2021",
    ]
    assert recent.currentRow() == 1
    assert recent.hasFocus()


def test_letting_go_opens_the_chosen_note(
    recent: RecentList, window: QWidget, qtbot: QtBot
) -> None:
    hold(recent, window)
    recent.step()
    with qtbot.waitSignal(recent.note_chosen) as said:
        QTest.keyRelease(recent, Qt.Key.Key_Control)
    assert said.args == ["c"]
    assert not recent.shown
    assert field(window).hasFocus()


def test_while_held_tab_goes_on_and_shift_tab_back_round_the_ends(
    recent: RecentList, window: QWidget
) -> None:
    hold(recent, window)
    rows = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab):
        QTest.keyClick(recent, key, CONTROL)
        rows.append(recent.currentRow())
    assert rows == [2, 0, 2, 1]
    QTest.keyRelease(recent, Qt.Key.Key_Control)


def test_opened_from_the_menu_it_stays_until_one_is_chosen(
    recent: RecentList, qtbot: QtBot
) -> None:
    recent.offer(NOTES, 1)
    QTest.keyRelease(recent, Qt.Key.Key_Control)
    assert recent.shown
    QTest.keyClick(recent, Qt.Key.Key_Up)
    with qtbot.waitSignal(recent.note_chosen) as said:
        QTest.keyClick(recent, Qt.Key.Key_Return)
    assert said.args == ["a"]


def test_a_click_opens(recent: RecentList, qtbot: QtBot) -> None:
    recent.offer(NOTES, 1)
    place = recent.visualItemRect(recent.item(2)).center()
    with qtbot.waitSignal(recent.note_chosen) as said:
        QTest.mouseClick(recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said.args == ["c"]


def test_escape_leaves_all_as_it_was(recent: RecentList, window: QWidget, qtbot: QtBot) -> None:
    hold(recent, window)
    with qtbot.assertNotEmitted(recent.note_chosen):
        QTest.keyClick(recent, Qt.Key.Key_Escape)
        QTest.keyRelease(field(window), Qt.Key.Key_Control)
    assert not recent.shown
    assert field(window).hasFocus()


def test_whoever_goes_elsewhere_wants_none(
    recent: RecentList, window: QWidget, qtbot: QtBot
) -> None:
    recent.offer(NOTES, 1)
    with qtbot.assertNotEmitted(recent.note_chosen):
        field(window).setFocus()
    assert not recent.shown


def test_it_fits_into_a_small_window(recent: RecentList, window: QWidget) -> None:
    window.resize(200, 120)
    recent.offer(NOTES * 3, 1)
    assert window.rect().contains(recent.geometry())
