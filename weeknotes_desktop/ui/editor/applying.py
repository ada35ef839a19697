"""Doing what a rule says to the text on show, as one step that can be undone.

Rules count characters and Qt counts UTF-16 units: here, and nowhere else,
one is turned into the other.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from weeknotes_desktop.domain.typing_rules.passage import Passage
from weeknotes_desktop.ui.editor.difference import put_text
from weeknotes_desktop.ui.editor.documents import text_of
from weeknotes_desktop.ui.editor.offsets import Offsets
from weeknotes_desktop.ui.editor.selecting import select

NearRule = Callable[[Passage], Passage | None]


class Near:
    """The lines around what is selected in a text, as a passage.

    Args:
        reach: How many lines above and below those touched are in it; None for all.
    """

    def __init__(self, cursor: QTextCursor, reach: int | None) -> None:
        document = cursor.document()
        if reach is None:
            self._begin, text = 0, text_of(document)
        else:
            first = document.findBlock(cursor.selectionStart())
            last = document.findBlock(cursor.selectionEnd())
            first, last = _reached(first, last, reach)
            self._begin, text = first.position(), _lines(first, last)
        offsets = Offsets(text)
        self.passage = Passage(
            text,
            offsets.index(cursor.selectionStart() - self._begin),
            offsets.index(cursor.selectionEnd() - self._begin),
        )

    def put(self, edit: QPlainTextEdit, after: Passage) -> None:
        """Have the text, and what is selected in it, be as ``after`` says."""
        put_text(edit.textCursor(), self.passage.text, after.text, self._begin)
        places = Offsets(after.text)
        select(edit, self._begin + places.unit(after.start), self._begin + places.unit(after.end))


def apply(edit: QPlainTextEdit, rule: NearRule, reach: int | None) -> bool:
    """Do what ``rule`` says to the lines near what is selected; whether it said anything."""
    near = Near(edit.textCursor(), reach)
    after = rule(near.passage)
    if after is None:
        return False
    near.put(edit, after)
    edit.ensureCursorVisible()
    return True


def _reached(first: QTextBlock, last: QTextBlock, reach: int) -> tuple[QTextBlock, QTextBlock]:
    for _ in range(reach):
        first = first.previous() if first.previous().isValid() else first
        last = last.next() if last.next().isValid() else last
    return first, last


def _lines(first: QTextBlock, last: QTextBlock) -> str:
    lines, block = [first.text()], first
    while block != last:
        block = block.next()
        lines.append(block.text())
    return "\n".join(lines)
