"""What leaves: the notes of a library as the team or the public may read them.

This is all that any destination ever gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.view import NoteView


@dataclass(frozen=True, slots=True, kw_only=True)
class Blog:
    """What the pages say about themselves.

    Args:
        language: BCP 47 tag.
        address: Where the site will stand, as ``https://example.org/weeknotes``;
            empty where nobody said.
    """

    name: str = ""
    tagline: str = ""
    author: str = ""
    language: str = "en-GB"
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNote:
    """A note that leaves.

    Args:
        view: What may be read of it; its links are written as from its own page.
        place: Of its page among all pages, as ``2021/w16-working-in-the-open``.
        day: On which it was published.
    """

    view: NoteView
    place: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicView:
    """All that one audience may read.

    Args:
        audience: Team or public.
        notes: Newest week first.

    Raises:
        ValueError: If it is for the writer alone, or holds a note cut for somebody else.
    """

    audience: Audience
    blog: Blog
    notes: tuple[PublicNote, ...]

    def __post_init__(self) -> None:
        if self.audience is Audience.ME:
            raise ValueError("What is for the writer alone does not leave.")
        if any(note.view.audience is not self.audience for note in self.notes):
            raise ValueError("A note in it was cut for another audience.")
        if len({note.place for note in self.notes}) < len(self.notes):
            raise ValueError("Two notes in it have the same place.")
