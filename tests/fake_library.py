"""A library in memory that keeps the promises of ``NoteLibrary``.

``tests/storage/test_contract.py`` holds it to the same sentences as the
library on disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from tests.fake_shelves import (
    FakeHistory,
    FakeJots,
    FakeRemarks,
    FakeTrash,
    added,
    following,
)
from tests.fake_whole import FakeWhole
from weeknotes_desktop.domain.goal import Goal, WeekPlan, count
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary, count_words
from weeknotes_desktop.domain.week import Week


class FakeLibrary(FakeHistory, FakeJots, FakeRemarks, FakeTrash, FakeWhole):
    """A library in memory that keeps the promises of ``NoteLibrary``."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before = self._kept.copy()
        try:
            yield
        except BaseException:
            self._kept = before
            raise

    def summaries(self, week: Week | None = None) -> tuple[NoteSummary, ...]:
        newest_first = reversed(self._in_use(self._kept.notes))
        notes = sorted(newest_first, key=lambda note: note.week, reverse=True)
        return tuple(self._summary(note) for note in notes if week in (None, note.week))

    def _summary(self, note: Note) -> NoteSummary:
        counted = count(self.goals(note.week))
        return NoteSummary(
            id=note.id,
            week=note.week,
            label=note.label,
            title=note.title,
            status=note.status,
            audience=note.audience,
            category=note.category,
            tags=note.tags,
            words=count_words(note.body),
            goals_set=counted.set,
            goals_met=counted.met,
        )

    def note(self, note_id: str) -> Note:
        return self._lying(self._kept.notes, note_id)

    def note_from(self, origin: str) -> Note | None:
        notes = self._in_use(self._kept.notes)
        return next((note for note in notes if origin and note.origin == origin), None)

    def add_note(self, note: Note) -> Note:
        self._may_write()
        kept = added(self._kept.notes, note)
        self._remember(note)
        return kept

    def save_note(self, note: Note, *, typed: bool = False) -> Note:
        self._may_write()
        self._kept.notes[note.id] = following(self.note(note.id), note)
        self._remember(note)
        draft = self.draft(note.id)
        if draft is not None and (
            (typed and draft.base_rev == note.rev)
            or (draft.title, draft.body) == (note.title, note.body)
        ):
            del self._kept.drafts[note.id]
        return self._kept.notes[note.id]

    def _remember(self, note: Note) -> None:
        self._kept.categories |= {note.category} - {""}

    def draft(self, note_id: str) -> Draft | None:
        return self._kept.drafts.get(note_id)

    def drafts(self) -> tuple[Draft, ...]:
        kept = self._kept.drafts.values()
        return tuple(sorted(kept, key=lambda draft: draft.written_at, reverse=True))

    def keep_draft(self, draft: Draft) -> None:
        self._may_write()
        before = self.draft(draft.note_id)
        if before is not None and before.base_rev != draft.base_rev:
            aside = replace(before, note_id=new_id())
            self._kept.drafts[aside.note_id] = aside
        self._kept.drafts[draft.note_id] = draft

    def forget_draft(self, note_id: str) -> None:
        self._may_write()
        self._kept.drafts.pop(note_id, None)

    def categories(self) -> tuple[str, ...]:
        return tuple(sorted(self._kept.categories, key=lambda name: (name.casefold(), name)))

    def goals(self, week: Week) -> tuple[Goal, ...]:
        ours = (goal for goal in self._in_use(self._kept.goals) if goal.week == week)
        return tuple(sorted(ours, key=lambda goal: goal.position))

    def goal(self, goal_id: str) -> Goal:
        return self._lying(self._kept.goals, goal_id)

    def successor(self, goal_id: str) -> Goal | None:
        return next(
            (goal for goal in self._in_use(self._kept.goals) if goal.parent == goal_id), None
        )

    def add_goal(self, goal: Goal, now: datetime) -> Goal:
        self._may_write()
        return added(self._kept.goals, goal)

    def save_goal(self, goal: Goal, now: datetime) -> Goal:
        self._may_write()
        self._kept.goals[goal.id] = following(self.goal(goal.id), goal)
        return self._kept.goals[goal.id]

    def commit_goals(self, now: datetime) -> tuple[Week, ...]:
        self._may_write()
        due = [
            goal
            for goal in self._in_use(self._kept.goals)
            if not goal.proposed and goal.id not in self._kept.committed and goal.settled(now)
        ]
        self._kept.committed |= {goal.id: now for goal in due}
        return tuple({goal.week: None for goal in due})

    def remove_goal(self, goal_id: str, now: datetime) -> None:
        self._throw(self._kept.goals, goal_id, now)

    def restore_goal(self, goal_id: str, now: datetime) -> Goal:
        self._may_write()
        goal = self._lying(self._kept.goals, goal_id, trashed=True)
        self._kept.goals[goal_id] = replace(goal, rev=goal.rev + 1)
        del self._kept.trash[goal_id]
        return self._kept.goals[goal_id]

    def plan(self, week: Week) -> WeekPlan:
        return self._kept.plans.get(week, WeekPlan(week=week))

    def save_plan(self, plan: WeekPlan) -> WeekPlan:
        self._may_write()
        self._kept.plans[plan.week] = following(self.plan(plan.week), plan)
        return self._kept.plans[plan.week]
