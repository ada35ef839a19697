"""Tell what changed in a note since it was published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.since_published import (
    BothTold,
    Comparison,
    Told,
    compare_told,
    differ,
)
from weeknotes_desktop.use_cases.shown_note import ShownNote, as_it_stands, as_published


@dataclass(frozen=True, slots=True)
class SincePublished:
    """A published note, then and now; the library is not needed to compare them.

    Args:
        at: When it was published last.
        day: That its page names.
    """

    at: datetime
    day: date
    both: BothTold

    @property
    def changed(self) -> bool:
        """Whether readers would see anything differently if it were published again."""
        return differ(self.both)

    def compared(self) -> Comparison | None:
        """What that is, word by word; None for nothing. It takes its time with long texts."""
        return compare_told(self.both)


def since_published(library: NoteLibrary, note: Note, settings: Settings) -> SincePublished | None:
    """``note`` as it was published last, and as it stands.

    None for one that is on no site, or that an older version of the program
    published: of that nobody knows how it was, so a site shows it as it stands.
    """
    if note.status is not Status.PUBLISHED or note.audience is Audience.ME:
        return None
    with library.transaction():
        then = library.snapshot(note.id)
        if then is None:
            return None
        shows_goals = REPORT in then.body or PLAN in then.body
        named = [goal.id for goal in (*then.goals, *then.next_goals)] if shows_goals else []
        before = as_published(note, then, library.goals_today(named), settings)
        after = as_it_stands(library, note, settings)
        readers = (one for one in (Audience.PUBLIC, Audience.TEAM) if one.may_read(note.audience))
        both = tuple((_told(before, reader), _told(after, reader)) for reader in readers)
    return SincePublished(then.published_at, then.day, both)


def changed_since_published(
    library: NoteLibrary, note: Note, settings: Settings
) -> Comparison | None:
    """What readers would see differently if ``note`` were published again; None for nothing.

    What nobody but the writer can read is no difference.
    """
    found = since_published(library, note, settings)
    return None if found is None else found.compared()


def _told(shown: ShownNote, reader: Audience) -> Told:
    note = shown.note
    # Whoever could read it then, beside this one thing it is about words.
    anybody = replace(shown, note=replace(note, audience=Audience.PUBLIC))
    return Told(anybody.view(reader), note.day, note.audience)
