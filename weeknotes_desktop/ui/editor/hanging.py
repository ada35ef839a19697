"""Lines of an item that wrap go on under its words, not under its mark."""

from __future__ import annotations

import re
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

_FRONT = re.compile(r"[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?")
_FRONTS = frozenset(" \t>-*+0123456789")
# However long the front is, this much of the line is left for the words.
_LEFT_FOR_WORDS = 0.6
# A front narrower than this, in dots, is none.
_NARROWEST = 1.0


def may_hang(block: QTextBlock) -> bool:
    """Whether the line begins as items and quotes do: a look that costs next to nothing."""
    return block.document().characterAt(block.position()) in _FRONTS


def hang(block: QTextBlock) -> bool:
    """Indent the wrapped lines of an item or quote; whether it takes other room now.

    The layout of a plain text gives all lines of a block the same edge and
    cannot be told otherwise, but it goes by where the lines are. So they are
    put right whenever it has laid out a block anew.
    """
    # Cheap looks first: this is done for every line on the screen at every paint.
    if not may_hang(block):
        return False
    layout = block.layout()
    if layout.lineCount() < 2 or layout.lineAt(1).width() < layout.lineAt(0).width():
        return False
    front = _FRONT.match(block.text())
    return front is not None and front.end() > 0 and _lay_out(block, layout, front.end())


def _lay_out(block: QTextBlock, layout: QTextLayout, front: int) -> bool:
    """Give the lines of a block their places again, all but the first indented."""
    first = layout.lineAt(0)
    width, left, rise = first.width(), first.x(), first.y()
    room = min(abs(_x(first, front) - _x(first, 0)), width * (1 - _LEFT_FOR_WORDS))
    if room < _NARROWEST:
        return False
    indent = 0 if block.textDirection() is Qt.LayoutDirection.RightToLeft else room
    layout.beginLayout()
    line = layout.createLine()
    hung = False
    while line.isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width - room if hung else width)
        line.setPosition(QPointF(left + indent if hung else left, rise))
        rise += line.height()
        line, hung = layout.createLine(), True
    layout.endLayout()
    if block.lineCount() == layout.lineCount():
        return False
    block.setLineCount(layout.lineCount())
    return True


def _x(line: QTextLine, place: int) -> float:
    # The stubs promise an object; it is the place on the line and the place taken.
    x, _ = cast("tuple[float, int]", line.cursorToX(place))
    return x
