"""What the notice bar says of the open note."""

from __future__ import annotations

from datetime import datetime

from weeknotes_desktop.presenters.notices import Notice

DAMAGED = Notice(
    "Part of this note was damaged on the disk; it is for you alone until you save it.",
    "Earlier texts of it may be in its history and in the back-ups.",
    urgent=True,
)
NOT_SAVED_YET = Notice(
    "This note could not be saved yet, so it stays open.",
    "It is saved by itself as soon as that is possible.",
    urgent=True,
)
BOTH_STAND_HERE = Notice("The note was changed elsewhere too.", "Both changes stand here.")
CHANGED = Notice(
    "The note was changed elsewhere in the meantime.",
    "Both texts are kept: yours stands here as a note of its own.",
    urgent=True,
)
REMOVED = Notice(
    "The note was removed in the meantime.",
    "What you typed is kept: it stands here as a note of its own.",
    urgent=True,
)


def rescued_by(written_at: datetime) -> Notice:
    """Text from before a crash stands in the editor."""
    return Notice(
        f"What you had typed by {written_at.astimezone():%H:%M:%S} was rescued and stands here.",
        "At most the two seconds after that are missing.",
    )
