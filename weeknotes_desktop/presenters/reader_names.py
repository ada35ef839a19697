"""The names that links may use before readers: where they lead from the page in the preview."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.make_public_view import names_for


class ReaderNames:
    """Knows what is published by which names, and reads that again when something was saved.

    Args:
        reading: Opens the library to read from.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[NoteLibrary]]) -> None:
        self._reading = reading
        self._turn = Lock()
        self._known: dict[Audience, NoteNames] = {}
        self._as_of: tuple[NoteNames, Settings] | None = None

    def names(self, reader: Audience, own: NoteNames, settings: Settings) -> NoteNames:
        """Every name for ``reader``; may be slow, and runs on any thread.

        Args:
            own: Those that the writer knows: other ones where something was saved.
        """
        if reader is Audience.ME:
            return own
        with self._turn:
            if self._as_of is None or self._as_of[0] is not own or self._as_of[1] != settings:
                self._known.clear()
                self._as_of = own, settings
            if reader not in self._known:
                try:
                    with self._reading() as library:
                        self._known[reader] = names_for(library, settings, reader)
                except WeekNotesError:
                    # Without them the page shows the words of links.
                    return NoteNames()
            return self._known[reader]
