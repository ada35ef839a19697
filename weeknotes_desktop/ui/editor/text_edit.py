"""The Markdown source, where one writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.ui import fonts
from weeknotes_desktop.ui.editor.difference import put_text
from weeknotes_desktop.ui.editor.documents import MARGIN, OpenText, text_of
from weeknotes_desktop.ui.editor.ground import Ground, Line
from weeknotes_desktop.ui.editor.habits import Habits
from weeknotes_desktop.ui.editor.paste import holds_text, plain_text
from weeknotes_desktop.ui.editor.pauses import Pauses
from weeknotes_desktop.ui.editor.selecting import select
from weeknotes_desktop.ui.editor.tint import Tint
from weeknotes_desktop.ui.editor.wrapping import Wrapping
from weeknotes_desktop.ui.theme import Theme

if TYPE_CHECKING:
    # It comes with the first key.
    from weeknotes_desktop.ui.editor.keys import Keys
    from weeknotes_desktop.ui.editor.pasting import Pasting

# Text of this size is as large as 14 px on an ordinary screen.
_SIZE = 1.05
_COLUMN = 80
_BESIDE = 34
_ABOVE = 18


class TextEdit(QPlainTextEdit):
    """Shows one open text and says when the writer changed it.

    Args:
        theme: Colours and text size.
        tint: Knows which passages stay here.
    """

    typed = Signal()
    left = Signal()
    refused = Signal(WeekNotesError)  # what was pasted cannot go in
    menu_opens = Signal(QMenu, Passage)  # whoever makes the menu over the text says so
    column_moved = Signal(int)  # distance of the text from the left edge

    def __init__(self, theme: Theme, tint: Tint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tint = tint
        self._ground = Ground(self, tint, theme)
        self._wrapping = Wrapping(self)
        self._pauses = Pauses(self)
        self._open: OpenText | None = None
        self._revision = 0
        self._habits = Habits()
        self.beneath: list[Callable[[Sequence[Line]], None]] = []
        """Who paints behind some lines of the text, once they are there."""
        self.pasting: Pasting | None = None
        """Takes what comes in from outside, once it is there; until then only words do."""
        self.setObjectName("noteText")
        self.setAccessibleName(self.tr("Text of the note, in Markdown"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self._dress()
        theme.changed.connect(self._dress_again)
        self.textChanged.connect(self._say_typed)

    def show_text(self, opened: OpenText) -> None:
        """Show ``opened`` where the writer left it."""
        self._revision = opened.document.revision()
        if self._open is opened:
            return
        if self._open is not None:
            self._open.note_place(self)
        self._open = opened
        opened.highlighter.styled = self._ground.look_again
        opened.document.setDefaultFont(self.font())
        self._wrapping.watch(opened.document)
        self.setDocument(opened.document)
        self._tint.watch(opened.document)
        select(self, *opened.selection)
        if opened.scroll is not None:
            self.verticalScrollBar().setValue(opened.scroll)
        elif opened.selection[1]:
            self.centerCursor()
        self._revision = opened.document.revision()

    def text(self) -> str:
        """The text as it stands now."""
        return text_of(self.document())

    def change(self, how: Callable[[Passage], Passage | None], reach: int | None = None) -> None:
        """Change the text or what of it is selected, as one step that can be undone.

        Args:
            reach: How many lines above and below those touched ``how`` gets to see; None for all.
        """
        if self.isReadOnly():
            return
        # Not on top: nothing is changed but by typing before the first paint.
        from weeknotes_desktop.ui.editor.applying import apply

        apply(self, how, reach)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_habits(self, habits: Habits) -> None:
        """Let the keys follow ``habits`` from now on."""
        self._habits = habits

    def replace_text(self, text: str) -> None:
        """Put another text in place, as one step that can be undone."""
        put_text(self.textCursor(), self.text(), text.replace("\u2029", "\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here; most give a letter, which may call for another mark."""
        if self.isReadOnly() or not self._keys.press(event):
            before = self.document().revision()
            super().keyPressEvent(event)
            # Ctrl+A and Escape have a letter of their own too, which never comes into the text.
            if self.document().revision() != before:
                self._keys.typed(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take a letter that was put together out of several keys."""
        super().inputMethodEvent(event)
        self._keys.typed(event.commitString())

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802
        """Leave Tab to the text where it means something there."""
        means_something = not self.isReadOnly() and self._keys.tab_means_something(
            outward=not onward
        )
        return not means_something and super().focusNextPrevChild(onward)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Whether pasting or dropping would put anything in."""
        return holds_text(source) if self.pasting is None else self.pasting.can_take(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste or drop what ``source`` holds."""
        if self.pasting is not None:
            self.pasting.take(source)
            return
        try:
            text = plain_text(source)
        except WeekNotesError as error:
            self.refused.emit(error)
            return
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Copy plain text only: the colours of the source are no business of the clipboard."""
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return copied

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint of what stays here, then the text over it."""
        lines = self._ground.paint(event.rect())
        for paint in self.beneath:
            paint(lines)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column narrow enough to read, in the middle of the room there is."""
        self._set_column()
        super().resizeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the writer left the text; a menu over it is not leaving."""
        super().focusOutEvent(event)
        if self._open is not None:
            self._open.note_place(self)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _dress(self) -> None:
        font = QFont(fonts.MONO)
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(fonts.BODY * self._theme.text_scale * _SIZE)
        # What was typed is what is shown: no arrow in place of a dash and a bracket.
        font.setFeature(QFont.Tag("calt"), 0)
        self.setFont(font)
        self._set_column()

    def _dress_again(self) -> None:
        self._dress()
        if self._open is not None:
            self._open.highlighter.set_tokens(self._theme.tokens)

    def _set_column(self) -> None:
        column = round(self.fontMetrics().horizontalAdvance("n" * _COLUMN)) + 2 * MARGIN
        margin = max(_BESIDE - MARGIN, (self.width() - column) // 2)
        above = self._theme.dots(_ABOVE) - MARGIN
        if self.viewportMargins().left() != margin or self.viewportMargins().top() != above:
            self.setViewportMargins(margin, above, margin, 0)
        self.column_moved.emit(margin + MARGIN)

    @cached_property
    def _keys(self) -> Keys:
        # Not on top: nobody types before the first paint.
        from weeknotes_desktop.ui.editor.keys import Keys

        self._ground.cover()
        return Keys(self, lambda: self._habits)

    def _say_typed(self) -> None:
        self._ground.keep_up()
        # Styling a line changes the document too, but not its revision.
        revision = self.document().revision()
        if self._open is not None and revision != self._revision:
            self._revision = revision
            self.typed.emit()
