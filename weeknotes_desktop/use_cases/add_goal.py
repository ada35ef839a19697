"""Set a goal for a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.goal import Form, Goal
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import one_line
from weeknotes_desktop.domain.week import Week


def add_goal(
    library: NoteLibrary,
    week: Week,
    text: str,
    now: datetime,
    *,
    audience: Audience = Audience.PUBLIC,
    public_text: str | None = None,
    stretch: bool = False,
    workstream: str | None = None,
    how: str | None = None,
    goal_id: str | None = None,
    form: Form | None = None,
) -> Goal:
    """Put a goal at the end of the week's list.

    Args:
        goal_id: Its id, where it has one already.
        form: By default what it is worded as: a question ends with its mark.

    Raises:
        WeekNotesError: If the wording is empty.
    """
    goal_id = goal_id or new_id()
    words = wording(text)
    goal = Goal(
        id=goal_id,
        thread=goal_id,
        week=week,
        text=words,
        form=form or (Form.QUESTION if words.endswith("?") else Form.STATEMENT),
        audience=audience,
        public_text=optional(public_text),
        stretch=stretch,
        workstream=bare_workstream(workstream),
        how=optional(how),
    )
    with library.transaction():
        last = max((other.position for other in library.goals(week)), default=-1)
        return library.add_goal(replace(goal, position=last + 1), now)


def wording(text: str) -> str:
    """A goal's wording on one line.

    Raises:
        WeekNotesError: If nothing is left of it.
    """
    line = one_line(text)
    if not line:
        raise WeekNotesError("A goal needs a few words.")
    return line


def optional(text: str | None) -> str | None:
    """``text`` on one line, or None where nothing is left of it."""
    return one_line(text or "") or None


def bare_workstream(text: str | None) -> str | None:
    """A workstream on one line without its “#”, or None where nothing is left of it."""
    return optional((optional(text) or "").lstrip("# "))
