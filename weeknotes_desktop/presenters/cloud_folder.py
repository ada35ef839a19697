"""A library that lies in a folder which another program keeps in step with a cloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.presenters.back_up_folder import BackUpFolder
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.notices import Notice, Notices, failure

REMARK = "told-of-cloud"
"""Under which the library remembers that the writer was told."""


class CloudFolder:
    """Says once what such a folder can do, and offers to keep only the back-ups there.

    Args:
        library: The notes file.
        home: Where it would move to.
        cloud_of: Whose folder a path lies in; None where in nobody's.
    """

    def __init__(
        self,
        library: Path,
        home: Path,
        cloud_of: Callable[[Path], str | None],
        folder: BackUpFolder,
        writer: LibraryWriter,
        jobs: Jobs,
        notices: Notices,
    ) -> None:
        self._library = library
        self._home = home
        self._cloud_of = cloud_of
        self._folder = folder
        self._writer = writer
        self._jobs = jobs
        self._notices = notices
        self._asked = False
        self.cloud = ""
        """Whose folder it is, as “Dropbox”; empty for nobody's."""
        self.moves = False
        """Whether the library moves out of it when the window has closed."""
        self.may_move = False
        """Whether it could: nothing lies where it would move to."""
        self.seen: Hook[None] = Hook()
        """One of these is another than a moment ago."""
        folder.changed.connect(self._folder_changed)
        folder.refused.connect(self._folder_refused)

    def look(self) -> None:
        """Find out where the library lies."""
        self._jobs.run(self._find, self._found, self._ignored)

    def keep_only_back_ups_there(self) -> None:
        """Back up into that folder, and move the library out of it when the window closes."""
        self._asked = True
        # Where the file itself lies, whatever link it was reached by.
        self._folder.change(self._library.resolve().parent)

    def _find(self) -> tuple[str, bool]:
        cloud = self._cloud_of(self._library) or ""
        return cloud, bool(cloud) and not self._home.exists()

    def _found(self, found: tuple[str, bool]) -> None:
        self.cloud, self.may_move = found
        self.seen.emit(None)
        if self.cloud:
            self._writer.do(
                self._first_time, lambda first: self._tell() if first else None, self._show
            )

    def _first_time(self, library: NoteLibrary) -> bool:
        if library.remark(REMARK) is not None:
            return False
        library.keep_remark(REMARK, self.cloud)
        return True

    def _tell(self) -> None:
        may_move = self.may_move
        self._notices.show(
            Notice(
                f"Your notes file lies in {self.cloud}, which can break it while it is open.",
                "" if may_move else "Keep it in a folder of this computer alone.",
                action="Keep only back-ups there" if may_move else "",
                act=self.keep_only_back_ups_there if may_move else None,
                urgent=True,
            )
        )

    def _folder_changed(self, _: Path) -> None:
        if not self._asked:
            return
        self._asked, self.moves = False, True
        self.seen.emit(None)
        self._notices.show(
            Notice(
                f"Back-ups go to {self.cloud} from now on.",
                f"When you close the window, your notes file moves to {self._home}.",
                urgent=True,
            )
        )

    def _folder_refused(self, error: WeekNotesError) -> None:
        if self._asked:
            self._asked = False
            self._show(error)

    def _show(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))

    def _ignored(self, error: WeekNotesError) -> None:
        """Where it lies cannot be seen; there is nothing to say then."""
