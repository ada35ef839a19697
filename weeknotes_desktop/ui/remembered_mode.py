"""Whether the writer last looked at the source, the preview, or both."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from weeknotes_desktop.ui.editor.mode import Mode

_KEY = "mode"


class RememberedMode:
    """Keeps the mode from one start to the next, in the file that keeps the window's place."""

    def __init__(self, place_file: Path) -> None:
        self._place = QSettings(str(place_file), QSettings.Format.IniFormat)

    def mode(self) -> Mode:
        """The mode kept last; the source alone where there is none."""
        try:
            return Mode(self._place.value(_KEY))
        except ValueError:
            return Mode.WRITE

    def keep(self, mode: Mode) -> None:
        """Come back to ``mode`` at the next start."""
        self._place.setValue(_KEY, mode.value)
