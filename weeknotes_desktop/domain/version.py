"""What a note said before: versions, and when one is worth keeping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from weeknotes_desktop.domain.note import Note

PAUSE = timedelta(minutes=1)
"""A text that stood for so long is worth keeping."""


class Occasion(StrEnum):
    """Why a version was kept."""

    PAUSE = "pause"
    """It stood for a minute before it was changed."""
    SHRUNK = "shrunk"
    """The text after it is less than half of it."""
    REPLACED = "replaced"
    """A command, an import or a restored version took its place."""
    UNSAVED = "unsaved"
    """It was typed, and put aside before it was saved in the note."""
    COMMITTED = "committed"
    """The goals of its week were committed."""
    PUBLISHED = "published"
    """The note was published as this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Title and body of a note as they were once; kept without expiry.

    Args:
        written_at: When this text was saved or typed.
        whole: False where its fingerprint is wrong: then this is what can
            still be read of it.
    """

    id: str
    note_id: str
    written_at: datetime
    occasion: Occasion
    title: str
    body: str
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version as the history lists it, without its body."""

    id: str
    note_id: str
    written_at: datetime
    occasion: Occasion
    title: str
    words: int


def of_note(note: Note, occasion: Occasion, version_id: str, now: datetime) -> Version:
    """The text of ``note`` as a version."""
    return Version(
        id=version_id,
        note_id=note.id,
        written_at=note.saved_at or now,
        occasion=occasion,
        title=note.title,
        body=note.body,
    )


def why_kept(before: Note, after: Note, now: datetime, *, typed: bool) -> Occasion | None:
    """Why the text of ``before`` is worth keeping when that of ``after`` takes its place.

    Args:
        typed: Whether the new text was typed over the old one; each time the
            writer stops for three seconds is no version.
    """
    if not _says_something(before) or (before.title, before.body) == (after.title, after.body):
        return None
    if not typed:
        return Occasion.REPLACED
    stood = None if before.saved_at is None else now - before.saved_at
    # A clock that went back tells nothing, so the text is kept.
    short = stood is not None and timedelta(0) <= stood < PAUSE
    return None if short else Occasion.PAUSE


def shrunk(after: Note, peak: Version) -> bool:
    """Whether ``after`` is less than half of the longest text before it."""
    return len(after.body) * 2 < len(peak.body)


def _says_something(note: Note) -> bool:
    return bool(note.title.strip() or note.body.strip())
