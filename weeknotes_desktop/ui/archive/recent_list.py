"""The recent notes over the window: held keys go from one to the next, letting go opens it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.presenters.visited import RecentNote
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.theme import Theme

_WIDTH = 420
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ID = Qt.ItemDataRole.UserRole


class RecentList(QListWidget):
    """Stands over the window while one chooses; the keyboard goes back to where it was."""

    note_chosen = Signal(str)  # its id

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._came_from: QWidget | None = None
        self._held = False
        self.setObjectName("linkNames")
        self.setAccessibleName(self.tr("Recent notes"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(lambda _: self._take())
        self.hide()

    @property
    def shown(self) -> bool:
        """Whether the writer looks at it."""
        return self.isVisible()

    def offer(self, notes: tuple[RecentNote, ...], chosen: int) -> None:
        """Show the list, with one of them chosen."""
        self.clear()
        for note in notes:
            item = QListWidgetItem(_line(note))
            item.setData(_ID, note.id)
            self.addItem(item)
        self.setCurrentRow(chosen)
        self._came_from = self._over.focusWidget()
        control = Qt.KeyboardModifier.ControlModifier
        self._held = bool(QGuiApplication.keyboardModifiers() & control)
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._announce()

    def step(self, by: int = 1) -> None:
        """Choose the next one; behind the last comes the first."""
        self.setCurrentRow((self.currentRow() + by) % self.count())
        self._announce()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab and arrows choose, Enter opens, Escape leaves all as it was."""
        if event.key() == Qt.Key.Key_Tab:
            self.step()
        elif event.key() == Qt.Key.Key_Backtab:
            self.step(-1)
        elif event.key() in _TAKES:
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Whoever lets go of the key that was held has chosen."""
        if event.key() == Qt.Key.Key_Control and self._held and self.isVisible():
            self._take()
        else:
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002, N802
        """Tab is a step in the list."""
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere does not want any of them."""
        super().focusOutEvent(event)
        self.hide()

    def sizeHint(self) -> QSize:
        """As tall as its rows."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(self._theme.dots(_WIDTH), rows + 2 * self.frameWidth() + self._theme.dots(8))

    def _take(self) -> None:
        item = self.currentItem()
        self._go()
        if item is not None:
            self.note_chosen.emit(item.data(_ID))

    def _go(self) -> None:
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """In the middle, nearer to the top."""
        window = self._over.size()
        size = self.sizeHint().boundedTo(window)
        left = (window.width() - size.width()) // 2
        top = max(0, (window.height() - size.height()) // 3)
        self.setGeometry(left, top, size.width(), size.height())

    def _announce(self) -> None:
        item = self.currentItem()
        if item is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, item.text()))


def _line(note: RecentNote) -> str:
    days = f"{words.days(note.week)} {note.week.year}"
    label = short_label(note.label)
    title = " ".join(note.title[:300].split())
    return " · ".join(filter(None, (title, label, days)))
