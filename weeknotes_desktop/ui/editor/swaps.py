"""Printer's quotes and dashes as one types, and the one Backspace that takes them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.domain.typing_rules.literal import (
    holds_nothing,
    is_indented,
    is_indented_code,
    is_literal,
)
from weeknotes_desktop.domain.typing_rules.punctuation import TAIL, Swap, may_swap, swap
from weeknotes_desktop.ui.editor.difference import replace
from weeknotes_desktop.ui.editor.habits import Habits
from weeknotes_desktop.ui.editor.marks import ORDINARY
from weeknotes_desktop.ui.editor.offsets import Offsets

# How far back a look goes for what code or address a letter may stand in.
_FARTHEST = 2_000
_MOST_LINES = 200


class _Done(NamedTuple):
    """A swap that can still be taken back: nothing was typed or moved since."""

    swap: Swap
    place: int
    revision: int


class Swaps:
    """Puts printer's marks in place of those of the keys, in the text that ``edit`` shows."""

    def __init__(self, edit: QPlainTextEdit, habits: Callable[[], Habits]) -> None:
        self._edit = edit
        self._habits = habits
        self._done: _Done | None = None

    def typed(self, letter: str) -> None:
        """A key that gives this letter has changed the text."""
        self._done = None
        cursor = self._edit.textCursor()
        block = cursor.block()
        if not may_swap(letter, _tail(block.text(), cursor.positionInBlock() - 1)):
            return
        if block.userState() > ORDINARY:
            return
        text, above = _before(cursor)
        if not text.endswith(letter):
            # Backspace and Delete change the text too, and put no letter into it.
            return
        found = swap(text, self._habits().quotes(), above)
        if found is None:
            return
        self._replace(cursor, _units(found.old), found.new)
        document = self._edit.document()
        self._done = _Done(found, self._edit.textCursor().position(), document.revision())

    def forget(self) -> None:
        """Something else happened: the last swap stays."""
        self._done = None

    def take_back(self) -> bool:
        """Put back what was typed, if that is the last thing that happened; whether it was."""
        done, self._done = self._done, None
        cursor = self._edit.textCursor()
        if done is None or cursor.hasSelection() or self._edit.isReadOnly():
            return False
        if (done.place, done.revision) != (cursor.position(), self._edit.document().revision()):
            return False
        self._replace(cursor, _units(done.swap.new), done.swap.typed)
        return True

    def _replace(self, cursor: QTextCursor, length: int, new: str) -> None:
        begin = cursor.position() - length
        replace(cursor, begin, length, new)
        cursor.setPosition(begin + _units(new))
        self._edit.setTextCursor(cursor)


def in_prose(cursor: QTextCursor) -> bool:
    """Whether what is typed there is neither code nor an address nor part of a tag."""
    text, above = _before(cursor)
    # A line of nothing but spaces is no code yet; one with a word behind them is.
    return not is_literal(text) and not is_indented_code(above, f"{text}word")


def _before(cursor: QTextCursor) -> tuple[str, str]:
    """The paragraph as far as the caret, and the lines above where they tell what it is."""
    text, first = _paragraph_before(cursor)
    return text, _lines_above(first) if is_indented(text) else ""


def _tail(line: str, end: int) -> str:
    """The last few characters before a place."""
    last = Offsets(line).index(end)
    return line[max(last - TAIL, 0) : last]


def _paragraph_before(cursor: QTextCursor) -> tuple[str, QTextBlock]:
    """The paragraph as far as the caret, or the last part of it, and the line it begins with."""
    block = cursor.block()
    place = cursor.position()
    begin = max(block.position(), place - _FARTHEST)
    text = _between(cursor, begin, place)
    first, block = block, block.previous()
    while block.isValid() and not _in_fence(block):
        if len(text) + block.length() > _FARTHEST or not block.text().strip():
            break
        text = block.text() + "\n" + text
        first, block = block, block.previous()
    return text, first


def _lines_above(block: QTextBlock) -> str:
    """What stands above a line, from one on behind which no list and no footnote goes on."""
    found = ""
    for _ in range(_MOST_LINES):
        block = block.previous()
        if not block.isValid():
            break
        found = f"{block.text()}\n{found}"
        if holds_nothing(block.text()) or len(found) > _FARTHEST:
            break
    return found


def _in_fence(block: QTextBlock) -> bool:
    """Whether the line belongs to a fence; the one that closes it does too."""
    return max(block.userState(), block.previous().userState()) > ORDINARY


def _between(cursor: QTextCursor, begin: int, end: int) -> str:
    if end <= begin:
        return ""
    part = QTextCursor(cursor)
    part.setPosition(begin)
    part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return part.selectedText()


def _units(text: str) -> int:
    return Offsets(text).unit(len(text))
