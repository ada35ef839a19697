"""Where the writer looks: at the program, or elsewhere on the desktop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from weeknotes_desktop.ui.fronting import bring_to_front
from weeknotes_desktop.ui.theme import Theme


def desktop_notifies() -> bool:
    """Whether there is a tray, and it shows notifications."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class DesktopAttention(QObject):
    """Knows whether the program is in front; else speaks through the tray.

    The icon is in the tray only while a notification waits for the writer.

    Args:
        notifies: Whether the desktop shows notifications.
    """

    came = Signal()  # the writer has the program in front of them again
    followed = Signal()  # the notification was chosen; the window is in front

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        notifies: Callable[[], bool] = desktop_notifies,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._notifies = window, theme, notifies
        self._tray: QSystemTrayIcon | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look_up)

    def in_front(self) -> bool:
        """Whether the writer has the program in front of them."""
        return QApplication.activeWindow() is not None and not self._window.isMinimized()

    def can_notify(self) -> bool:
        """Whether the desktop shows notifications."""
        return self._notifies()

    def notify(self, sentence: str) -> None:
        """Have the desktop show a notification, in place of the one before."""
        tray = self._icon()
        tray.show()
        tray.showMessage("WeekNotes", sentence, QSystemTrayIcon.MessageIcon.NoIcon)

    def shows_icon(self) -> bool:
        """Whether a notification waits for the writer."""
        return self._tray is not None and self._tray.isVisible()

    def _icon(self) -> QSystemTrayIcon:
        if self._tray is None:
            tray = QSystemTrayIcon(self)
            self._theme.icons.give("goals", tray, "accent")
            tray.setToolTip("WeekNotes")
            tray.messageClicked.connect(self._follow)
            tray.activated.connect(lambda _: self._follow())
            self._tray = tray
        return self._tray

    def _follow(self) -> None:
        bring_to_front(self._window)
        self._put_away()
        self.followed.emit()

    def _look_up(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._put_away()
            self.came.emit()

    def _put_away(self) -> None:
        if self._tray is not None:
            self._tray.hide()
