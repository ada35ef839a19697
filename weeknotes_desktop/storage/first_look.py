"""One look at a library: all that a window shows first, in a handful of reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.first_sight import FirstSight
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary
from weeknotes_desktop.domain.week import LONGEST_ABSENCE, Week
from weeknotes_desktop.storage.rows import draft_of, goal_of, note_of, plan_of, summary_of

FIRST_LINES = 40
"""How many notes of the archive are read at first."""

_NEWEST_NOTES = """
    SELECT id, iso_year, iso_week, label, title, category, status, audience, words,
           origin, origin_hash, rev, body_sha256, sha256, trashed_at, published_on
    FROM notes WHERE trashed_at IS NULL ORDER BY iso_year DESC, iso_week DESC, seq DESC LIMIT ?
"""
_TAGS = "SELECT tag FROM note_tags WHERE note_id = ? ORDER BY position"
_COUNT = """
    SELECT count(*), coalesce(sum(outcome = 'done'), 0) FROM goals
    WHERE iso_year = ? AND iso_week = ? AND trashed_at IS NULL AND NOT stretch
"""
# The note typed in last, else this week's newest, else the newest of all.
_WHICH_NOTE = """
    SELECT * FROM notes WHERE seq = coalesce(
        (SELECT seq FROM drafts JOIN notes ON id = note_id WHERE trashed_at IS NULL
         ORDER BY written_at DESC LIMIT 1),
        (SELECT seq FROM notes WHERE iso_year = ? AND iso_week = ? AND trashed_at IS NULL
         ORDER BY seq DESC LIMIT 1),
        (SELECT seq FROM notes WHERE trashed_at IS NULL
         ORDER BY iso_year DESC, iso_week DESC, seq DESC LIMIT 1))
"""
_DRAFT = "SELECT * FROM drafts WHERE note_id = ? AND base_rev = ?"
_GOALS = """
    SELECT * FROM goals WHERE iso_year = ? AND iso_week = ? AND trashed_at IS NULL
    ORDER BY position, seq
"""
_PLAN = "SELECT * FROM weeks WHERE iso_year = ? AND iso_week = ?"


class FirstLook:
    """One read of the library, inside one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._counts: dict[tuple[int, int], tuple[int, int]] = {}

    def first_sight(self, this_week: Week) -> FirstSight:
        """What the window shows first."""
        summaries = self._summaries()
        note = self._note(this_week)
        week = note.week if note else this_week
        next_week = self._next_week(week)
        return FirstSight(
            week=week,
            summaries=summaries[:FIRST_LINES],
            more=len(summaries) > FIRST_LINES,
            note=note,
            draft=self._draft(note) if note else None,
            goals=self._goals(week),
            next_week=next_week,
            next_goals=self._goals(next_week) if next_week else (),
            plan=self._plan(week),
        )

    def _rows(self, statement: str, *values: object) -> Sequence[sqlite3.Row]:
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(statement, values).fetchall()

    def _summaries(self) -> tuple[NoteSummary, ...]:
        return tuple(
            summary_of(row, self._tags(row["id"]), *self._count(row["iso_year"], row["iso_week"]))
            for row in self._rows(_NEWEST_NOTES, FIRST_LINES + 1)
        )

    def _tags(self, note_id: str) -> tuple[str, ...]:
        return tuple(row["tag"] for row in self._rows(_TAGS, note_id))

    def _count(self, year: int, number: int) -> tuple[int, int]:
        if (year, number) not in self._counts:
            row = self._rows(_COUNT, year, number)[0]
            self._counts[year, number] = row[0], row[1]
        return self._counts[year, number]

    def _note(self, this_week: Week) -> Note | None:
        found = self._rows(_WHICH_NOTE, this_week.year, this_week.number)
        return note_of(found[0], self._tags(found[0]["id"])) if found else None

    def _draft(self, note: Note) -> Draft | None:
        # One that no longer fits its note would be saved over it; it is rescued beside it.
        found = self._rows(_DRAFT, note.id, note.rev)
        return draft_of(found[0]) if found else None

    def _goals(self, week: Week) -> tuple[Goal, ...]:
        return tuple(goal_of(row) for row in self._rows(_GOALS, week.year, week.number))

    def _next_week(self, week: Week) -> Week | None:
        try:
            following = week.plus(1)
            for _ in range(LONGEST_ABSENCE):
                if self._plan(following).away is None:
                    break
                following = following.plus(1)
        except WeekError:
            return None
        return following

    def _plan(self, week: Week) -> WeekPlan:
        found = self._rows(_PLAN, week.year, week.number)
        return plan_of(found[0]) if found else WeekPlan(week=week)
