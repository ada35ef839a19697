"""Where the caret was in each note when it was last open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "carets"
_KEPT = 300


class Places:
    """Keeps carets from one start to the next, in the file that keeps the window's place.

    They are no part of a note: a caret that moved is nothing to save or to merge.
    """

    def __init__(self, place_file: Path) -> None:
        self._file = QSettings(str(place_file), QSettings.Format.IniFormat)
        self._places = _read(self._file.value(_KEY))

    def of(self, note_id: str) -> int:
        """Where the caret was, in UTF-16 units; the beginning where nothing is known."""
        return self._places.get(note_id, 0)

    def keep(self, note_id: str, place: int) -> None:
        """Come back to ``place`` when the note is opened again."""
        if self.of(note_id) == place or " " in note_id:
            return
        self._places.pop(note_id, None)
        self._places[note_id] = place
        while len(self._places) > _KEPT:
            del self._places[next(iter(self._places))]
        written = " ".join(f"{one}:{where}" for one, where in self._places.items())
        self._file.setValue(_KEY, written)


def _read(written: object) -> dict[str, int]:
    places: dict[str, int] = {}
    for word in written.split() if isinstance(written, str) else ():
        note_id, _, where = word.rpartition(":")
        if where.isascii() and where.isdigit() and len(where) < 10:
            places[note_id] = int(where)
    return places
