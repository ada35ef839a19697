"""The window that replaces in all notes, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.domain.finding import Search
from weeknotes_desktop.presenters.replacing_state import (
    NoteHeading,
    PlaceKey,
    PlaceLine,
    ReplacingState,
    Ticks,
)
from weeknotes_desktop.ui.finding.place_list import PlaceList
from weeknotes_desktop.ui.finding.window import ReplacingWindow
from weeknotes_desktop.ui.theme import Theme

NOTE = PlaceKey("n1")
PLACE = PlaceKey("n1", 7)
ROWS = (
    NoteHeading(key=NOTE, title="A title", label="W1", published=True, places=1, ticks=Ticks.NONE),
    PlaceLine(key=PLACE, lead="No ", goes="week", comes="month", tail=" 😀.", ticked=False),
)
FOUND = ReplacingState(search=Search("week"), words="month", rows=ROWS, found=1)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[ReplacingWindow]:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    window = ReplacingWindow(theme, main)
    window.come()
    window.draw(FOUND)
    yield window
    window.close()


def button(window: ReplacingWindow, words: str) -> QPushButton:
    (found,) = (one for one in window.findChildren(QPushButton) if one.text() == words)
    return found


def places(window: ReplacingWindow) -> PlaceList:
    found = window.findChild(PlaceList)
    assert isinstance(found, PlaceList)
    return found


def test_a_place_is_ticked_by_a_click_and_by_space(window: ReplacingWindow, qtbot: QtBot) -> None:
    listed = places(window)
    row = listed.visualRect(listed.model().index(1, 0))
    with qtbot.waitSignal(window.ticked) as said:
        QTest.mouseClick(
            listed.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            row.center(),
        )
    assert said.args == [PLACE, True]
    listed.setCurrentIndex(listed.model().index(0, 0))
    with qtbot.waitSignal(window.ticked) as said:
        QTest.keyClick(listed, Qt.Key.Key_Space)
    assert said.args == [NOTE, True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_enter_replaces_from_the_list_too(
    window: ReplacingWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    window.draw(ReplacingState(search=Search("week"), rows=ROWS, found=1, ticked=1, notes=1))
    listed = places(window)
    listed.setFocus()
    with qtbot.assertNotEmitted(window.ticked), qtbot.waitSignal(window.replace_chosen):
        QTest.keyClick(listed, key, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.ticked):
        QTest.keyClick(listed, key)


def test_nothing_can_be_replaced_while_nothing_is_ticked(
    window: ReplacingWindow, qtbot: QtBot
) -> None:
    assert not button(window, "Replace").isEnabled()
    window.draw(ReplacingState(search=Search("week"), rows=ROWS, found=12, ticked=12, notes=2))
    with qtbot.waitSignal(window.replace_chosen):
        button(window, "Replace in 12 places").click()


def test_all_are_ticked_and_none(window: ReplacingWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.all_ticked) as said:
        button(window, "Tick all").click()
    assert said.args == [True]
    window.draw(ReplacingState(search=Search("week"), rows=ROWS, found=1, ticked=1, notes=1))
    with qtbot.waitSignal(window.all_ticked) as said:
        button(window, "Tick none").click()
    assert said.args == [False]


def test_what_is_typed_is_said_and_drawing_is_silent(window: ReplacingWindow, qtbot: QtBot) -> None:
    find, other = window.findChildren(QLineEdit)
    with qtbot.assertNotEmitted(window.looked_for), qtbot.assertNotEmitted(window.words_entered):
        window.draw(ReplacingState(search=Search("day", case=True), words="night"))
    assert (find.text(), other.text()) == ("day", "night")
    with qtbot.waitSignal(window.looked_for) as said:
        QTest.keyClicks(find, "s")
    assert said.args == [Search("days", case=True)]
    with qtbot.waitSignal(window.words_entered) as said:
        QTest.keyClicks(other, "s")
    assert said.args == ["nights"]


def test_a_screen_reader_says_what_becomes_of_a_place(window: ReplacingWindow) -> None:
    model = places(window).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "A title, W1, published, 1 place"
    assert model.index(1, 0).data(role) == "“week” becomes “month”: No week 😀."
    assert model.index(1, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_a_tick_leaves_the_list_where_it_was(window: ReplacingWindow) -> None:
    listed = places(window)
    listed.setCurrentIndex(listed.model().index(1, 0))
    ticked = PlaceLine(key=PLACE, lead="No ", goes="week", comes="month", tail=".", ticked=True)
    window.draw(ReplacingState(search=Search("week"), rows=(ROWS[0], ticked), found=1, ticked=1))
    assert listed.currentIndex().row() == 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_row_is_painted_whatever_stands_in_it(
    window: ReplacingWindow, theme: Theme, scale: float
) -> None:
    theme.scale_text(scale)
    odd = PlaceLine(
        key=PlaceKey("n1", 9), lead="", goes="\x00", comes="", tail="שלום" * 40, ticked=True
    )
    heading = NoteHeading(
        key=PlaceKey("n2"), title="", label="W2", published=False, places=2, ticks=Ticks.SOME
    )
    window.draw(ReplacingState(search=Search("week"), rows=(*ROWS, heading, odd), found=2))
    assert not window.grab().isNull()


def test_while_notes_are_changed_one_sees_how_far_it_is_and_can_stop_it(
    window: ReplacingWindow, qtbot: QtBot
) -> None:
    window.draw(replace(FOUND, ticked=1, notes=1))
    window.draw(replace(FOUND, ticked=1, notes=1, changed=50, to_change=5_000))
    said = {label.text() for label in window.findChildren(QLabel)}
    assert "50 of 5,000 notes are changed…" in said
    stop = button(window, "Stop")
    assert stop.isVisible()
    assert stop.hasFocus()
    assert not button(window, "Replace in 1 place").isEnabled()
    assert not places(window).isEnabled()
    with qtbot.waitSignal(window.stopped):
        QTest.keyClick(window, Qt.Key.Key_Return)
    window.draw(FOUND)
    assert not stop.isVisible()
    assert places(window).isEnabled()


def test_what_was_replaced_is_said_and_taken_back_here(
    window: ReplacingWindow, qtbot: QtBot
) -> None:
    assert not button(window, "Undo").isVisible()
    window.draw(replace(FOUND, result="Replaced in 3 places, in 2 notes.", may_undo=True))
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Replaced in 3 places, in 2 notes." in said
    button(window, "Undo").setFocus()
    with qtbot.waitSignal(window.undo_chosen):
        QTest.keyClick(button(window, "Undo"), Qt.Key.Key_Return)
    window.draw(replace(FOUND, result="Everything says again what it said before."))
    assert not button(window, "Undo").isVisible()
    assert isinstance(window.focusWidget(), QLineEdit)


def test_tab_leads_from_what_to_find_to_what_to_put_there(window: ReplacingWindow) -> None:
    find, put = (field for field in window.findChildren(QLineEdit))
    find.setFocus()
    QTest.keyClick(find, Qt.Key.Key_Tab)
    assert window.focusWidget() is put
    QTest.keyClick(put, Qt.Key.Key_Backtab)
    assert window.focusWidget() is find
