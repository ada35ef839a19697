"""The Markdown source, where one writes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.ui import fonts
from weeknotes_desktop.ui.editor import keys
from weeknotes_desktop.ui.editor.difference import put_text
from weeknotes_desktop.ui.editor.documents import MARGIN, OpenText, text_of
from weeknotes_desktop.ui.editor.ground import Ground
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.editor.passage import Passage
from weeknotes_desktop.ui.editor.paste import holds_text, plain_text
from weeknotes_desktop.ui.editor.tint import Tint
from weeknotes_desktop.ui.theme import Theme

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
    menu_opens = Signal(QMenu, Passage)
    column_moved = Signal(int)  # distance of the text from the left edge

    def __init__(self, theme: Theme, tint: Tint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tint = tint
        self._ground = Ground(self, tint, theme)
        self._open: OpenText | None = None
        self._revision = 0
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
        if self._open is not opened:
            self._turn_to(opened)
        self._revision = opened.document.revision()

    def _turn_to(self, opened: OpenText) -> None:
        if self._open is not None:
            cursor = self.textCursor()
            self._open.selection = (cursor.anchor(), cursor.position())
            self._open.scroll = self.verticalScrollBar().value()
        self._open = opened
        opened.document.setDefaultFont(self.font())
        self.setDocument(opened.document)
        self._tint.watch(opened.document)
        self._select(*opened.selection)
        self.verticalScrollBar().setValue(opened.scroll)

    def text(self) -> str:
        """The text as it stands now."""
        return text_of(self.document())

    def change(self, how: Callable[[Passage], Passage]) -> None:
        """Change the text or what of it is selected, as one step that can be undone."""
        if self.isReadOnly():
            return
        before = _passage_of(self)
        after = how(before)
        put_text(self.textCursor(), before.text, after.text)
        places = Offsets(after.text)
        self._select(places.unit(after.start), places.unit(after.end))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace_text(self, text: str) -> None:
        """Put another text in place, as one step that can be undone."""
        put_text(self.textCursor(), self.text(), text.replace("\u2029", "\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on with a list, Tab indents an item; Tab elsewhere moves on."""
        cursor = self.textCursor()
        if not self.isReadOnly() and keys.press(event, cursor):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802
        """Leave Tab to the text where it indents."""
        return not keys.tab_indents(self.textCursor()) and super().focusNextPrevChild(onward)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Whether pasting or dropping would put anything in."""
        return holds_text(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste or drop plain text only."""
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, and whatever else somebody has to offer for what is under it."""
        if event.reason() is event.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opens.emit(menu, _passage_of(self))
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint of what stays here, then the text over it."""
        self._ground.paint(event.rect())
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column narrow enough to read, in the middle of the room there is."""
        self._set_column()
        super().resizeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the writer left the text; a menu over it is not leaving."""
        super().focusOutEvent(event)
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
            # All lines are styled anew in one edit, which counts as a revision: nobody typed it.
            told = self.blockSignals(True)
            self._open.highlighter.set_tokens(self._theme.tokens)
            self.blockSignals(told)
            self._revision = self.document().revision()

    def _set_column(self) -> None:
        column = round(self.fontMetrics().horizontalAdvance("n" * _COLUMN)) + 2 * MARGIN
        margin = max(_BESIDE - MARGIN, (self.width() - column) // 2)
        above = self._theme.dots(_ABOVE) - MARGIN
        if self.viewportMargins().left() != margin or self.viewportMargins().top() != above:
            self.setViewportMargins(margin, above, margin, 0)
        self.column_moved.emit(margin + MARGIN)

    def _say_typed(self) -> None:
        # Styling a line changes the document too, but not its revision.
        revision = self.document().revision()
        if self._open is not None and revision != self._revision:
            self._revision = revision
            self.typed.emit()

    def _select(self, anchor: int, place: int) -> None:
        cursor = self.textCursor()
        longest = self.document().characterCount() - 1
        cursor.setPosition(min(anchor, longest))
        cursor.setPosition(min(place, longest), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def _passage_of(edit: TextEdit) -> Passage:
    text, cursor = edit.text(), edit.textCursor()
    offsets = Offsets(text)
    return Passage(
        text, offsets.index(cursor.selectionStart()), offsets.index(cursor.selectionEnd())
    )
