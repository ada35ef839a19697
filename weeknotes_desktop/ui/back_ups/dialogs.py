"""Asks for files and folders of back-ups, in the system's own dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget


class BackUpDialogs(QObject):
    """Asks the user for files.

    Args:
        window: The main window.
        back_ups: The one that shows the back-ups.
    """

    def __init__(self, window: QWidget, back_ups: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._back_ups = back_ups

    def file_to_restore(self) -> Path | None:
        """A back-up that lies somewhere else."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._back_ups,
            self.tr("Restore a file from elsewhere"),
            str(Path.home()),
            self.tr("Notes files (*.db);;All files (*)"),
        )
        return Path(chosen) if chosen else None

    def folder_for_back_ups(self, now: Path | None) -> Path | None:
        """Where back-ups shall lie."""
        chosen = QFileDialog.getExistingDirectory(
            self._back_ups, self.tr("Keep back-ups in"), str(now or Path.home())
        )
        return Path(chosen) if chosen else None

    def folder_for_markdown(self) -> Path | None:
        """Where everything shall be written as Markdown."""
        chosen = QFileDialog.getExistingDirectory(
            self._window,
            self.tr("Write everything as Markdown – a back-up, private things included"),
            str(Path.home()),
        )
        return Path(chosen) if chosen else None
