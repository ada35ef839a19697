"""A window that stands beside the main one, is never in its way, and closes with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from weeknotes_desktop.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOWEST = 320
"""A window is not made lower than this only to leave the notices free."""


class SideWindow(QWidget):
    """Comes up beside the main window; Escape closes it, Enter presses the button it is on.

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
        """Escape closes; Enter presses the button the keyboard is on, once for each key."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in _ENTER and isinstance(button, QAbstractButton):
            if not event.isAutoRepeat():
                button.click()
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
        main = self._beside.frameGeometry()
        top = self._below_the_notices()
        lowest = max(dots(_LOWEST), self.minimumSizeHint().height())
        height = min(dots(self._size.height()), max(lowest, room.bottom() + 1 - top))
        size = QSize(dots(self._size.width()), height).boundedTo(room.size())
        left = main.right() + 1
        if left + size.width() > room.right():
            left = main.right() - size.width() - dots(24)
        place = QRect(QPoint(left, top), size)
        place.moveRight(min(place.right(), room.right()))
        place.moveLeft(max(place.left(), room.left()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        place.moveTop(max(place.top(), room.top()))
        self.setGeometry(place)

    def _below_the_notices(self) -> int:
        """Where on the screen the bar of the main window ends that says what happened, or would."""
        dots = self._theme.dots
        bar = self._beside.findChild(QWidget, "noticeBar")
        if bar is None:
            return self._beside.frameGeometry().top() + dots(48)
        # Also while it is hidden: much of what is done here is answered there.
        # What it hints at is meant for a bar as narrow as its longest word.
        height = bar.heightForWidth(self._beside.width())
        needed = max(height if bar.hasHeightForWidth() else bar.sizeHint().height(), dots(48))
        title = self._beside.geometry().top() - self._beside.frameGeometry().top()
        return bar.mapToGlobal(QPoint(0, needed)).y() + title + dots(8)
