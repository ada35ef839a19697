"""Renders what will leave before anybody asks for it, so that a site is made in no time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, suppress
from functools import cached_property
from typing import Protocol

from weeknotes_desktop.domain.errors import NotFoundError, PublishError, WeekNotesError
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.ports import Clock, Jobs, Renderer, Timers
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.use_cases.look_ahead import every_view, views_ahead

AFTER = 5.0
"""Seconds after a save: whoever goes on writing saves again."""
BETWEEN = 0.2
"""Seconds between two handfuls of notes, in which everybody else has the machine."""
AT_ONCE = 8
"""Notes in a handful; the preview may have to wait for the one in hand."""


class KeepingRenderer(Renderer, Protocol):
    """One that keeps what it rendered for others than the writer."""

    def not_kept(self, views: Iterable[NoteView]) -> Sequence[NoteView]:
        """Those that nobody has rendered yet and that may be kept, each once."""


class RenderingAhead:
    """Renders for its readers what was saved last, and whatever else of a site nobody has rendered.

    It waits until nothing else happens, and goes on a handful at a time. What is
    published looks different where a note that it links to comes, goes or is called
    something else; so after such a change all of a site is looked through.

    Args:
        reading: Opens the library beside the writer, who need not wait.
        renderer: Makes the one that keeps what it rendered.
    """

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[NoteLibrary]],
        renderer: Callable[[], KeepingRenderer],
        settings: Callable[[], Settings],
        clock: Clock,
        jobs: Jobs,
        timers: Timers,
    ) -> None:
        self._reading, self._make_renderer = reading, renderer
        self._settings, self._clock = settings, clock
        self._jobs, self._timers = jobs, timers
        self._note: Note | None = None
        self._everything = False
        self._typed = False
        self._busy = False
        self._waiting: deque[NoteView] = deque()
        self._failed: set[NoteView] = set()
        self._cancel: Callable[[], None] | None = None

    def saved(self, note: Note) -> None:
        """The note is on the disk as given."""
        self._note = note
        if note.status is Status.PUBLISHED or note.published_on is not None:
            self._everything = True
        self._typed = False
        self._go_on_after(AFTER)

    def something_changed(self) -> None:
        """Something else may be published now, or be read by others than before."""
        self._everything = True
        self._go_on_after(AFTER)

    def something_typed(self) -> None:
        """The writer is at work: what is left can wait."""
        self._typed = True

    def _go_on_after(self, seconds: float) -> None:
        if self._cancel is not None:
            self._cancel()
        self._cancel = self._timers.after(seconds, self._go_on)

    def _go_on(self) -> None:
        self._cancel = None
        if self._busy:
            # It goes on when the handful is done.
            return
        if self._typed:
            self._typed = False
            self._go_on_after(AFTER)
        elif self._note is not None or self._everything:
            self._look()
        elif self._waiting:
            self._render()

    def _look(self) -> None:
        """Find out what nobody has rendered; all that was found before is looked at again."""
        note, everything, settings = self._note, self._everything, self._settings()
        now, waiting = self._clock(), tuple(self._waiting)
        self._note, self._everything, self._busy = None, False, True

        def look() -> Sequence[NoteView]:
            with self._reading() as library:
                views = list(every_view(library, settings)) if everything else list(waiting)
                if note is not None:
                    # It may be gone by now.
                    with suppress(NotFoundError):
                        views[:0] = views_ahead(library, settings, note, now)
            return self._renderer.not_kept(views)

        def found(views: Sequence[NoteView]) -> None:
            self._waiting = deque(view for view in views if view not in self._failed)
            self._done(None)

        self._jobs.run(look, found, self._done)

    def _render(self) -> None:
        handful = [self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))]
        self._busy = True

        def rendered(failed: Sequence[NoteView]) -> None:
            # Whoever exports hears of it; here it is not tried again and again.
            self._failed.update(failed)
            self._done(None)

        self._jobs.run(lambda: self._render_all(handful), rendered, self._done)

    def _render_all(self, views: Sequence[NoteView]) -> Sequence[NoteView]:
        """Done away from the window; returns those that could not be rendered."""
        failed = []
        for view in views:
            try:
                self._renderer.render(view)
            except PublishError:
                failed.append(view)
        return failed

    def _done(self, _: WeekNotesError | None) -> None:
        self._busy = False
        if self._cancel is None and (self._note is not None or self._everything or self._waiting):
            self._go_on_after(BETWEEN)

    @cached_property
    def _renderer(self) -> KeepingRenderer:
        return self._make_renderer()
