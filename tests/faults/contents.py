"""What goes into a library and comes out of it, beside notes that are being typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.faults.sheet import never_written_in
from weeknotes_desktop.domain.destination import silent
from weeknotes_desktop.domain.errors import NotFoundError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.parts import Parts
from weeknotes_desktop.storage.connection import connect_for_reading
from weeknotes_desktop.storage.schema import check_header
from weeknotes_desktop.use_cases.edit_goal import reword_goal, set_goal_audience, set_outcome
from weeknotes_desktop.use_cases.leave import make_ready, send

_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


def contents(
    library: NoteLibrary, path: Path, whole: Callable[[Note | Goal], bool]
) -> dict[str, Any]:
    """Every text there is; what is not ``whole`` stands apart, as the window marks it."""
    notes: dict[str, Any] = {}
    goals: dict[str, Any] = {}
    damaged: dict[str, Any] = {}
    for line in library.summaries():
        note = library.note(line.id)
        if not never_written_in(note):
            (notes if whole(note) else damaged)[note.id] = note.body
    for week in _weeks_with_goals(path):
        for goal in library.goals(week):
            told = [goal.text, goal.outcome is Outcome.DONE, goal.audience is Audience.ME]
            (goals if whole(goal) else damaged)[goal.id] = told
    drafts = {draft.note_id: draft.body for draft in library.drafts()}
    return {"notes": notes, "drafts": drafts, "goals": goals, "damaged": damaged}


def keep_goal(library: NoteLibrary, told: Goal, now: datetime) -> None:
    """Keep a goal as it was told, under the caller's id."""
    try:
        library.goal(told.id)
    except NotFoundError:
        library.add_goal(_new_goal(library, told), now)
    reword_goal(library, told.id, told.text, now)
    set_goal_audience(library, told.id, told.audience, now)
    set_outcome(library, told.id, told.outcome, now)


def write_pages(parts: Parts, folder: Path) -> None:
    """Write a page of every note that everybody may read."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = parts.settings()
    with parts.reading() as library:
        for line in library.summaries():
            note = library.note(line.id)
            if Audience.PUBLIC.may_read(note.audience) and not never_written_in(note):
                path = folder / f"{_file_name(note.id)}.html"
                leaving = make_ready(library, settings, Audience.PUBLIC, parts.now(), note)
                send(leaving, parts.ways_out.html_file(path), parts.ways_out.search, silent)


def _new_goal(library: NoteLibrary, told: Goal) -> Goal:
    """The goal as `add_goal` and `carry_over` make one under an id of their own."""
    last = max((other.position for other in library.goals(told.week)), default=-1)
    new = replace(told, position=last + 1, outcome=None)
    if told.parent is None:
        return new
    before = library.goal(told.parent)
    return replace(new, thread=before.thread, weeks_carried=before.weeks_carried + 1)


def _weeks_with_goals(path: Path) -> list[Week]:
    if not check_header(path):
        return []
    with closing(connect_for_reading(path)) as connection:
        rows = connection.execute("SELECT DISTINCT iso_year, iso_week FROM goals").fetchall()
    weeks = []
    for year, number in rows:
        try:
            weeks.append(Week(year, number))
        except (WeekNotesError, TypeError):
            # Damaged; the checks tell the row.
            continue
    return weeks


def _file_name(note_id: str) -> str:
    if _PLAIN_NAME.fullmatch(note_id):
        return note_id
    return sha256(note_id.encode("utf-8", "replace")).hexdigest()
