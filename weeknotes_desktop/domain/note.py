"""One weeknote, and the line of it that the archive shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week

# A note is at most 2 MB; what is larger belongs into an attachment.
LARGEST_BODY = 2_000_000

_WORD = re.compile(r"\w[\w’'-]*")


class Status(StrEnum):
    """Whether the world has seen the note."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One weeknote as it was last saved.

    Args:
        label: The printed number; empty while it still follows the pattern.
        body: Markdown source, private passages included.
        origin: Identity of the post an import made it from, so that a second
            import knows it again; empty for a note written here.
        origin_hash: Fingerprint of the post as it was imported last; tells
            whether the post or the writer changed it since.
        rev: How often it was saved; a save must name the revision it changes.
        saved_at: When its text was last changed; None where nobody knows.
        published_on: The day that its page names; None while nobody said one.
        whole: False where its fingerprint is wrong: then this is what can
            still be read of it.
    """

    id: str
    week: Week
    label: str = ""
    title: str = ""
    body: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    status: Status = Status.DRAFT
    audience: Audience = Audience.PUBLIC
    origin: str = ""
    origin_hash: str = ""
    rev: int = 0
    saved_at: datetime | None = None
    published_on: date | None = None
    whole: bool = True

    @property
    def day(self) -> date:
        """The day that its page names: that of the writer, else the Friday of its week."""
        return self.published_on or self.week.friday


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSummary:
    """What the archive shows of a note, without its body.

    Args:
        label: As stored; empty while it follows the pattern.
        words: Words of the body, private passages included.
        goals_set: Goals of its week, stretch goals left out.
        goals_met: How many of those are done.
    """

    id: str
    week: Week
    label: str
    title: str
    status: Status
    audience: Audience
    category: str
    tags: tuple[str, ...]
    words: int
    goals_set: int
    goals_met: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Typed text that is not saved in the note yet.

    Args:
        base_rev: The revision of the note that was being changed.
        written_at: When it was put on disk.
    """

    note_id: str
    base_rev: int
    title: str
    body: str
    written_at: datetime

    def goes_on_with(self, note: Note) -> bool:
        """Whether it says more than ``note``, and was typed over that very revision."""
        differs = (self.title, self.body) != (note.title, note.body)
        return differs and self.base_rev == note.rev


def count_words(text: str) -> int:
    """How many words a reader would count in ``text``."""
    return len(_WORD.findall(text))
