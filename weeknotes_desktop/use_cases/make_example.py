"""Fill a library with the example weeks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from weeknotes_desktop.domain.example import (
    Example,
    ExampleGoal,
    ExampleJot,
    ExampleTask,
    ExampleWeek,
)
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.add_goal import add_goal
from weeknotes_desktop.use_cases.add_jot import add_jot
from weeknotes_desktop.use_cases.carry_over import carry_over
from weeknotes_desktop.use_cases.edit_goal import set_line, set_outcome
from weeknotes_desktop.use_cases.edit_task import add_task, tick_task
from weeknotes_desktop.use_cases.publish_note import publish_note
from weeknotes_desktop.use_cases.set_focus import set_focus
from weeknotes_desktop.use_cases.start_note import start_note


def make_example(library: NoteLibrary, example: Example, now: datetime) -> Note:
    """Put the example weeks into the library, around the week of ``now``.

    Returns:
        The note of the newest week that has one.
    """
    this_week = Week.of(now.date())
    newest: Note | None = None
    workstreams: dict[str, Goal] = {}
    with library.transaction():
        for week in example.weeks:
            place = this_week.plus(week.offset)
            for goal in week.goals:
                kept = _set(library, goal, place, workstreams, now)
                if goal.workstream:
                    workstreams[goal.workstream] = kept
            if week.focus:
                set_focus(library, place, week.focus)
            for jot in week.jots:
                _catch(library, jot, place, now)
            newest = _write(library, week, place, example, now) or newest
        for task in example.tasks:
            _list(library, task, now)
    if newest is None:
        raise ValueError("The example has no note.")
    return newest


def _set(
    library: NoteLibrary,
    goal: ExampleGoal,
    week: Week,
    workstreams: dict[str, Goal],
    now: datetime,
) -> Goal:
    if goal.carried and goal.workstream in workstreams:
        before = workstreams[goal.workstream]
        kept = carry_over(library, before.id, now, to=week, text=goal.text)
    else:
        kept = add_goal(
            library,
            week,
            goal.text,
            now,
            audience=goal.audience,
            stretch=goal.stretch,
            workstream=goal.workstream,
        )
    if goal.outcome is not None:
        kept = set_outcome(library, kept.id, goal.outcome, now)
    if goal.line is not None:
        kept = set_line(library, kept.id, goal.line, now)
    return kept


def _catch(library: NoteLibrary, jot: ExampleJot, week: Week, now: datetime) -> None:
    day = datetime.combine(week.monday, jot.at, now.tzinfo) + timedelta(days=jot.day)
    # Whoever looks at the example early in the week has caught nothing later yet.
    add_jot(library, jot.text, min(day, now), week=week)


def _list(library: NoteLibrary, task: ExampleTask, now: datetime) -> None:
    kept = add_task(library, task.text)
    if task.done:
        tick_task(library, kept.id, now)


def _write(
    library: NoteLibrary, week: ExampleWeek, place: Week, example: Example, now: datetime
) -> Note | None:
    if week.title is None:
        return None
    note = start_note(
        library, place, title=week.title, body=week.body, category=example.settings.category
    )
    if week.status is Status.PUBLISHED:
        dated = replace(note, published_on=place.friday)
        return publish_note(library, dated, example.settings, now)
    return note
