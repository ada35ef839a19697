"""Makes every part that needs no window: library, settings, importer, renderer, page.

A command uses one or two of them; each is imported when it is asked for, as
``weeknotes week`` should not wait for a database.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from types import TracebackType

from weeknotes_desktop import paths
from weeknotes_desktop.domain.ports import (
    Clock,
    NoteLibrary,
    PageReader,
    PageWriter,
    Renderer,
    SettingsStore,
)
from weeknotes_desktop.domain.settings import Settings


class Parts:
    """The parts of one run; used as a context manager, it closes what it made.

    Args:
        library: The notes file; it need not be there yet.
        settings_file: Likewise.
        remark: Hears a sentence for each setting that was broken and stands
            at its default.
    """

    def __init__(
        self,
        library: Path,
        settings_file: Path,
        clock: Clock,
        remark: Callable[[str], None] | None = None,
    ) -> None:
        self.library_path = library
        self._settings_path = settings_file
        self._clock = clock
        self._remark = remark
        self._made = ExitStack()
        self._making = Lock()
        self._worker: Renderer | None = None

    def __enter__(self) -> Parts:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End what was made; once is enough, more does no harm."""
        self._made.close()

    def now(self) -> datetime:
        """The local time."""
        return self._clock()

    def today(self) -> date:
        """The local day."""
        return self._clock().date()

    def reading(self) -> AbstractContextManager[NoteLibrary]:
        """The library to read from; needs no lock."""
        from weeknotes_desktop.storage.library import open_for_reading

        return open_for_reading(self.library_path)

    def writing(self) -> AbstractContextManager[NoteLibrary]:
        """The library to write to; nobody else writes meanwhile."""
        from weeknotes_desktop.storage.library import open_for_writing

        return open_for_writing(self.library_path)

    @cached_property
    def _settings(self) -> Settings:
        settings, remarks = self.settings_store().load()
        for sentence in remarks:
            if self._remark is not None:
                self._remark(sentence)
        return settings

    def settings(self) -> Settings:
        """The writer's settings, as they were when they were first asked for."""
        return self._settings

    def settings_store(self) -> SettingsStore:
        """Where the settings lie."""
        from weeknotes_desktop.storage.settings_file import SettingsFile

        return SettingsFile(self._settings_path)

    def page_reader(self) -> PageReader:
        """Reads saved pages of a blog."""
        from weeknotes_desktop.publishing.importers.saved_page import SavedPage

        return SavedPage()

    def renderer(self) -> Renderer:
        """Renders in a process of its own, which ends with these parts."""
        # The preview and an export may ask at the same time, each in its thread.
        with self._making:
            if self._worker is None:
                from weeknotes_desktop.publishing.render_worker import RenderWorker

                worker = RenderWorker()
                self._made.callback(worker.close)
                self._worker = worker
            return self._worker

    def page_writer(self, settings: Settings) -> PageWriter:
        """Writes HTML pages of the blog that the settings name."""
        from weeknotes_desktop.publishing.page import HtmlPage

        return HtmlPage(self.renderer(), settings, paths.resource(""))
