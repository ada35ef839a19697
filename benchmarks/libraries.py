"""Libraries of any size, with notes as long as real ones."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from weeknotes_desktop.domain.goal import Outcome
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import open_for_writing
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.edit_goal import set_outcome

_PARAGRAPH = (
    "We watched the counter for an hour, and **what people asked for** was not what the plan "
    "had in it. The list is shorter than it was, and the part that is left is the hard one.\n\n"
)
_BODY = (
    "## Focus for the week\n\n[GOALS]\n\n"
    + _PARAGRAPH * 14
    + "## What I’m learning\n\n"
    + _PARAGRAPH * 14
)


def make_library(path: Path, notes: int, now: datetime) -> str:
    """Make a library of ``notes`` notes, a week each but for the oldest years; two goals a week.

    Returns:
        The body of each note, some 5 KB.
    """
    this_week = Week.of(now.date())
    with open_for_writing(path) as library, library.transaction():
        for number in range(notes):
            week = this_week.plus(-(number % 1500))
            library.add_note(
                Note(
                    id=new_id(),
                    week=week,
                    title=f"What the week was about, {number}",
                    body=_BODY,
                    category="Weeknotes",
                    status=Status.PUBLISHED if number else Status.DRAFT,
                )
            )
            if number < 1500:
                done = add_goal(library, week, "Watch the counter for an hour", now)
                set_outcome(library, done.id, Outcome.DONE, now)
                add_goal(library, week, "Write down what people asked for", now)
    return _BODY
