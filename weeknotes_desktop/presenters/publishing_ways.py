"""What the dialog *Publish* needs of the world outside: ways out, and who looks through a note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from weeknotes_desktop.domain.before_publishing import Point, Stays
from weeknotes_desktop.domain.destination import Destination, Parcel
from weeknotes_desktop.domain.last_gate import LeakSearch
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings, Where
from weeknotes_desktop.domain.shelves import NoteLibrary


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way out, and for whom.

    Args:
        place: The file or folder; None for the clipboard.
        theme: Of a site.
    """

    where: Where
    place: Path | None
    audience: Audience
    theme: str = ""


class WaysToPublish(Protocol):
    """All ways out."""

    def destination(self, way: Way) -> Destination:
        """What lets something leave there."""

    def search(self) -> LeakSearch:
        """What looks through it before."""

    def changes(self, way: Way, parcel: Parcel) -> int:
        """How many pages of a site, or files of a folder, that would change.

        Raises:
            PublishError: If nothing can stand there.
        """


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What there is to know about a note before it leaves."""

    points: tuple[Point, ...]
    stays: Stays


class Looking(Protocol):
    """Looks through a note before it leaves."""

    def read(
        self, library: NoteLibrary, note: Note, audience: Audience, settings: Settings
    ) -> Callable[[], LookedThrough]:
        """Read what is needed of the library; the rest takes longer, and needs none.

        Raises:
            WeekNotesError: If something could not be read, or not be looked through.
        """

    def silence(self, library: NoteLibrary, note_id: str, point: Point) -> None:
        """Say nothing more of this in that note."""
