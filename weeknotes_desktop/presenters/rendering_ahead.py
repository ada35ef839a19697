"""Renders what was saved before anybody asks for it, so that a site is made in no time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Jobs, Renderer, Timers
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.make_public_view import views_ahead

AFTER = 5.0
"""Seconds after a save: whoever goes on writing saves again."""


class RenderingAhead:
    """Has the note that was saved last rendered for its readers, once nothing else happens.

    Args:
        reading: Opens the library beside the writer, who need not wait.
        renderer: Makes the one that keeps what it rendered.
    """

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[NoteLibrary]],
        renderer: Callable[[], Renderer],
        settings: Callable[[], Settings],
        jobs: Jobs,
        timers: Timers,
    ) -> None:
        self._reading, self._make_renderer = reading, renderer
        self._settings, self._jobs, self._timers = settings, jobs, timers
        self._cancel: Callable[[], None] | None = None
        self._busy = False

    def saved(self, note: Note) -> None:
        """The note is on the disk as given."""
        if self._cancel is not None:
            self._cancel()
        self._cancel = self._timers.after(AFTER, lambda: self._due(note))

    def _due(self, note: Note) -> None:
        self._cancel = None
        if self._busy:
            # Too slow for how fast it is saved; the export renders it.
            return
        self._busy = True
        settings = self._settings()
        self._jobs.run(lambda: self._render(note, settings), self._done, self._done)

    def _render(self, note: Note, settings: Settings) -> None:
        """Done away from the window."""
        with self._reading() as library:
            views = views_ahead(library, settings, note)
        for view in views:
            self._renderer.render(view)

    def _done(self, _: WeekNotesError | None) -> None:
        # Whatever failed, whoever exports hears of it.
        self._busy = False

    @cached_property
    def _renderer(self) -> Renderer:
        return self._make_renderer()
