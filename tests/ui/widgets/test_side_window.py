"""A side window is in the way of nothing, and does what its buttons say by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.presenters.notices import Notice
from weeknotes_desktop.ui.notice_bar import NoticeBar
from weeknotes_desktop.ui.theme import Theme
from weeknotes_desktop.ui.widgets.side_window import SideWindow

Opened = Callable[[], tuple[SideWindow, NoticeBar]]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Opened:
    """Opens a main window with a bar for notices, and a side window over it."""

    def made() -> tuple[SideWindow, NoticeBar]:
        main = QWidget()
        qtbot.addWidget(main)
        bar = NoticeBar(theme)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
        column.addStretch(1)
        # From edge to edge, so that there is no room beside it.
        main.setGeometry(main.screen().availableGeometry())
        main.show()
        side = SideWindow(theme, main, QSize(560, 620))
        QVBoxLayout(side).addWidget(QPushButton("Restore"))
        with qtbot.waitExposed(side):
            side.come()
        return side, bar

    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_the_keyboard_is_on(
    opened: Opened, key: Qt.Key, qtbot: QtBot
) -> None:
    side, _ = opened()
    (button,) = side.findChildren(QPushButton)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    pressed = QSignalSpy(button.clicked)
    QTest.keyClick(button, key)
    assert pressed.count() == 1
    button.setEnabled(False)
    QTest.keyClick(side, key)
    assert pressed.count() == 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_happened_can_be_read_beside_it(
    opened: Opened, scale: float, theme: Theme, qtbot: QtBot
) -> None:
    theme.scale_text(scale)
    side, bar = opened()
    bar.show(Notice("The earlier text is back.", "What stood here is kept.", action="Undo"))
    qtbot.waitUntil(lambda: bar.height() > 1)
    end = bar.mapToGlobal(bar.rect().bottomLeft()).y()
    assert side.frameGeometry().top() > end
    assert side.geometry().bottom() <= side.screen().availableGeometry().bottom()


def test_it_begins_right_below_what_is_being_said(
    opened: Opened, theme: Theme, qtbot: QtBot
) -> None:
    side, bar = opened()
    bar.show(Notice("Your computer’s date is of 2021; your newest note is of 2026. " * 2))
    qtbot.waitUntil(lambda: bar.height() > 1)
    side.close()
    side.come()
    end = bar.mapToGlobal(bar.rect().bottomLeft()).y()
    assert end < side.frameGeometry().top() <= end + theme.dots(64)
