"""The list of notes that comes up behind ``[[`` and writes the name that is chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from weeknotes_desktop.domain.label import short_label
from weeknotes_desktop.presenters.link_names import LinkChoice
from weeknotes_desktop.ui import words
from weeknotes_desktop.ui.editor.marks import ORDINARY
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.theme import Theme

LinkChoices = Callable[[str], Sequence[LinkChoice]]

_BEGUN = re.compile(r"(?<!!)\[\[(?P<typed>[^\[\]|]{0,100})$")
_OPENS, _CLOSES = "[[", "]]"
# No line that somebody writes by hand is longer.
_LONGEST_LINE = 4_000
_ROWS = 7
_WIDTH = 420
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_OURS = (*_STEPS, *_PAGES, *_TAKES, Qt.Key.Key_Escape)


class LinkCompletion(QObject):
    """Offers notes while the writer types a link; the text keeps the focus.

    Args:
        field: Where the text is typed.
        choices: The notes that fit what was typed of a name.
    """

    def __init__(self, field: QPlainTextEdit, theme: Theme, choices: LinkChoices) -> None:
        super().__init__(field)
        self._field = field
        self._theme = theme
        self._choices = choices
        self._offered: Sequence[LinkChoice] = ()
        self._refused = -1
        # In the window, as there may be less room in the text than the list takes.
        self._list = QListWidget(field.window())
        self._list.setObjectName("linkNames")
        self._list.setAccessibleName(self.tr("Notes to link to"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.hide()
        self._list.itemClicked.connect(lambda _: self._take())
        field.textChanged.connect(self._typed)
        field.cursorPositionChanged.connect(self._moved)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """While the list is shown, its keys are its own."""
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
            self._let_go()
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~_HARMLESS:
            return False
        if event.key() not in _OURS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._press(event.key())

    def look_again(self) -> None:
        """There are other notes to offer now."""
        self._typed()

    def _press(self, key: int) -> bool:
        if key in _TAKES:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self._refused = self._begun_at()
            self._close()
        else:
            step = _STEPS.get(Qt.Key(key)) or _ROWS * _PAGES[Qt.Key(key)]
            last = self._list.count() - 1
            row = self._list.currentRow() + step
            # A step off the end comes round to the other; a page stops there.
            row = row % (last + 1) if abs(step) == 1 else max(0, min(last, row))
            self._list.setCurrentRow(row)
            self._announce()
        return True

    def _typed(self) -> None:
        if self._field.hasFocus() and not self._field.isReadOnly():
            self._look()

    def _moved(self) -> None:
        if self._offered:
            self._look()

    def _look(self) -> None:
        typed = self._name_typed()
        if typed is None:
            self._refused = -1
        if typed is None or self._refused == self._begun_at():
            self._close()
            return
        offered = self._choices(typed)
        if not offered:
            self._close()
        elif offered != self._offered or not self._list.isVisible():
            self._offer(offered)
        else:
            self._place()

    def _name_typed(self) -> str | None:
        """What stands between ``[[`` and the caret; None where no link is being typed."""
        cursor = self._field.textCursor()
        block = cursor.block()
        if block.length() > _LONGEST_LINE:
            return None
        line = block.text()
        # In nearly every line the look ends here.
        if _OPENS not in line or cursor.hasSelection() or block.userState() > ORDINARY:
            return None
        begun = _BEGUN.search(line[: Offsets(line).index(cursor.positionInBlock())])
        return None if begun is None or begun["typed"].startswith("^") else begun["typed"]

    def _begun_at(self) -> int:
        """Where in the document the name begins."""
        typed = self._name_typed() or ""
        return self._field.textCursor().position() - Offsets(typed).unit(len(typed))

    def _offer(self, offered: Sequence[LinkChoice]) -> None:
        self._offered = offered
        self._list.clear()
        self._list.addItems([_line(choice) for choice in offered])
        self._list.setCurrentRow(0)
        self._place()
        if not self._list.isVisible():
            self._field.installEventFilter(self)
            self._list.show()
            self._list.raise_()
        self._announce()

    def _place(self) -> None:
        """Under the line that is being written, or over it where there is no room."""
        window, dots = self._field.window(), self._theme.dots
        frame = 2 * self._list.frameWidth()
        height = self._list.sizeHintForRow(0) * min(_ROWS, self._list.count()) + frame
        width = min(dots(_WIDTH), window.width())
        caret = self._field.cursorRect()
        viewport = self._field.viewport()
        below = viewport.mapTo(window, caret.bottomLeft() + QPoint(0, dots(3)))
        top = below.y()
        if top + height > window.height():
            top = max(0, viewport.mapTo(window, caret.topLeft()).y() - height - dots(3))
        right_to_left = self._field.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = below.x() - width if right_to_left else below.x()
        left = max(0, min(left, window.width() - width))
        self._list.setGeometry(left, top, width, height)

    def _take(self) -> None:
        choice = self._offered[self._list.currentRow()]
        cursor = self._field.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(self._begun_at(), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(choice.name)
        place = cursor.positionInBlock()
        line = cursor.block().text()
        if line[Offsets(line).index(place) :].startswith(_CLOSES):
            cursor.movePosition(
                QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, len(_CLOSES)
            )
        else:
            cursor.insertText(_CLOSES)
        cursor.endEditBlock()
        self._field.setTextCursor(cursor)
        self._close()

    def _close(self) -> None:
        if self._offered:
            self._list.hide()
            self._let_go()

    def _let_go(self) -> None:
        self._offered = ()
        self._field.removeEventFilter(self)

    def _announce(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, item.text()))


_HARMLESS = Qt.KeyboardModifier.KeypadModifier


def _line(choice: LinkChoice) -> str:
    when = words.days(choice.week)
    return " · ".join(
        filter(None, (choice.title, short_label(choice.label), f"{when} {choice.week.year}"))
    )
