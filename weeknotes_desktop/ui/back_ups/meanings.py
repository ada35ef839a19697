"""What each thing means that the user does about back-ups and that asks for a file first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.ui.back_ups.crew import BackUpsCrew


class BackUpMeanings:
    """Asks for a file or a folder, and says to whom it matters.

    Args:
        show_folder: Opens a folder in the system's file browser.
    """

    def __init__(self, crew: BackUpsCrew, show_folder: Callable[[Path], None]) -> None:
        self._crew = crew
        self._show_folder = show_folder
        self._actions = {"back_ups": crew.window.come, "write_markdown": self._write_markdown}

    def do(self, name: str) -> None:
        """Do the action with that name, if it is one of ours."""
        if name in self._actions:
            self._actions[name]()

    def choose_file(self) -> None:
        """Look at a back-up that lies somewhere else."""
        path = self._crew.dialogs.file_to_restore()
        if path is not None:
            self._crew.presenter.choose_file(path)

    def change_folder(self) -> None:
        """Keep back-ups somewhere else."""
        folder = self._crew.dialogs.folder_for_back_ups(self._crew.presenter.state.folder)
        if folder is not None:
            self._crew.folder.change(folder)

    def open_folder(self, folder: Path | None) -> None:
        """Show where the back-ups lie, or where the first one will."""
        while folder is not None and not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        if folder is not None:
            self._show_folder(folder)

    def _write_markdown(self) -> None:
        folder = self._crew.dialogs.folder_for_markdown()
        if folder is not None:
            self._crew.markdown.write(folder)
