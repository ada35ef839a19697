"""A library in memory that keeps the promises of ``NoteLibrary``.

``tests/storage/test_contract.py`` holds it to the same sentences as the
library on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from tests.fake_archive import FakeArchive
from tests.fake_shelves import (
    FakeHistory,
    FakeJots,
    FakePictures,
    FakeRemarks,
    FakeTrash,
    added,
    following,
)
from tests.fake_snapshots import FakeSnapshots
from tests.fake_texts import FakeTexts
from tests.fake_whole import FakeWhole
from weeknotes_desktop.domain import goal_events, threads
from weeknotes_desktop.domain.goal import Goal, WeekPlan, count
from weeknotes_desktop.domain.goal_events import GoalEvent
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary, count_words
from weeknotes_desktop.domain.week import Week


class FakeLibrary(
    FakeArchive,
    FakeHistory,
    FakeSnapshots,
    FakeJots,
    FakeRemarks,
    FakePictures,
    FakeTrash,
    FakeTexts,
    FakeWhole,
):
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
        notes = self._newest_first()
        return tuple(self._summary(note) for note in notes if week in (None, note.week))

    def lines(self, note_ids: Collection[str]) -> tuple[NoteSummary, ...]:
        return tuple(line for line in self.summaries() if line.id in note_ids)

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

    def bodies_with(self, words: str) -> tuple[str, ...]:
        notes = [note.body for note in self._in_use(self._kept.notes)]
        drafts = [draft.body for draft in self._kept.drafts.values()]
        return tuple(body for body in [*notes, *drafts] if words in body)

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
        found = threads.successor(
            goal_id,
            lambda parent: self._links(goal for goal in self._all_goals if goal.parent == parent),
        )
        return None if found is None else self.goal(found)

    @property
    def _all_goals(self) -> tuple[Goal, ...]:
        return tuple(self._kept.goals.values())

    def _links(self, goals: Iterable[Goal]) -> tuple[threads.Link, ...]:
        trash = self._kept.trash
        return tuple(
            threads.Link(id=goal.id, parent=goal.parent, in_use=goal.id not in trash)
            for goal in goals
        )

    def thread(self, thread: str) -> tuple[Goal, ...]:
        return self._earliest_first(lambda goal: goal.thread == thread)

    def last_of_threads(self, before: Week) -> tuple[Goal, ...]:
        return threads.last_of_threads(self._in_use(self._kept.goals), before)

    def unanswered(self) -> tuple[Goal, ...]:
        return self._earliest_first(lambda goal: goal.unfinished)

    def proposed_goals(self) -> tuple[Goal, ...]:
        return self._earliest_first(lambda goal: goal.proposed)

    def _earliest_first(self, which: Callable[[Goal], bool]) -> tuple[Goal, ...]:
        found = filter(which, self._in_use(self._kept.goals))
        return tuple(sorted(found, key=lambda goal: (goal.week, goal.position)))

    def goal_events(self, goal_id: str) -> tuple[GoalEvent, ...]:
        return tuple(event for event in self._kept.events if event.goal_id == goal_id)

    def add_goal(self, goal: Goal, now: datetime) -> Goal:
        self._may_write()
        kept = added(self._kept.goals, goal)
        self._kept.events.append(goal_events.added(kept, now))
        if kept.parent is not None:
            self._kept.events.append(goal_events.carried(kept.parent, kept, now))
        return kept

    def save_goal(self, goal: Goal, now: datetime) -> Goal:
        self._may_write()
        old = self.goal(goal.id)
        kept, events = goal_events.change(old, following(old, goal), now)
        self._kept.goals[goal.id] = kept
        self._kept.events += events
        return kept

    def go_on_from(self, goal_id: str, parent: str | None, now: datetime) -> Goal:
        self._may_write()
        goal, before = self.goal(goal_id), None if parent is None else self.goal(parent)
        family = [one for one in self._all_goals if one.thread == goal.thread]
        for old, new in threads.going_on_from(before, goal, family):
            if old != new:
                self._kept.goals[old.id] = replace(new, rev=old.rev + 1)
                self._kept.events += goal_events.changes(old, new, now)
        return self.goal(goal_id)

    def commit_goals(self, now: datetime) -> tuple[Week, ...]:
        self._may_write()
        weeks: dict[Week, None] = {}
        for goal in self._in_use(self._kept.goals):
            counting, events = goal_events.commit(goal, now)
            if events:
                self._kept.goals[goal.id] = replace(counting, rev=goal.rev + 1)
                self._kept.events += events
                weeks[goal.week] = None
        return tuple(weeks)

    def remove_goal(self, goal_id: str, now: datetime) -> None:
        self._throw(self._kept.goals, goal_id, now)
        self._kept.events.append(goal_events.removed(goal_id, now))

    def restore_goal(self, goal_id: str, now: datetime) -> Goal:
        self._may_write()
        goal = self._lying(self._kept.goals, goal_id, trashed=True)
        back = replace(goal, rev=goal.rev + 1)
        if not threads.fits_in(
            goal_id, self._links(one for one in self._all_goals if one.thread == goal.thread)
        ):
            back = replace(back, parent=None, thread=goal_id)
        self._kept.goals[goal_id] = back
        del self._kept.trash[goal_id]
        self._kept.events.append(goal_events.restored(goal_id, now))
        self._kept.events += goal_events.changes(goal, back, now)
        return back

    def plan(self, week: Week) -> WeekPlan:
        return self._kept.plans.get(week, WeekPlan(week=week))

    def weeks_away(self) -> tuple[WeekPlan, ...]:
        away = [plan for plan in self._kept.plans.values() if plan.away is not None]
        return tuple(sorted(away, key=lambda plan: plan.week))

    def save_plan(self, plan: WeekPlan) -> WeekPlan:
        self._may_write()
        self._kept.plans[plan.week] = following(self.plan(plan.week), plan)
        return self._kept.plans[plan.week]
