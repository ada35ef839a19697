"""Return and Tab in the text: lists go on, items are indented, fences keep their spaces."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from weeknotes_desktop.ui.editor import lists
from weeknotes_desktop.ui.editor.marks import ORDINARY
from weeknotes_desktop.ui.editor.offsets import Offsets

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_SHIFTED = (Qt.KeyboardModifier.ShiftModifier, *_PLAIN)


def press(event: QKeyEvent, cursor: QTextCursor) -> bool:
    """Do what the key means in a list or fence; whether it meant anything."""
    if event.key() in _RETURNS and event.modifiers() in _SHIFTED:
        _return(cursor, goes_on=event.modifiers() in _PLAIN)
        return True
    if event.key() in _TABS and event.modifiers() in _SHIFTED:
        return _tab(cursor, outward=event.key() == Qt.Key.Key_Backtab)
    return False


def tab_indents(cursor: QTextCursor) -> bool:
    """Whether Tab means something here; elsewhere it leads on to the next control."""
    first = cursor.document().findBlock(cursor.selectionStart())
    return first.userState() > ORDINARY or lists.is_item(first.text())


def _return(cursor: QTextCursor, *, goes_on: bool) -> None:
    """Begin a new line; Shift and Return begin one that goes on with nothing."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    line = cursor.block().text()
    fenced = cursor.block().userState() > ORDINARY
    front = None
    if goes_on and not fenced:
        front = lists.next_line(line, Offsets(line).index(cursor.positionInBlock()))
    if front == "":
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        cursor.insertBlock()
        cursor.insertText(front or "")
    cursor.endEditBlock()


def _tab(cursor: QTextCursor, *, outward: bool) -> bool:
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    if not tab_indents(cursor):
        return False
    if first.userState() > ORDINARY and not cursor.hasSelection() and not outward:
        cursor.insertText("    ")
        return True
    cursor.beginEditBlock()
    for number in range(first.blockNumber(), last.blockNumber() + 1):
        _move_line(QTextCursor(document.findBlockByNumber(number)), outward=outward)
    cursor.endEditBlock()
    return True


def _move_line(line: QTextCursor, *, outward: bool) -> None:
    """Indent or outdent one line by changing its front only, so that carets keep their words."""
    before = line.block().text()
    if not outward:
        after = lists.indented(before)
        line.insertText(after[: len(after) - len(before)])
        return
    after = lists.outdented(before)
    for _ in range(len(before) - len(after)):
        line.deleteChar()
