"""The title while it is looked through: its marks, what they say, what can be done about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QPainter,
    QShortcut,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QMenu, QToolTip

from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.domain.checks.spelling import NAME as SPELLING
from weeknotes_desktop.ui.editor.difference import same_ends
from weeknotes_desktop.ui.editor.marks_under_text import Mark
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.editor.slip_menu import MENU_KEY, SlipMenu
from weeknotes_desktop.ui.editor.strokes import paint_stroke
from weeknotes_desktop.ui.editor.title_edit import TitleEdit
from weeknotes_desktop.ui.theme import Theme


class CheckedTitle(QObject):
    """Shows what there is to look at in ``title``.

    Args:
        menu: Knows what can be done about it.
    """

    def __init__(self, title: TitleEdit, theme: Theme, menu: SlipMenu) -> None:
        super().__init__(title)
        self._title, self._theme, self._menu = title, theme, menu
        self._marks: list[Mark] = []
        self._text = title.text()
        title.above.append(self._paint)
        title.installEventFilter(self)
        title.textChanged.connect(self._shift)
        title.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        title.customContextMenuRequested.connect(self._open_menu)
        by_key = QShortcut(MENU_KEY, title)
        by_key.setContext(Qt.ShortcutContext.WidgetShortcut)
        by_key.activated.connect(lambda: self._open_menu(title.cursorRect().center()))

    def show(self, slips: Sequence[Slip]) -> None:
        """Mark these places, and no others; the title is as it was when they were found."""
        offsets = Offsets(self._title.text())
        self._text = self._title.text()
        self._marks = [
            Mark(offsets.unit(slip.start), offsets.unit(slip.end), slip)
            for slip in slips
            if slip.in_title and slip.end <= len(self._text)
        ]
        self._title.update()

    def after(self, place: int) -> Mark | None:
        """The next mark that begins there or behind."""
        return next((mark for mark in self._marks if mark.start >= place), None)

    def after_caret(self) -> Mark | None:
        """The next mark behind the caret."""
        title = self._title
        return self.after(
            title.selectionEnd() if title.hasSelectedText() else title.cursorPosition()
        )

    @property
    def has_focus(self) -> bool:
        """Whether the writer is in the title."""
        return self._title.hasFocus()

    def go_to(self, mark: Mark) -> None:
        """Select the place of a mark, and say what it is."""
        title = self._title
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        title.setSelection(mark.start, mark.end - mark.start)
        self.say(mark.slip.message)

    def say(self, words: str) -> None:
        """Say something at the caret."""
        title = self._title
        QToolTip.showText(title.mapToGlobal(title.cursorRect().bottomLeft()), words, title)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(title, words))

    def put(self, slip: Slip, words: str) -> None:
        """Put other words in its place, as an edit that can be undone."""
        mark = next((mark for mark in self._marks if mark.slip == slip), None)
        if mark is None or self._title.isReadOnly():
            return
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.setSelection(mark.start, mark.end - mark.start)
        # Qt takes this for typing: it says textEdited by itself.
        self._title.insert(words)

    def menu(self, place: QPoint) -> QMenu:
        """The menu over that place of the title."""
        menu = self._title.createStandardContextMenu()
        mark = self._at(place)
        self._menu.fill(menu, None if mark is None else mark.slip)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the mark that the pointer rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._at(event.pos())
            if mark is not None:
                QToolTip.showText(event.globalPos(), mark.slip.message, self._title)
                return True
        return super().eventFilter(watched, event)

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu(place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._title.mapToGlobal(place))

    def _at(self, place: QPoint) -> Mark | None:
        """The mark at that place of the field."""
        for mark in self._marks:
            if self._place(mark).adjusted(0, -4, 0, 4).contains(place):
                return mark
        return None

    def _paint(self) -> None:
        if not self._marks:
            return
        with QPainter(self._title) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(self._title.rect().adjusted(2, 0, -2, 0))
            for mark in self._marks:
                wave = mark.slip.check == SPELLING
                colour = self._theme.colour("attention")
                scale = self._theme.text_scale
                paint_stroke(painter, self._place(mark), colour, scale, wave=wave)

    def _place(self, mark: Mark) -> QRectF:
        """Where its words stand in the field, which may be scrolled."""
        title = self._title
        layout = QTextLayout(title.text(), title.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1_000_000)
        layout.endLayout()
        caret = title.cursorRect()
        moved = caret.center().x() + 1 - _x(line, title.cursorPosition())
        left, right = sorted((_x(line, mark.start) + moved, _x(line, mark.end) + moved))
        return QRectF(left, caret.top(), max(right - left, 4.0), caret.height())

    def _shift(self, text: str) -> None:
        """Move the marks along with a change; one whose words have changed is gone."""
        before, self._text = self._text, text
        if not self._marks or before == text:
            return
        same, same_behind = same_ends(before, text)
        old, new = Offsets(before), Offsets(text)
        first, last = old.unit(same), old.unit(len(before) - same_behind)
        grown = new.unit(len(text)) - old.unit(len(before))
        self._marks = [
            mark if mark.end <= first else Mark(mark.start + grown, mark.end + grown, mark.slip)
            for mark in self._marks
            if mark.end <= first or mark.start >= last
        ]


def _x(line: QTextLine, place: int) -> float:
    # The stubs promise an object; it is the place on the line and the place taken.
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
