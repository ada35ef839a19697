"""Stand-ins that behave like the real thing, for tests that need no disk and no window.

``tests/storage/test_contract.py`` holds ``FakeLibrary`` to the same sentences
as the library on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from weeknotes_desktop.domain.errors import (
    ChangedElsewhereError,
    NotFoundError,
    SettingsError,
    WeekNotesError,
)
from weeknotes_desktop.domain.goal import Goal, WeekPlan, count
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary, count_words
from weeknotes_desktop.domain.ports import NoteLibrary
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.week import Week

T = TypeVar("T")


@dataclass
class _Shelves:
    """Everything in a fake library; one copy of it is one moment."""

    notes: dict[str, Note] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    trash: set[str] = field(default_factory=set)
    plans: dict[Week, WeekPlan] = field(default_factory=dict)
    categories: set[str] = field(default_factory=set)

    def copy(self) -> _Shelves:
        return _Shelves(**{name: copy(shelf) for name, shelf in vars(self).items()})


class FakeLibrary:
    """A library in memory that keeps the promises of ``NoteLibrary``."""

    def __init__(self) -> None:
        self._kept = _Shelves()
        self.refuses: WeekNotesError | None = None
        """When set, every write fails with it, as on a full disk."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before = self._kept.copy()
        try:
            yield
        except BaseException:
            self._kept = before
            raise

    def summaries(self, week: Week | None = None) -> tuple[NoteSummary, ...]:
        newest_first = reversed(list(self._kept.notes.values()))
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
        return _found(self._kept.notes, note_id)

    def note_from(self, origin: str) -> Note | None:
        notes = self._kept.notes.values()
        return next((note for note in notes if origin and note.origin == origin), None)

    def add_note(self, note: Note) -> Note:
        self._may_write()
        kept = _added(self._kept.notes, note)
        self._remember(note)
        return kept

    def save_note(self, note: Note, *, typed: bool = False) -> Note:
        self._may_write()
        self._kept.notes[note.id] = _next(self.note(note.id), note)
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

    def _goals_in_use(self) -> list[Goal]:
        kept = self._kept
        return [goal for goal_id, goal in kept.goals.items() if goal_id not in kept.trash]

    def goals(self, week: Week) -> tuple[Goal, ...]:
        ours = (goal for goal in self._goals_in_use() if goal.week == week)
        return tuple(sorted(ours, key=lambda goal: goal.position))

    def goal(self, goal_id: str) -> Goal:
        if goal_id in self._kept.trash:
            raise NotFoundError(f"The goal {goal_id} lies in the trash.")
        return _found(self._kept.goals, goal_id)

    def successor(self, goal_id: str) -> Goal | None:
        return next((goal for goal in self._goals_in_use() if goal.parent == goal_id), None)

    def add_goal(self, goal: Goal, now: datetime) -> Goal:
        self._may_write()
        return _added(self._kept.goals, goal)

    def save_goal(self, goal: Goal, now: datetime) -> Goal:
        self._may_write()
        self._kept.goals[goal.id] = _next(self.goal(goal.id), goal)
        return self._kept.goals[goal.id]

    def remove_goal(self, goal_id: str, now: datetime) -> None:
        self._may_write()
        goal = self.goal(goal_id)
        self._kept.goals[goal_id] = _next(goal, goal)
        self._kept.trash.add(goal_id)

    def restore_goal(self, goal_id: str, now: datetime) -> Goal:
        self._may_write()
        if goal_id not in self._kept.trash:
            raise NotFoundError(f"The goal {goal_id} does not lie in the trash.")
        self._kept.trash.discard(goal_id)
        goal = self.goal(goal_id)
        self._kept.goals[goal_id] = _next(goal, goal)
        return self._kept.goals[goal_id]

    def plan(self, week: Week) -> WeekPlan:
        return self._kept.plans.get(week, WeekPlan(week=week))

    def save_plan(self, plan: WeekPlan) -> WeekPlan:
        self._may_write()
        self._kept.plans[plan.week] = _next(self.plan(plan.week), plan)
        return self._kept.plans[plan.week]

    def _may_write(self) -> None:
        if self.refuses is not None:
            raise self.refuses


class ImmediateWriter:
    """A writer without a thread: every act is done, or refused, at once."""

    def __init__(self, library: NoteLibrary) -> None:
        self._library = library

    def do(
        self,
        act: Callable[[NoteLibrary], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        try:
            with self._library.transaction():
                result = act(self._library)
        except WeekNotesError as error:
            failed(error)
        else:
            done(result)

    def keep_draft(
        self, draft: Draft, done: Callable[[], None], failed: Callable[[WeekNotesError], None]
    ) -> None:
        try:
            self._library.keep_draft(draft)
        except WeekNotesError as error:
            failed(error)
        else:
            done()


class ImmediateJobs:
    """Jobs without a thread: every one is done, or has failed, at once."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WeekNotesError], None],
    ) -> None:
        try:
            result = work()
        except WeekNotesError as error:
            failed(error)
        else:
            done(result)


class ManualTimers:
    """Timers whose time passes only when a test says so."""

    def __init__(self) -> None:
        self._now = 0.0
        self._waiting: dict[int, tuple[float, Callable[[], None]]] = {}
        self._made = 0

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        self._made += 1
        number = self._made
        self._waiting[number] = (self._now + seconds, call)
        return lambda: void(self._waiting.pop(number, None))

    def pass_time(self, seconds: float) -> None:
        """Let that much time pass; what falls due is called in its order, also what it brings."""
        end = self._now + seconds
        while due := [(at, number) for number, (at, _) in self._waiting.items() if at <= end]:
            self._now, number = min(due)
            self._waiting.pop(number)[1]()
        self._now = end


class MemorySettings:
    """Settings that are kept for as long as the test lasts."""

    def __init__(self, settings: Settings | None = None, remarks: tuple[str, ...] = ()) -> None:
        self._settings = settings or Settings()
        self._remarks = remarks
        self.refuses: SettingsError | None = None
        """When set, saving fails with it, as on a full disk."""

    def load(self) -> tuple[Settings, tuple[str, ...]]:
        return self._settings, self._remarks

    def save(self, settings: Settings) -> tuple[str, ...]:
        if self.refuses is not None:
            raise self.refuses
        self._settings = settings
        self._remarks = ()
        return ()

    def change(self, key: str, value: str) -> tuple[Settings, tuple[str, ...]]:
        said = self.save(self._settings.with_value(key, value))
        return self._settings, said


def void(_: object) -> None:
    """Forget a result that a call gives and nobody wants."""


def _found(shelf: dict[str, T], key: str) -> T:
    try:
        return shelf[key]
    except KeyError:
        raise NotFoundError(f"There is nothing with the id {key}.") from None


Kept = TypeVar("Kept", Note, Goal, WeekPlan)
Named = TypeVar("Named", Note, Goal)


def _added(shelf: dict[str, Named], new: Named) -> Named:
    if new.id in shelf:
        raise ChangedElsewhereError("It was added already.")
    shelf[new.id] = replace(new, rev=1)
    return shelf[new.id]


def _next(kept: Kept, changed: Kept) -> Kept:
    if kept.rev != changed.rev:
        raise ChangedElsewhereError("It was changed elsewhere in the meantime.")
    return replace(changed, rev=kept.rev + 1)
