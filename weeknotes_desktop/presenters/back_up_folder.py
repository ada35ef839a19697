"""Where the back-ups lie, and what is said of a library in somebody's cloud folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import BackUps, Jobs, SettingsStore
from weeknotes_desktop.presenters.hook import Hook

KEY = "back-up-folder"


class BackUpFolder:
    """Keeps back-ups in a folder of the writer's choice, once one could be made there.

    Args:
        library: The notes file; beside it lie the back-ups unless told otherwise.
        back_ups: Those of the folder that the settings name now.
    """

    def __init__(
        self,
        library: Path,
        store: Callable[[], SettingsStore],
        back_ups: Callable[[], BackUps],
        jobs: Jobs,
    ) -> None:
        self._library = library
        self._store = store
        self._back_ups = back_ups
        self._jobs = jobs
        self.began: Hook[None] = Hook()
        """A folder is being tried."""
        self.changed: Hook[Path] = Hook()
        """Back-ups go there from now on, and the first one lies there."""
        self.refused: Hook[WeekNotesError] = Hook()
        """They cannot, so all is as it was."""

    def change(self, folder: Path) -> None:
        """Keep the back-ups there from now on; the older ones stay where they are."""
        self.began.emit(None)
        self._jobs.run(lambda: self._try(folder), self.changed.emit, self.refused.emit)

    def _try(self, folder: Path) -> Path:
        store = self._store()
        before = store.load()[0].value(KEY)
        beside = folder == self._library.resolve().parent / "backups"
        store.change(KEY, "" if beside else str(folder))
        try:
            back_ups = self._back_ups()
            back_ups.make(Reason.ASKED)
        except WeekNotesError:
            store.change(KEY, before)
            raise
        return back_ups.folder
