"""The pictures that the preview shows, at hand while it is drawn."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.picture import Picture, pictures_named
from weeknotes_desktop.domain.shelves import NoteLibrary

_LARGEST = 64_000_000


class PicturesAtHand:
    """Reads pictures before they are drawn, away from the window, and keeps the latest.

    Args:
        reading: Opens the library to read from.
        largest: How many bytes are kept.
    """

    def __init__(
        self, reading: Callable[[], AbstractContextManager[NoteLibrary]], largest: int = _LARGEST
    ) -> None:
        self._reading = reading
        self._largest = largest
        self._turn = Lock()
        self._kept: OrderedDict[str, Picture] = OrderedDict()

    def bring(self, body: str) -> None:
        """Have the pictures of a page at hand; may be slow, and runs on any thread."""
        wanted = pictures_named(body)
        with self._turn:
            for ident in wanted:
                if ident in self._kept:
                    self._kept.move_to_end(ident)
            missing = [ident for ident in wanted if ident not in self._kept]
        if not missing:
            return
        try:
            with self._reading() as library:
                for ident in missing:
                    self._take(library, ident)
        except WeekNotesError:
            # Without them the page shows their descriptions.
            return

    def picture(self, ident: str) -> Picture | None:
        """A picture that is at hand."""
        with self._turn:
            return self._kept.get(ident)

    def _take(self, library: NoteLibrary, ident: str) -> None:
        try:
            picture = library.picture(ident)
        except WeekNotesError:
            return
        with self._turn:
            self._kept[ident] = picture
            while sum(len(one.content) for one in self._kept.values()) > self._largest:
                self._kept.popitem(last=False)
