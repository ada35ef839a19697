"""A field for one line takes no more than is kept of one."""

from __future__ import annotations

from itertools import takewhile

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from weeknotes_desktop.domain.text import LONGEST_LINE


class LineLimit(QObject):
    """Lets the writer type and paste only as much into ``field`` as is kept.

    The limit that Qt offers would also cut what stands there already: it
    takes an emoji for two characters.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field, self._room, self._edited = field, LONGEST_LINE, False
        # Qt says that it was edited before it says that it is another text.
        field.textEdited.connect(self._cut)
        field.textChanged.connect(self._look)

    def _look(self) -> None:
        """What the program itself puts in is never cut."""
        if not self._edited:
            self._room = max(LONGEST_LINE, len(self._field.text()))
        self._edited = False

    def _cut(self) -> None:
        """Take the end of what was just put in away again."""
        self._edited = True
        whole = self._field.text()
        excess = len(whole) - self._room
        if excess <= 0:
            return
        left = _of_qt(_to_qt(whole)[: 2 * self._field.cursorPosition()])
        fits = left[: max(0, len(left) - excess)] + whole[len(left) :]
        # Undoing it goes back to what stood before, and not to what is too long.
        self._field.undo()
        before = self._field.text()
        start = _alike(before, fits)
        most = min(len(before), len(fits)) - start
        end = min(most, _alike(before[::-1], fits[::-1]))
        gone, new = before[start : len(before) - end], fits[start : len(fits) - end]
        self._field.setSelection(_units(before[:start]), _units(gone))
        self._field.insert(new)


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _to_qt(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _of_qt(text: bytes) -> str:
    return text.decode("utf-16-le", "surrogatepass")


def _units(text: str) -> int:
    """How long ``text`` is for Qt."""
    return len(_to_qt(text)) // 2
