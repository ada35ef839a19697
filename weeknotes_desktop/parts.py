"""Makes every part that needs no window: library, settings, importer, page.

A command uses one or two of them; each is imported when it is asked for, as
``weeknotes week`` should not wait for a database.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from weeknotes_desktop import paths
from weeknotes_desktop.domain.checks.ports import OwnWords
from weeknotes_desktop.domain.ports import (
    BackUps,
    Clock,
    LibraryChecks,
    LibraryFile,
    MarkdownBackUps,
    PageReader,
    SettingsStore,
    Templates,
)
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.ways_out import WaysOut
from weeknotes_desktop.workers import Workers

if TYPE_CHECKING:
    from weeknotes_desktop.publishing.cached_renderer import CachedRenderer

_PATIENCE = 1.0
"""Seconds to wait for another command, which seldom holds the library for longer."""


class Parts(Workers, AbstractContextManager["Parts"]):
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
        super().__init__()
        self.library_path = paths.whole(library)
        self._settings_path = settings_file
        self._clock = clock
        self._remark = remark

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def now(self) -> datetime:
        """The local time."""
        return self._clock()

    def today(self) -> date:
        """The local day."""
        return self._clock().date()

    def reading(self) -> AbstractContextManager[NoteLibrary]:
        """The library to read from; needs no lock."""
        from weeknotes_desktop.storage.library import open_for_reading

        settings, _ = self.settings_store().load()
        return open_for_reading(self.library_path, back_up_folder=back_up_folder(settings))

    def writing(self) -> AbstractContextManager[NoteLibrary]:
        """The library to write to; nobody else writes meanwhile."""
        from weeknotes_desktop.storage.library import open_for_writing

        settings, _ = self.settings_store().load()
        return open_for_writing(
            self.library_path, back_up_folder=back_up_folder(settings), patience=_PATIENCE
        )

    def file(self) -> AbstractContextManager[LibraryFile]:
        """The library as one file, for what is done to all of it at once."""
        from weeknotes_desktop.storage.library import open_for_writing

        settings, _ = self.settings_store().load()
        return open_for_writing(
            self.library_path, back_up_folder=back_up_folder(settings), patience=_PATIENCE
        )

    def back_ups(self) -> BackUps:
        """The back-ups of the library, in the folder that the settings name now."""
        from weeknotes_desktop.storage.backups import LibraryBackUps

        settings, _ = self.settings_store().load()
        return LibraryBackUps(self.library_path, back_up_folder(settings), self._clock)

    def checks(self) -> LibraryChecks:
        """Looks whether the library is whole, and what stands around it."""
        from weeknotes_desktop.storage.checks import FileChecks

        return FileChecks(self.library_path, self.back_ups(), self._clock)

    def cloud_of(self, path: Path) -> str | None:
        """The name of the service that carries a folder to other machines; None for nobody."""
        from weeknotes_desktop.storage.cloud_folders import cloud_of

        return cloud_of(path)

    def move_library(self, new: Path) -> Path:
        """Move the closed library, and leave its back-ups where the settings want them.

        Returns:
            What the old file is called now.

        Raises:
            LibraryError: If it could not be done; all is as it was.
        """
        from weeknotes_desktop.storage.moving import move_library

        settings, _ = self.settings_store().load()
        chosen = settings.back_up_folder
        folder = paths.whole(chosen) if chosen else self.library_path.resolve().parent
        return move_library(self.library_path, new, folder, self._clock).kept

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

    def templates(self) -> Templates:
        """The writer's own templates, and those that are built in."""
        from weeknotes_desktop.storage.templates_folder import TemplatesFolder

        return TemplatesFolder(self._settings_path.with_name("templates"))

    def page_reader(self) -> PageReader:
        """Reads saved pages of a blog, and complete back-ups in Markdown."""
        from weeknotes_desktop.publishing.importers.any_source import AnySource

        return AnySource()

    def markdown_back_ups(self) -> MarkdownBackUps:
        """Writes complete back-ups in Markdown, and reads them."""
        from weeknotes_desktop.publishing.markdown_back_up.folders import MarkdownFolders

        return MarkdownFolders()

    def own_words(self) -> OwnWords:
        """The writer's own dictionary, beside the settings."""
        from weeknotes_desktop.storage.own_words_file import OwnWordsFile

        return OwnWordsFile(self._settings_path.with_name("words.txt"))

    def kept_renderer(self) -> CachedRenderer:
        """Turns notes that leave into HTML, and never the same one twice."""
        from weeknotes_desktop.publishing.cached_renderer import CachedRenderer
        from weeknotes_desktop.publishing.renderer_version import renderer_version
        from weeknotes_desktop.storage.rendered_bodies import RenderedBodies

        version = renderer_version(paths.resource("words"))
        return CachedRenderer(self.renderers(), RenderedBodies(self.library_path, version))

    @cached_property
    def ways_out(self) -> WaysOut:
        """All destinations, and the search that looks through what goes there."""
        return WaysOut(self.renderer, self.kept_renderer, self.library_path)


def back_up_folder(settings: Settings) -> Path | None:
    """The folder the writer wants the back-ups in; None for beside the library."""
    chosen = settings.back_up_folder
    return paths.whole(chosen) if chosen else None
