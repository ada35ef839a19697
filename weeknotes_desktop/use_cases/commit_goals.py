"""Let the wording of goals count, once the Monday noon of their week has come."""

from __future__ import annotations

from datetime import datetime

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.version import Occasion, of_note
from weeknotes_desktop.domain.week import Week


def commit_goals(library: NoteLibrary, now: datetime) -> tuple[Week, ...]:
    """Commit every goal that is due, and keep what the notes of this week say at that moment.

    The first sight after the limit does it; a clock that goes back does not
    undo it.

    Returns:
        The weeks whose goals were committed just now.
    """
    with library.transaction():
        weeks = library.commit_goals(now)
        this_week = Week.of(now.date())
        if this_week in weeks:
            for line in library.summaries(this_week):
                note = library.note(line.id)
                if note.title or note.body.strip():
                    version = of_note(note, Occasion.COMMITTED, new_id(), now)
                    library.keep_version(version)
        return weeks
