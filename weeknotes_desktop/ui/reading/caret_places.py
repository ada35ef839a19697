"""Where the caret was in each note when it was last open."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

_KEY = "carets"
# The notes looked at last; older ones begin at the top again.
_KEPT = 200


class CaretPlaces(QObject):
    """Keeps the caret's place from one start to the next, in the file of the window's place.

    It holds the ids of notes and numbers, and no word of theirs.
    """

    def __init__(self, text: QPlainTextEdit, place_file: Path) -> None:
        super().__init__(text)
        self._text = text
        self._place = QSettings(str(place_file), QSettings.Format.IniFormat)
        self._places = _read(self._place.value(_KEY))
        self._note = ""
        text.cursorPositionChanged.connect(self._moved)

    def opened(self, note_id: str) -> None:
        """Another note is open; go to where the writer was, unless they are somewhere already."""
        if note_id == self._note:
            return
        self._note = note_id
        self.keep()
        place = self._places.get(note_id, 0)
        if self._text.textCursor().position() == 0 and place:
            cursor = QTextCursor(self._text.document())
            # A text that became shorter elsewhere ends before that.
            cursor.setPosition(min(place, self._text.document().characterCount() - 1))
            self._text.setTextCursor(cursor)
            self._text.ensureCursorVisible()
        self._moved()

    def left(self) -> None:
        """No note is open."""
        self._note = ""

    def keep(self) -> None:
        """Put what is known into the file, when Qt next writes it."""
        self._place.setValue(_KEY, [f"{note} {place}" for note, place in self._places.items()])

    def _moved(self) -> None:
        if self._note:
            self._places[self._note] = self._text.textCursor().position()
            self._places.move_to_end(self._note)
            while len(self._places) > _KEPT:
                self._places.popitem(last=False)


def _read(kept: object) -> OrderedDict[str, int]:
    """What was kept, as far as it is still what we would write."""
    lines = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
    places: OrderedDict[str, int] = OrderedDict()
    for line in lines[-_KEPT:]:
        note, _, place = str(line).partition(" ")
        if note and place.isascii() and place.isdigit() and len(place) < 10:
            places[note] = int(place)
    return places
