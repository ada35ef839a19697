"""Looks through a note before it leaves; comes with ``publishing.py``."""

from __future__ import annotations

from collections.abc import Callable

from weeknotes_desktop.domain.before_publishing import Point
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.presenters.publishing_ways import LookedThrough
from weeknotes_desktop.use_cases.check_to_publish import (
    about_to_leave,
    points_to_publish,
    what_stays,
)
from weeknotes_desktop.use_cases.silence_check import silence_point


class NoteLooking:
    """Gathers what there is to look at, and what stays here."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def read(
        self, library: NoteLibrary, note: Note, audience: Audience, settings: Settings
    ) -> Callable[[], LookedThrough]:
        """Read what is needed of the library; the rest takes longer, and needs none."""
        own, now = self._parts.own_words(), self._parts.now()
        read = about_to_leave(library, note, audience, settings, own, now)

        def look() -> LookedThrough:
            stays = what_stays(read)
            return LookedThrough(points_to_publish(self._parts.proofreader(), read, stays), stays)

        return look

    def silence(self, library: NoteLibrary, note_id: str, point: Point) -> None:
        """Say nothing more of this in that note."""
        silence_point(library, note_id, point)
