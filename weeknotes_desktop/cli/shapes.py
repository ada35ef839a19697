"""The JSON that scripts rely on: exactly these keys, absent values null."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.loose_ends import LooseEnd
from weeknotes_desktop.domain.note import NoteSummary
from weeknotes_desktop.domain.trash import Trashed
from weeknotes_desktop.domain.version import VersionLine
from weeknotes_desktop.domain.view import GoalView, NoteView
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.goal_thread import ThreadWeek
from weeknotes_desktop.use_cases.import_notes import ImportReport

Shape = dict[str, Any]


def note_shape(note: NoteSummary) -> Shape:
    """A note, as ``list`` prints it."""
    return {
        "id": note.id,
        "week": str(note.week),
        "label": note.label,
        "title": note.title,
        "status": note.status.value,
        "audience": note.audience.value,
        "category": note.category or None,
        "tags": list(note.tags),
        "words": note.words,
        "goals_set": note.goals_set,
        "goals_met": note.goals_met,
    }


def goal_shape(goal: Goal, now: datetime) -> Shape:
    """A goal, as ``goals`` prints it."""
    return {
        "id": goal.id,
        "week": str(goal.week),
        "thread": goal.thread,
        "parent": goal.parent,
        "position": goal.position,
        "text": goal.text,
        "public_text": goal.public_text,
        "audience": goal.audience.value,
        "stretch": goal.stretch,
        "workstream": goal.workstream,
        "how": goal.how,
        "form": goal.form.value,
        "outcome": goal.outcome.value if goal.outcome else None,
        "line": goal.line,
        "weeks_carried": goal.weeks_carried,
        "state": goal.state(now).value,
        "proposed": goal.proposed,
        "held": goal.held,
        "let_go": goal.let_go,
    }


def loose_end_shape(end: LooseEnd, now: datetime) -> Shape:
    """A goal without an answer, and why it is one."""
    return goal_shape(end.goal, now) | {"why": end.why.value}


def thread_shape(week: ThreadWeek, now: datetime) -> Shape:
    """A goal in one week of its thread, with all that was said of it there."""
    goal = week.goal
    return {
        "id": goal.id,
        "week": str(goal.week),
        "text": goal.text,
        "wordings": list(week.wordings),
        "outcome": goal.outcome.value if goal.outcome else None,
        "line": goal.line,
        "lines": list(week.lines),
        "let_go": goal.let_go,
        "held": goal.held,
        "weeks_carried": goal.weeks_carried,
        "state": goal.state(now).value,
        "proposed": goal.proposed,
    }


def week_shape(week: Week, pattern: LabelPattern) -> Shape:
    """A week, as ``week`` prints it."""
    return {
        "week": str(week),
        "monday": week.monday.isoformat(),
        "sunday": week.sunday.isoformat(),
        "label": pattern.label_of(week),
    }


def import_shape(report: ImportReport, *, dry_run: bool) -> Shape:
    """What an import did; a note that is not there yet has no id."""
    return {
        "notes": [
            {
                "id": None if dry_run and one.action == "added" else one.note.id,
                "week": str(one.note.week),
                "label": one.note.label,
                "title": one.note.title,
                "goals": one.goals,
                "action": one.action.value,
            }
            for one in report.notes
        ],
        "lost": list(report.lost),
        "skipped": list(report.skipped),
    }


def version_shape(version: VersionLine, now: datetime) -> Shape:
    """What a note said before, as the history lists it."""
    return {
        "id": version.id,
        "note": version.note_id,
        "written_at": _by_the_clock(version.written_at, now),
        "occasion": version.occasion.value,
        "title": version.title,
        "words": version.words,
    }


def trashed_shape(trashed: Trashed, now: datetime) -> Shape:
    """What lies, or lay, in the trash."""
    return {
        "kind": trashed.kind.value,
        "id": trashed.id,
        "week": str(trashed.week) if trashed.week else None,
        "label": trashed.label or None,
        "text": trashed.text,
        "trashed_at": _by_the_clock(trashed.trashed_at, now),
        "until": _by_the_clock(trashed.until, now),
    }


def view_shape(note_id: str, view: NoteView, body: str) -> Shape:
    """A note as one audience reads it; nothing here comes from beside the view."""
    return {
        "id": note_id,
        "week": str(view.week),
        "label": view.label,
        "title": view.title,
        "audience": view.audience.value,
        "category": view.category or None,
        "tags": list(view.tags),
        "body": body,
        "goals": [_goal_view_shape(goal) for goal in view.goals],
        "next_goals": [_goal_view_shape(goal) for goal in view.next_goals],
    }


def _by_the_clock(moment: datetime, now: datetime) -> str:
    """``moment`` as far from Greenwich as ``now``: the same in the command and in a window."""
    offset = now.utcoffset()
    zone = None if offset is None else timezone(offset)
    return moment.astimezone(zone).isoformat(timespec="seconds")


def _goal_view_shape(goal: GoalView) -> Shape:
    return {
        "text": goal.text,
        "outcome": goal.outcome.value if goal.outcome else None,
        "line": goal.line,
        "stretch": goal.stretch,
    }
