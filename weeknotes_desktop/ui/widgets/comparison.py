"""Two texts in one: what is new is underlined, what is gone struck through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from weeknotes_desktop.domain.comparison import Change, Piece
from weeknotes_desktop.presenters.folding import Fold, Part, unfold
from weeknotes_desktop.ui import fonts
from weeknotes_desktop.ui.theme import Theme

_FOLD = QTextFormat.Property.UserProperty + 1
_COLUMN = 80


@dataclass(frozen=True, slots=True)
class Section:
    """Pieces under a heading.

    Args:
        title: Pieces of a title, above the others.
    """

    heading: str
    body: tuple[Part, ...]
    title: tuple[Piece, ...] = ()


class ComparisonView(QPlainTextEdit):
    """Draws pieces of text by their fate; Enter or a click opens a fold."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections: tuple[Section, ...] = ()
        self._folds: list[Fold] = []
        self.setObjectName("comparison")
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._dress()
        theme.changed.connect(self._dress)

    def draw(self, title: tuple[Piece, ...], body: tuple[Part, ...]) -> None:
        """Draw these pieces; folds that were open close again."""
        self.draw_sections((Section("", body, title),))

    def draw_sections(self, sections: tuple[Section, ...]) -> None:
        """Draw several pieces of text, each under its heading; likewise."""
        if sections != self._sections:
            self._sections = sections
            self._write_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the fold the caret is in; Escape is the window's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_at(self.textCursor())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens a fold."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._open_at(self.cursorForPosition(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a fold can be opened."""
        super().mouseMoveEvent(event)
        over = self._fold_at(self.cursorForPosition(event.position().toPoint())) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column narrow enough to read."""
        self._set_column()
        super().resizeEvent(event)

    def _write_all(self) -> None:
        self._folds = []
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for nth, section in enumerate(self._sections):
            if nth:
                self._leave_a_line(cursor)
            self._write_section(cursor, section)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_section(self, cursor: QTextCursor, section: Section) -> None:
        if section.heading:
            cursor.insertText(section.heading, self._heading_format())
            cursor.insertBlock()
        for piece in section.title:
            cursor.insertText(piece.text, self._format(piece.change, title=True))
        if section.title:
            cursor.insertBlock()
            cursor.insertBlock()
        self._write(cursor, section.body)

    def _leave_a_line(self, cursor: QTextCursor) -> None:
        plain = QTextCharFormat()
        if not cursor.atBlockStart():
            cursor.insertText("\n", plain)
        cursor.insertText("\n", plain)

    def _write(self, cursor: QTextCursor, parts: Iterable[Part]) -> None:
        for part in parts:
            if isinstance(part, Piece):
                cursor.insertText(part.text, self._format(part.change))
                continue
            if not cursor.atBlockStart():
                cursor.insertBlock()
            cursor.insertText(self._words(part), self._fold_format(len(self._folds)))
            self._folds.append(part)
            cursor.insertBlock()

    def _open_at(self, cursor: QTextCursor) -> None:
        number = self._fold_at(cursor)
        if number is None:
            return
        place = self.verticalScrollBar().value()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        start = cursor.position()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        parts = list(unfold(self._folds[number]))
        last = parts[-1]
        if isinstance(last, Piece) and last.text.endswith("\n"):
            # The line that the fold stood on is there already.
            parts[-1] = Piece(last.change, last.text[:-1])
        self._write(cursor, parts)
        cursor.endEditBlock()
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def _fold_at(self, cursor: QTextCursor) -> int | None:
        block = cursor.block()
        if not block.length() > 1:
            return None
        first = QTextCursor(block)
        first.movePosition(QTextCursor.MoveOperation.NextCharacter)
        number = first.charFormat().property(_FOLD)
        return number if isinstance(number, int) else None

    def _words(self, fold: Fold) -> str:
        if fold.change is Change.SAME:
            if fold.lines == 1:
                return self.tr("… 1 line the same …")
            return self.tr("… {n} lines the same …").format(n=fold.lines)
        return self.tr("… {n} more lines …").format(n=fold.lines)

    def _format(self, change: Change, *, title: bool = False) -> QTextCharFormat:
        """By shape and by ground, never by colour alone."""
        written = QTextCharFormat()
        written.setForeground(self._theme.colour("text"))
        if title:
            written.setFontWeight(QFont.Weight.Bold)
        if change is Change.NEW:
            written.setBackground(self._theme.colour("done_ground"))
            written.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            written.setUnderlineColor(self._theme.colour("done"))
        elif change is Change.GONE:
            written.setBackground(self._theme.colour("attention_ground"))
            written.setForeground(self._theme.colour("attention"))
            written.setFontStrikeOut(True)
        return written

    def _heading_format(self) -> QTextCharFormat:
        written = QTextCharFormat()
        written.setForeground(self._theme.colour("grey"))
        written.setFont(self._theme.font("small", QFont.Weight.DemiBold))
        return written

    def _fold_format(self, number: int) -> QTextCharFormat:
        written = QTextCharFormat()
        written.setForeground(QColor(self._theme.colour("accent")))
        written.setFontFamilies([fonts.INTERFACE])
        written.setProperty(_FOLD, number)
        return written

    def _dress(self) -> None:
        font = QFont(fonts.MONO)
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(fonts.BODY * self._theme.text_scale)
        font.setFeature(QFont.Tag("calt"), 0)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_column()
        self._write_all()

    def _set_column(self) -> None:
        beside, above = self._theme.dots(22), self._theme.dots(12)
        column = round(self.fontMetrics().horizontalAdvance("n" * _COLUMN))
        right = max(beside, self.width() - column - beside)
        margins = self.viewportMargins()
        if (margins.left(), margins.right(), margins.top()) != (beside, right, above):
            self.setViewportMargins(beside, above, right, 0)
