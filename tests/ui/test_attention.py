"""The tray speaks only while the writer is elsewhere, and leads back into the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from weeknotes_desktop.ui.attention import DesktopAttention, desktop_notifies
from weeknotes_desktop.ui.theme import Theme

# Where there is no desktop, there is no tray to hear of, and no other window to come before.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def attention(window: QWidget, theme: Theme) -> DesktopAttention:
    return DesktopAttention(window, theme, notifies=lambda: True)


@pytest.mark.usefixtures("qapp")
def test_without_a_tray_no_notification_is_promised() -> None:
    assert desktop_notifies() == QSystemTrayIcon.isSystemTrayAvailable()


def test_a_window_that_is_not_shown_is_not_in_front(
    window: QWidget, attention: DesktopAttention, qtbot: QtBot
) -> None:
    assert not attention.in_front()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(attention.in_front)
    window.showMinimized()
    assert not attention.in_front()


def test_the_icon_is_in_the_tray_while_a_notification_waits(
    attention: DesktopAttention, qtbot: QtBot
) -> None:
    assert not attention.shows_icon()
    attention.notify("It is time for the review.")
    assert attention.shows_icon()
    tray = attention.findChild(QSystemTrayIcon)
    assert tray is not None
    assert tray.toolTip() == "WeekNotes"
    with qtbot.waitSignal(attention.followed):
        tray.messageClicked.emit()
    assert not tray.isVisible()


def test_a_click_on_the_icon_does_the_same(attention: DesktopAttention, qtbot: QtBot) -> None:
    attention.notify("It is time for the review.")
    tray = attention.findChild(QSystemTrayIcon)
    assert tray is not None
    with qtbot.waitSignal(attention.followed):
        tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)


def test_coming_back_to_the_window_puts_the_icon_away(
    attention: DesktopAttention, qtbot: QtBot, qapp: QApplication
) -> None:
    attention.notify("It is time for the review.")
    with qtbot.waitSignal(attention.came):
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not attention.shows_icon()
