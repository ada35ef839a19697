"""Writing everything as Markdown: a back-up that can be read without the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.ports import Jobs
from weeknotes_desktop.presenters.keeping import Keeping
from weeknotes_desktop.presenters.notices import Notice, Notices, failure


class MarkdownLeaving:
    """Writes the complete library into a folder, once what is typed is in it.

    Args:
        write: Writes it; called away from the window.
        show_folder: Opens a folder in the system's file browser.
    """

    def __init__(
        self,
        keeping: Keeping,
        write: Callable[[Path], object],
        jobs: Jobs,
        notices: Notices,
        show_folder: Callable[[Path], None],
    ) -> None:
        self._keeping = keeping
        self._write = write
        self._jobs = jobs
        self._notices = notices
        self._show_folder = show_folder

    def write(self, folder: Path) -> None:
        """Write everything into ``folder``."""
        if self._keeping.failing:
            self._notices.show(
                Notice(
                    "Nothing was written, as your text could not be saved first.",
                    "It is saved by itself as soon as that is possible.",
                    urgent=True,
                )
            )
            return
        self._keeping.finish(
            lambda: self._jobs.run(
                lambda: self._write(folder),
                lambda _: self._said(folder),
                lambda error: self._refuse(error),
            )
        )

    def _said(self, folder: Path) -> None:
        self._notices.show(
            Notice(
                "Everything was written as Markdown.",
                "It is a back-up and holds private things: publish none of it.",
                action="Show",
                act=lambda: self._show_folder(folder),
            )
        )

    def _refuse(self, error: WeekNotesError) -> None:
        self._notices.show(failure(error))
