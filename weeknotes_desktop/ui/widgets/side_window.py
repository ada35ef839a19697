"""A window that stands beside the main one, is never in its way, and closes with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from weeknotes_desktop.ui.theme import Theme


class SideWindow(QWidget):
    """Comes up beside the main window; Escape closes it.

    Args:
        beside: The main window.
        size: Of our drawings, at 100 % text.
    """

    closed = Signal()

    def __init__(self, theme: Theme, beside: QWidget, size: QSize) -> None:
        super().__init__(beside, Qt.WindowType.Window)
        self._theme = theme
        self._beside = beside
        self._size = size
        self.setObjectName("sideWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside.installEventFilter(self)

    def come(self) -> None:
        """Show the window, in front and with the keyboard."""
        if not self.isVisible():
            self._find_a_place()
        self.show()
        self.raise_()
        self.activateWindow()

    def go(self) -> None:
        """Close the window."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is closed."""
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the main window is closed; one that is only minimised takes us along anyway."""
        if watched is self._beside and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.close()
        return super().eventFilter(watched, event)

    def _find_a_place(self) -> None:
        """To the right of the main window where there is room, else over its right edge."""
        room = self._beside.screen().availableGeometry()
        dots = self._theme.dots
        size = QSize(dots(self._size.width()), dots(self._size.height())).boundedTo(room.size())
        main = self._beside.frameGeometry()
        left = main.right() + 1
        if left + size.width() > room.right():
            left = main.right() - size.width() - dots(24)
        top = main.top() + dots(48)
        place = QRect(QPoint(left, top), size)
        place.moveRight(min(place.right(), room.right()))
        place.moveLeft(max(place.left(), room.left()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        place.moveTop(max(place.top(), room.top()))
        self.setGeometry(place)
