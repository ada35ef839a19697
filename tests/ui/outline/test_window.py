"""The outline is used by the keyboard alone, or by the mouse alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editor.states import only
from weeknotes_desktop.domain.outline import outline
from weeknotes_desktop.presenters.outline import OutlineState
from weeknotes_desktop.ui.outline.window import OutlineWindow
from weeknotes_desktop.ui.theme import Theme

STATE = OutlineState(sections=outline("## A\n\n**T** – t\n\n## B 😀\n\n## C\n"), chosen=2)
KEYS = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> OutlineWindow:
    main = QWidget()
    qtbot.addWidget(main)
    main.show()
    window = OutlineWindow(theme, main)
    window.draw(STATE)
    window.come()
    return window


def rows(window: OutlineWindow) -> QListWidget:
    return only(window, QListWidget)


def said(window: OutlineWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_each_section_is_a_row_set_in_as_deep_as_it_is(window: OutlineWindow) -> None:
    words = [rows(window).item(nth).text() for nth in range(rows(window).count())]
    assert words == ["A", "\u2003T", "B 😀", "C"]
    assert rows(window).currentRow() == 2


def test_enter_goes_to_the_section(window: OutlineWindow) -> None:
    spy = QSignalSpy(window.gone_to)
    QTest.keyClick(rows(window), KEYS.Key_Down)
    assert spy.count() == 0
    QTest.keyClick(rows(window), KEYS.Key_Return)
    assert [spy.at(nth)[0] for nth in range(spy.count())] == [3]


def test_alt_and_an_arrow_move_the_section(window: OutlineWindow) -> None:
    spy = QSignalSpy(window.moved)
    QTest.keyClick(rows(window), KEYS.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(rows(window), KEYS.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [spy.at(nth) for nth in range(spy.count())] == [[2, -1], [2, 1]]
    assert rows(window).currentRow() == 2


def test_a_section_is_dropped_before_another_or_behind_the_last(window: OutlineWindow) -> None:
    spy = QSignalSpy(window.dropped)
    free = QPointF(20, rows(window).viewport().height() - 4)
    event = QDropEvent(
        free,
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    rows(window).dropEvent(event)
    assert spy.at(0) == [2, 4]
    assert event.dropAction() is Qt.DropAction.IgnoreAction
    assert rows(window).count() == 4


def test_what_is_drawn_is_no_choice_and_keeps_the_rows(window: OutlineWindow) -> None:
    spy = QSignalSpy(window.gone_to)
    window.draw(OutlineState(sections=STATE.sections, chosen=0, said="“A” moved."))
    assert spy.count() == 0
    assert rows(window).currentRow() == 0
    assert "“A” moved." in said(window)


def test_a_note_without_sections_says_how_to_have_some(window: OutlineWindow) -> None:
    window.draw(OutlineState())
    assert rows(window).count() == 0
    assert "Headings" in said(window)


def test_a_text_for_reading_offers_no_moving(window: OutlineWindow) -> None:
    window.draw(OutlineState(sections=STATE.sections, may_move=False))
    assert rows(window).dragDropMode() is QListWidget.DragDropMode.NoDragDrop
    assert "Alt" not in said(window)


def test_escape_closes(window: OutlineWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(rows(window), KEYS.Key_Escape)
