"""Remind the writer of their week, at most once a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.goal_events import Happening
from weeknotes_desktop.domain.note import Status
from weeknotes_desktop.domain.reminders import Counts, Memory, Reminder, due, sentence
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.weekly import Weekly
from weeknotes_desktop.use_cases.make_review_draft import has_review_draft

REMARK = "reminders"


def remind(library: NoteLibrary, settings: Settings, now: datetime) -> tuple[Reminder, str] | None:
    """What to remind the writer of now, and the sentence for it; None for nothing.

    It is remembered as said, so that nobody hears it twice.
    """
    with library.transaction():
        week, when = Week.of(now.date()), times(settings)
        halfway = when.get(Reminder.HALFWAY)
        counts = week_counts(library, week, None if halfway is None else _at(halfway, week, now))
        memory = Memory.parse(library.remark(REMARK) or "")
        what = due(now, when, counts, memory)
        if what is None:
            return None
        library.keep_remark(REMARK, str(memory.with_said(what, now)))
        return what, sentence(what, counts.waiting)


def week_counts(library: NoteLibrary, week: Week, by: datetime | None = None) -> Counts:
    """What a reminder may know of that week.

    Args:
        by: Only what was set by then can be waiting.
    """
    goals = [goal for goal in library.goals(week) if not goal.proposed]
    return Counts(
        set=len(goals),
        waiting=sum(_waits(library, goal) and _set_by(library, goal, by) for goal in goals),
        reviewed=_reviewed(library, week),
        away=library.plan(week).away is not None,
    )


def times(settings: Settings) -> Mapping[Reminder, Weekly]:
    """When each reminder comes; one that is switched off is not in it."""
    said = {
        Reminder.GOALS: settings.remind_goals,
        Reminder.HALFWAY: settings.remind_halfway,
        Reminder.REVIEW: settings.remind_review,
    }
    parsed = {what: Weekly.parse(text) for what, text in said.items()}
    return {what: weekly for what, weekly in parsed.items() if weekly is not None}


def _waits(library: NoteLibrary, goal: Goal) -> bool:
    """Whether nothing has happened to it; stretch goals are not owed."""
    untouched = goal.outcome is None and not goal.line and goal.let_go is None
    owed = not (goal.held or goal.stretch)
    return untouched and owed and library.successor(goal.id) is None


def _set_by(library: NoteLibrary, goal: Goal, by: datetime | None) -> bool:
    """Whether it was the writer's own goal by then; what an old log does not tell was."""
    if by is None:
        return True
    began = (Happening.ADDED, Happening.CONFIRMED)
    return all(event.at <= by for event in library.goal_events(goal.id) if event.kind in began)


def _at(weekly: Weekly, week: Week, now: datetime) -> datetime:
    """When it comes in that week, by the clock of ``now``."""
    return weekly.of(week).replace(tzinfo=now.tzinfo)


def _reviewed(library: NoteLibrary, week: Week) -> bool:
    published = any(note.status is Status.PUBLISHED for note in library.summaries(week))
    return published or has_review_draft(library, week)
