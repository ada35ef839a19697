"""What a key means in the text, besides the letter it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.typing_rules import indents, moves, table_edits
from weeknotes_desktop.domain.typing_rules.figures import next_part
from weeknotes_desktop.domain.typing_rules.items import item_of, may_belong_to_a_list
from weeknotes_desktop.domain.typing_rules.line_marks import heading_down, heading_up, ticked
from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.domain.typing_rules.returns import next_line, plain_line
from weeknotes_desktop.domain.typing_rules.tables import table_at
from weeknotes_desktop.domain.typing_rules.wraps import WRAPPING, wrapped
from weeknotes_desktop.ui.editor.applying import Near, NearRule, apply
from weeknotes_desktop.ui.editor.habits import Habits
from weeknotes_desktop.ui.editor.marks import ORDINARY
from weeknotes_desktop.ui.editor.swaps import Swaps, in_prose

# How many lines above and below a rule gets to see, where it needs any.
_LIST, _TABLE = 200, 2_000
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
_NONE = Qt.KeyboardModifier.NoModifier
_PAD = Qt.KeyboardModifier.KeypadModifier
_BUT_PAD = ~_PAD
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ELSEWHERE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def _tick_or_row(passage: Passage) -> Passage:
    """In a table one more row, else the box of a task ticked."""
    return ticked(passage) if table_at(passage) is None else table_edits.add_row(passage)


_RULES: Mapping[tuple[int, Qt.KeyboardModifier], tuple[NearRule, int]] = MappingProxyType(
    {
        (Qt.Key.Key_Up, _ALT): (moves.up, _LIST),
        (Qt.Key.Key_Down, _ALT): (moves.down, _LIST),
        (Qt.Key.Key_Right, _ALT | _SHIFT): (heading_down, 0),
        (Qt.Key.Key_Left, _ALT | _SHIFT): (heading_up, 0),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier): (_tick_or_row, _TABLE),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier): (_tick_or_row, _TABLE),
    }
)
_RULED = frozenset(key for key, _ in _RULES)


class Keys:
    """Gives keys their meaning in the text that ``edit`` shows."""

    def __init__(self, edit: QPlainTextEdit, habits: Callable[[], Habits]) -> None:
        self._edit = edit
        self._habits = habits
        self._swaps = Swaps(edit, habits)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; whether it meant anything but its letter."""
        # A number, for not every key that Qt tells of has a name there.
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Backspace and modifiers == _NONE:
            return self._swaps.take_back()
        if key not in _MODIFIERS:
            self._swaps.forget()
        if key in _RETURNS and modifiers in (_NONE, _PAD, _SHIFT):
            return self._return(goes_on=modifiers != _SHIFT)
        if key in _TABS and modifiers in (_NONE, _SHIFT):
            return self._tab(outward=key == Qt.Key.Key_Backtab)
        if event.text() in WRAPPING and not modifiers & _ELSEWHERE:
            return self._wrap(event.text())
        # Most keys are seen here to give their letter and nothing else.
        found = _RULES.get((key, modifiers & _BUT_PAD)) if key in _RULED else None
        return found is not None and apply(self._edit, *found)

    def typed(self, letter: str) -> None:
        """A letter has come into the text."""
        if len(letter) == 1 and not self._edit.isReadOnly():
            self._swaps.typed(letter)

    def tab_means_something(self, *, outward: bool) -> bool:
        """Whether Tab means something here; elsewhere it leads on to the next control."""
        if self._habits().tab_leaves:
            return False
        cursor = self._edit.textCursor()
        return _first(cursor).userState() > ORDINARY or _tab_rule(cursor, outward) is not None

    def _return(self, *, goes_on: bool) -> bool:
        cursor = self._edit.textCursor()
        if not goes_on or _fenced(cursor.block()):
            return apply(self._edit, plain_line, 0)
        listed = may_belong_to_a_list(_first(cursor).text())
        return apply(self._edit, next_line, _LIST if listed else 0)

    def _tab(self, *, outward: bool) -> bool:
        cursor = self._edit.textCursor()
        fenced = _first(cursor).userState() > ORDINARY
        if fenced and not cursor.hasSelection() and not outward:
            cursor.insertText("    ")
            return True
        if fenced:
            return apply(self._edit, indents.shallower if outward else indents.deeper, 0)
        rule = _tab_rule(cursor, outward)
        return rule is not None and apply(self._edit, *rule)

    def _wrap(self, mark: str) -> bool:
        cursor = self._edit.textCursor()
        if not cursor.hasSelection() or _fenced(_first(cursor)):
            return False
        begin = QTextCursor(cursor)
        begin.setPosition(cursor.selectionStart())
        quotes = self._habits().quotes() if in_prose(begin) else Quotes.STRAIGHT
        return apply(self._edit, lambda passage: wrapped(passage, mark, quotes), 0)


def _tab_rule(cursor: QTextCursor, outward: bool) -> tuple[NearRule, int] | None:
    """What Tab does outside of fences, and how much it gets to see."""
    first = _first(cursor)
    line = first.text()
    if item_of(line) or first != cursor.document().findBlock(cursor.selectionEnd()):
        return (indents.shallower if outward else indents.deeper), _LIST
    if "|" in line:
        rule: NearRule = table_edits.previous_cell if outward else table_edits.next_cell
        return _if_it_says_something(cursor, rule, _TABLE)
    if "![" in line and not outward:
        return _if_it_says_something(cursor, next_part, 0)
    return None


def _if_it_says_something(
    cursor: QTextCursor, rule: NearRule, reach: int
) -> tuple[NearRule, int] | None:
    return None if rule(Near(cursor, reach).passage) is None else (rule, reach)


def _first(cursor: QTextCursor) -> QTextBlock:
    return cursor.document().findBlock(cursor.selectionStart())


def _fenced(block: QTextBlock) -> bool:
    return block.userState() > ORDINARY
