"""The note while it is looked through: its marks, their explanations, the way to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip

from weeknotes_desktop.domain.checks.slip import Slip
from weeknotes_desktop.presenters.checking import CheckingState
from weeknotes_desktop.ui.editor.checked_title import CheckedTitle
from weeknotes_desktop.ui.editor.difference import replace
from weeknotes_desktop.ui.editor.marks_under_text import Mark, MarksUnderText
from weeknotes_desktop.ui.editor.selecting import select
from weeknotes_desktop.ui.editor.slip_menu import SlipMenu
from weeknotes_desktop.ui.editor.text_edit import TextEdit
from weeknotes_desktop.ui.editor.title_edit import TitleEdit
from weeknotes_desktop.ui.theme import Theme


class CheckedText(QObject):
    """Shows what there is to look at in the text of ``edit``, and in its title."""

    def __init__(self, edit: TextEdit, title: TitleEdit, theme: Theme) -> None:
        super().__init__(edit)
        self._edit = edit
        self.marks = MarksUnderText(edit, theme)
        """What is painted behind the text."""
        self.menu = SlipMenu(edit, theme, self.marks.at)
        """What can be done about it."""
        self.title = CheckedTitle(title, theme, self.menu)
        """The same for the title."""
        self.menu.word_chosen.connect(self._put)
        edit.viewport().installEventFilter(self)

    def draw(self, state: CheckingState) -> None:
        """Mark these places, and no others."""
        self.menu.draw(state)
        self.marks.show(state.slips)
        self.title.show(state.slips)

    def offer(self, slip: Slip, suggestions: tuple[str, ...] | None) -> None:
        """Offer other words, if the menu is still open on this slip; None if nobody could tell."""
        self.menu.offer(slip, suggestions)

    def offer_languages(self, languages: tuple[str, ...]) -> None:
        """Offer these languages for the note."""
        self.menu.take_languages(languages)

    def go_to_next(self) -> None:
        """Select the next slip behind the caret, and say what it is: title, text, and round."""
        edit, cursor, title = self._edit, self._edit.textCursor(), self.title
        behind = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
        in_title = title.after_caret() if title.has_focus else None
        in_text = self.marks.after(0 if title.has_focus else behind)
        if not title.has_focus and (in_text is None or in_text.start < behind):
            in_title = title.after(0)
        if in_title is None and in_text is None:
            in_title = title.after(0)
        if in_title is not None:
            title.go_to(in_title)
        elif in_text is None:
            self._say_nothing()
        else:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            select(edit, in_text.start, in_text.end)
            edit.ensureCursorVisible()
            self._say(in_text.slip.message)

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

    def _say_nothing(self) -> None:
        words = self.tr("Nothing to look at.")
        if self.title.has_focus:
            self.title.say(words)
        else:
            self._say(words)

    def _say(self, words: str) -> None:
        below = self._edit.cursorRect().bottomLeft()
        QToolTip.showText(self._edit.viewport().mapToGlobal(below), words, self._edit.viewport())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, words))

    def _put(self, slip: Slip, words: str) -> None:
        """Put other words in its place, as one step that can be undone."""
        if slip.in_title:
            self.title.put(slip, words)
            return
        now = self.marks.of(slip)
        if now is None or self._edit.isReadOnly():
            return
        cursor = self._edit.textCursor()
        replace(cursor, now.start, now.end - now.start, words)
        self._edit.setTextCursor(cursor)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
