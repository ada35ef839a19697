"""What there is to look at in a note before it leaves; the newest look counts."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.before_publishing import Point
from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.ports import Jobs, LibraryWriter
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.presenters.hook import Hook
from weeknotes_desktop.presenters.publishing_ways import LookedThrough, Looking


class PublishingLook:
    """Has a note looked through away from the window.

    Args:
        changed: Called when something was found, or could not be.
    """

    def __init__(
        self,
        looking: Looking,
        writer: LibraryWriter,
        jobs: Jobs,
        settings: Callable[[], Settings],
        changed: Callable[[], None],
    ) -> None:
        self._looking, self._writer, self._jobs = looking, writer, jobs
        self._settings, self._changed = settings, changed
        self._asked = 0
        self.found: LookedThrough | None = None
        """What was found last; None while nothing is known."""
        self.problem = ""
        """Why it could not be looked through."""
        self.silenced: Hook[None] = Hook()
        """Something needs no look any more in the note."""

    def begin(self) -> None:
        """Another note is asked about: nothing is known of it."""
        self._asked += 1
        self.found, self.problem = None, ""

    def look(self, note: Note, audience: Audience) -> None:
        """Look through it; what was found before stands until something else was."""
        self._asked += 1
        asked, settings = self._asked, self._settings()

        def found(looked: LookedThrough) -> None:
            if asked == self._asked:
                self.found, self.problem = looked, ""
                self._changed()

        def failed(error: WeekNotesError) -> None:
            if asked == self._asked:
                self.problem = error.problem
                self._changed()

        self._writer.do(
            lambda library: self._looking.read(library, note, audience, settings),
            lambda look: self._jobs.run(look, found, failed),
            failed,
        )

    def silence(self, note: Note, audience: Audience, point: Point) -> None:
        """Say nothing more of this in the note."""

        def done(_: object) -> None:
            self.look(note, audience)
            self.silenced.emit(None)

        def failed(error: WeekNotesError) -> None:
            self.problem = error.problem
            self._changed()

        self._writer.do(
            lambda library: self._looking.silence(library, note.id, point),
            done,
            failed,
        )
