"""The text while it is looked through: its marks, their explanations, the way to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip

from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.presenters.checking import CheckingState
from weeknotes_desktop.ui.editor.difference import replace
from weeknotes_desktop.ui.editor.marks_under_text import Mark, MarksUnderText
from weeknotes_desktop.ui.editor.selecting import select
from weeknotes_desktop.ui.editor.slip_menu import SlipMenu
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.theme import Theme


class CheckedText(QObject):
    """Shows what there is to look at in the text of ``edit``."""

    def __init__(self, edit: TextEdit, theme: Theme) -> None:
        super().__init__(edit)
        self._edit = edit
        self.marks = MarksUnderText(edit, theme)
        """What is painted behind the text."""
        self.menu = SlipMenu(edit, theme, self.marks.at)
        """What can be done about it."""
        self.menu.word_chosen.connect(self._put)
        edit.viewport().installEventFilter(self)

    def draw(self, state: CheckingState) -> None:
        """Mark these places, and no others."""
        self.menu.draw(state)
        self.marks.show(state.slips)

    def offer(self, slip: Slip, suggestions: tuple[str, ...]) -> None:
        """Offer other words, if the menu is still open on this slip."""
        self.menu.offer(slip, suggestions)

    def offer_languages(self, languages: tuple[str, ...]) -> None:
        """Offer these languages for the note."""
        self.menu.take_languages(languages)

    def go_to_next(self) -> None:
        """Select the next slip behind the caret, and say what it is."""
        edit, cursor = self._edit, self._edit.textCursor()
        behind = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
        mark = self.marks.after(behind)
        if mark is None:
            self._say(self.tr("Nothing to look at."))
            return
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        select(edit, mark.start, mark.end)
        edit.ensureCursorVisible()
        self._say(mark.slip.message)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the mark that the pointer rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self._under(event.pos())
            if mark is not None:
                QToolTip.showText(event.globalPos(), mark.slip.message, self._edit.viewport())
                return True
        return super().eventFilter(watched, event)

    def _under(self, pointer: QPoint) -> Mark | None:
        cursor = self._edit.cursorForPosition(pointer)
        place = self._edit.cursorRect(cursor)
        # Behind the end of a line no word lies under the pointer.
        if abs(pointer.x() - place.center().x()) > 2 * place.height():
            return None
        return self.marks.at(cursor.position())

    def _say(self, words: str) -> None:
        below = self._edit.cursorRect().bottomLeft()
        QToolTip.showText(self._edit.viewport().mapToGlobal(below), words, self._edit.viewport())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, words))

    def _put(self, slip: Slip, words: str) -> None:
        """Put other words in its place, as one step that can be undone."""
        now = self.marks.of(slip)
        if now is None or self._edit.isReadOnly():
            return
        cursor = self._edit.textCursor()
        replace(cursor, now.start, now.end - now.start, words)
        self._edit.setTextCursor(cursor)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
