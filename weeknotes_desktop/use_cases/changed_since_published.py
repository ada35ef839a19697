"""Tell what changed in a note since it was published."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.since_published import Comparison, compare_views
from weeknotes_desktop.use_cases.shown_note import as_it_stands, as_published


def changed_since_published(
    library: NoteLibrary, note: Note, settings: Settings
) -> Comparison | None:
    """What readers would see differently if ``note`` were published again; None for nothing.

    What nobody but the writer can read is no difference. Nor is there one in a
    note that is on no site, or that an older version of the program published.
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
        # Whoever could read it then, here it is about words.
        before = replace(before, note=replace(before.note, audience=note.audience))
        # The team reads all that anybody else than the writer reads.
        after = as_it_stands(library, note, settings)
        return compare_views(
            (before.view(Audience.TEAM), before.note.day),
            (after.view(Audience.TEAM), after.note.day),
        )
