"""The smaller shelves of the library in memory: history, jots and tasks, remarks, trash."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError, WeekNotesError
from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.goal_events import GoalEvent, changes
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Draft, Note, count_words
from weeknotes_desktop.domain.picture import Picture, pictures_named
from weeknotes_desktop.domain.remarks import remarks_about
from weeknotes_desktop.domain.snapshot import Snapshot, without_goal
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.trash import Kind, Trashed
from weeknotes_desktop.domain.version import Version, VersionLine
from weeknotes_desktop.domain.week import Week

T = TypeVar("T")


@dataclass
class Shelves:
    """Everything in a fake library; one copy of it is one moment."""

    notes: dict[str, Note] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    events: list[GoalEvent] = field(default_factory=list)
    trash: dict[str, datetime] = field(default_factory=dict)
    plans: dict[Week, WeekPlan] = field(default_factory=dict)
    categories: set[str] = field(default_factory=set)
    versions: dict[str, Version] = field(default_factory=dict)
    peaks: dict[str, Version] = field(default_factory=dict)
    jots: dict[str, Jot] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    snapshots: dict[str, Snapshot] = field(default_factory=dict)

    def copy(self) -> Shelves:
        return Shelves(**{name: copy(shelf) for name, shelf in vars(self).items()})


class FakeShelf:
    """What every shelf in memory stands on."""

    def __init__(self) -> None:
        self._kept = Shelves()
        self.refuses: WeekNotesError | None = None
        """When set, every write fails with it, as on a full disk."""

    def _may_write(self) -> None:
        if self.refuses is not None:
            raise self.refuses

    def _in_use(self, shelf: dict[str, T]) -> list[T]:
        return [one for ident, one in shelf.items() if ident not in self._kept.trash]

    def _lying(self, shelf: dict[str, T], ident: str, *, trashed: bool = False) -> T:
        if (ident in self._kept.trash) != trashed:
            raise NotFoundError(f"{ident} is not there, or lies in the trash.")
        return found(shelf, ident)

    def _throw(self, shelf: dict[str, Any], ident: str, now: datetime) -> None:
        self._may_write()
        one = self._lying(shelf, ident)
        shelf[ident] = replace(one, rev=one.rev + 1)
        self._kept.trash[ident] = now


class FakeHistory(FakeShelf):
    """The versions."""

    def keep_version(self, version: Version) -> None:
        self._may_write()
        ours = [one for one in self._kept.versions.values() if one.note_id == version.note_id]
        if not ours or (ours[-1].title, ours[-1].body) != (version.title, version.body):
            self._kept.versions.setdefault(version.id, version)

    def versions(self, note_id: str) -> tuple[VersionLine, ...]:
        ours = (one for one in self._kept.versions.values() if one.note_id == note_id)
        return tuple(
            VersionLine(
                id=one.id,
                note_id=one.note_id,
                written_at=one.written_at,
                occasion=one.occasion,
                title=one.title,
                words=count_words(one.body),
            )
            for one in reversed(list(ours))
        )

    def version(self, version_id: str) -> Version:
        return found(self._kept.versions, version_id)

    def peak(self, note_id: str) -> Version | None:
        return self._kept.peaks.get(note_id)

    def keep_peak(self, version: Version) -> None:
        self._may_write()
        self._kept.peaks[version.note_id] = version

    def forget_peak(self, note_id: str) -> None:
        self._may_write()
        self._kept.peaks.pop(note_id, None)


class FakeJots(FakeShelf):
    """The jots and the to-do list."""

    def jots(self, week: Week) -> tuple[Jot, ...]:
        ours = (jot for jot in self._in_use(self._kept.jots) if jot.week == week)
        return tuple(sorted(ours, key=lambda jot: jot.at))

    def add_jot(self, jot: Jot) -> Jot:
        self._may_write()
        return added(self._kept.jots, jot)

    def save_jot(self, jot: Jot) -> Jot:
        self._may_write()
        self._kept.jots[jot.id] = following(found(self._kept.jots, jot.id), jot)
        return self._kept.jots[jot.id]

    def remove_jot(self, jot_id: str, now: datetime) -> None:
        self._throw(self._kept.jots, jot_id, now)

    def tasks(self) -> tuple[Task, ...]:
        return tuple(sorted(self._in_use(self._kept.tasks), key=lambda task: task.position))

    def add_task(self, task: Task) -> Task:
        self._may_write()
        return added(self._kept.tasks, task)

    def save_task(self, task: Task) -> Task:
        self._may_write()
        self._kept.tasks[task.id] = following(found(self._kept.tasks, task.id), task)
        return self._kept.tasks[task.id]

    def remove_task(self, task_id: str, now: datetime) -> None:
        self._throw(self._kept.tasks, task_id, now)


class FakeRemarks(FakeShelf):
    """What is remembered about the library."""

    def remark(self, key: str) -> str | None:
        return self._kept.remarks.get(key)

    def keep_remark(self, key: str, value: str) -> None:
        self._may_write()
        self._kept.remarks[key] = value


class FakePictures(FakeShelf):
    """The pictures."""

    def keep_picture(self, picture: Picture) -> None:
        self._may_write()
        self._kept.pictures.setdefault(picture.id, picture)

    def picture(self, picture_id: str) -> Picture:
        return found(self._kept.pictures, picture_id)

    def unnamed_pictures(self) -> tuple[str, ...]:
        kept = self._kept
        bodies = (kept.notes, kept.drafts, kept.versions, kept.peaks)
        texts = [
            *(one.body for shelf in bodies for one in shelf.values()),
            *(goal.text for goal in kept.goals.values()),
            *(goal.public_text or "" for goal in kept.goals.values()),
        ]
        named = {ident for text in texts for ident in pictures_named(text)}
        return tuple(ident for ident in kept.pictures if ident not in named)

    def remove_picture(self, picture_id: str) -> None:
        self._may_write()
        self._kept.pictures.pop(picture_id, None)


class FakeTrash(FakeShelf):
    """The trash."""

    def restore_goal(self, goal_id: str, now: datetime) -> Goal:
        """The shelf of goals does it."""
        raise NotImplementedError

    def remove_note(self, note_id: str, now: datetime) -> None:
        self._throw(self._kept.notes, note_id, now)

    def trash(self) -> tuple[Trashed, ...]:
        lying = [self._trashed(ident) for ident in self._kept.trash]
        return tuple(sorted(lying, key=lambda one: one.trashed_at, reverse=True))

    def bring_back(self, ident: str, now: datetime) -> Trashed:
        self._may_write()
        trashed = self._trashed(ident)
        if trashed.kind is Kind.GOAL:
            self.restore_goal(ident, now)
            return trashed
        shelf = self._shelf(trashed.kind)
        shelf[ident] = replace(shelf[ident], rev=shelf[ident].rev + 1)
        del self._kept.trash[ident]
        return trashed

    def forget(self, ident: str, now: datetime) -> None:
        self._may_write()
        gone = self._shelf(self._trashed(ident).kind)[ident]
        kind = self._trashed(ident).kind
        del self._shelf(kind)[ident], self._kept.trash[ident]
        if kind is Kind.NOTE:
            self._forget_of_note(ident)
        elif kind is Kind.GOAL:
            self._forget_of_goal(ident, gone.parent, now)

    def _forget_of_note(self, ident: str) -> None:
        kept = self._kept
        kept.drafts.pop(ident, None)
        kept.peaks.pop(ident, None)
        for key in remarks_about(ident):
            kept.remarks.pop(key, None)
        kept.versions = {k: one for k, one in kept.versions.items() if one.note_id != ident}
        kept.snapshots = {k: one for k, one in kept.snapshots.items() if one.note_id != ident}
        for jot in kept.jots.values():
            if jot.used_in == ident:
                kept.jots[jot.id] = replace(jot, used_in=None, rev=jot.rev + 1)

    def _forget_of_goal(self, ident: str, parent: str | None, now: datetime) -> None:
        kept = self._kept
        for goal in kept.goals.values():
            if goal.parent == ident:
                tied = replace(goal, parent=parent, rev=goal.rev + 1)
                kept.goals[goal.id] = tied
                kept.events += changes(goal, tied, now)
        kept.events = [one for one in kept.events if one.goal_id != ident]
        kept.snapshots = {k: without_goal(one, ident) for k, one in kept.snapshots.items()}

    def _shelf(self, kind: Kind) -> dict[str, Any]:
        kept = self._kept
        shelves: dict[Kind, dict[str, Any]] = {
            Kind.NOTE: kept.notes,
            Kind.GOAL: kept.goals,
            Kind.JOT: kept.jots,
            Kind.TASK: kept.tasks,
        }
        return shelves[kind]

    def _trashed(self, ident: str) -> Trashed:
        at = found(self._kept.trash, ident)
        kind = next(kind for kind in Kind if ident in self._shelf(kind))
        one = self._shelf(kind)[ident]
        return Trashed(
            kind=kind,
            id=ident,
            week=getattr(one, "week", None),
            text=one.title if kind is Kind.NOTE else one.text,
            label=getattr(one, "label", ""),
            trashed_at=at,
        )


def found(shelf: dict[str, T], key: str) -> T:
    try:
        return shelf[key]
    except KeyError:
        raise NotFoundError(f"There is nothing with the id {key}.") from None


Kept = TypeVar("Kept", Note, Goal, WeekPlan, Jot, Task)
Named = TypeVar("Named", Note, Goal, Jot, Task)


def added(shelf: dict[str, Named], new: Named) -> Named:
    if new.id in shelf:
        raise ChangedElsewhereError("It was added already.")
    shelf[new.id] = replace(new, rev=1)
    return shelf[new.id]


def following(kept: Kept, changed: Kept) -> Kept:
    if kept.rev != changed.rev:
        raise ChangedElsewhereError("It was changed elsewhere in the meantime.")
    return replace(changed, rev=kept.rev + 1)
