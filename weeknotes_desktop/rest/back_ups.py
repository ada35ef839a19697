"""Makes those who look after the back-ups, and introduces them; comes with ``window.py``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from weeknotes_desktop import paths
from weeknotes_desktop.domain.errors import NewerLibraryError, WeekNotesError
from weeknotes_desktop.presenters.back_up_folder import BackUpFolder
from weeknotes_desktop.presenters.back_up_schedule import BackUpSchedule
from weeknotes_desktop.presenters.back_ups import BackUpsPresenter
from weeknotes_desktop.presenters.cloud_folder import CloudFolder
from weeknotes_desktop.presenters.markdown_leaving import MarkdownLeaving
from weeknotes_desktop.presenters.notices import failure
from weeknotes_desktop.presenters.reading_anew import ReadingAnew
from weeknotes_desktop.presenters.restoring import Restoring
from weeknotes_desktop.rest.means import Means
from weeknotes_desktop.ui.back_ups.crew import BackUpsCrew
from weeknotes_desktop.ui.back_ups.dialogs import BackUpDialogs
from weeknotes_desktop.ui.back_ups.meanings import BackUpMeanings
from weeknotes_desktop.ui.back_ups.window import BackUpsWindow
from weeknotes_desktop.ui.wiring import wire_back_ups
from weeknotes_desktop.use_cases.remember_copies import remember_copies


class RestBackUps:
    """Completes a crew with the back-ups.

    Args:
        show_folder: Opens a folder in the system's file browser.
    """

    def __init__(self, means: Means, show_folder: Callable[[Path], None]) -> None:
        self._means, self._parts = means, means.parts
        self._home = paths.home_of_the_library()
        self.crew = self._made(show_folder)
        # Held here: a signal holds whom it calls but weakly.
        self._meanings = BackUpMeanings(self.crew, show_folder)
        wire_back_ups(means.views, means.presenters, self.crew, self._meanings, self._parts.today)

    def begin(self) -> None:
        """The library is there: look after it from now on."""
        self.crew.schedule.begin()
        self.crew.cloud.look()
        self._remember_folder()
        self.crew.folder.changed.connect(lambda _: self._remember_folder())

    def _remember_folder(self) -> None:
        """Let the library know where back-ups go, also after they go elsewhere."""
        means = self._means
        means.writer.do(
            lambda library: remember_copies(library, self._parts.back_ups().folder),
            lambda _: None,
            lambda error: means.views.notices.show(failure(error)),
        )

    def only_read(self, why: WeekNotesError) -> None:
        """The library is there, and cannot be changed."""
        self.crew.presenter.say_read_only(may_copy=not isinstance(why, NewerLibraryError))

    def refresh(self) -> None:
        """Everything may be different, as after a command; only what is looked at is read again."""
        if self.crew.window.isVisible():
            self.crew.presenter.look()

    def after_closing(self) -> None:
        """The library is closed: move it out of the cloud folder, if the writer said so."""
        if not self.crew.cloud.moves:
            return
        try:
            self._parts.move_library(self._home)
        except WeekNotesError as error:
            # There is no window left to say it in; the next start offers it again.
            print(f"weeknotes: {error}", file=sys.stderr)  # noqa: T201

    def _made(self, show_folder: Callable[[Path], None]) -> BackUpsCrew:
        means, parts, views = self._means, self._parts, self._means.views
        jobs, writer, notices, settings = means.jobs, means.writer, views.notices, means.settings
        keeping, editor = means.presenters.keeping, means.presenters.editor
        window = BackUpsWindow(means.theme, views.window)
        restoring = Restoring(parts.back_ups, keeping, writer, notices)
        folder = BackUpFolder(parts.library_path, parts.settings_store, parts.back_ups, jobs)
        return BackUpsCrew(
            window=window,
            dialogs=BackUpDialogs(views.window, window),
            presenter=BackUpsPresenter(
                window, parts.back_ups, restoring, jobs, parts.now, lambda: settings().label
            ),
            schedule=BackUpSchedule(
                parts.back_ups,
                jobs,
                means.timers,
                notices,
                parts.now,
                means.presenters.status.say_backed_up,
            ),
            restoring=restoring,
            folder=folder,
            cloud=CloudFolder(
                parts.library_path, self._home, parts.cloud_of, folder, writer, jobs, notices
            ),
            anew=ReadingAnew(editor, keeping, writer, notices),
            markdown=MarkdownLeaving(keeping, self._write_markdown, jobs, notices, show_folder),
        )

    def _write_markdown(self, folder: Path) -> None:
        # Not on top: few ever need it.
        from weeknotes_desktop.use_cases.write_markdown_back_up import write_markdown_back_up

        with self._parts.reading() as library:
            write_markdown_back_up(
                library, self._parts.markdown_back_ups(), folder, self._parts.now()
            )
