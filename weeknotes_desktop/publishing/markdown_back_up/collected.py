"""What was read from a back-up so far, and all of it put in order at the end."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from weeknotes_desktop.domain.everything import Everything, FoundBackUp, PlainRow
from weeknotes_desktop.domain.goal import WeekPlan
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.publishing.markdown_back_up.goal_forms import ReadGoal
from weeknotes_desktop.publishing.markdown_back_up.note_forms import ReadNote, ReadVersion

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file of a back-up.

    Args:
        as_written: Whether it is letter by letter what the program wrote.
        note_id: The note that it held when it was written.
    """

    path: str
    content: bytes
    as_written: bool
    note_id: str = ""


@dataclass(slots=True)
class Collected:
    """Everything read so far.

    Args:
        lost: What could not be read, or is not as it was written, a sentence each.
    """

    notes: list[ReadNote] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    versions: list[ReadVersion] = field(default_factory=list)
    goals: list[ReadGoal] = field(default_factory=list)
    plans: list[WeekPlan] = field(default_factory=list)
    jots: list[Jot] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    trashed: dict[tuple[Kind, str], datetime] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    others: dict[str, list[PlainRow]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def say_wrong(self, path: str, names: Iterable[str], so: str) -> None:
        """Say which names of a file had values that cannot be read, and what that means."""
        told = ", ".join(f"“{name}”" for name in dict.fromkeys(names))
        self.lost.append(f"{path}: {told} cannot be read; {so}.")

    def removed(self, kind: Kind, ident: str, at: datetime | None) -> None:
        """Remember that something lies in the trash, where ``at`` says so."""
        if at is not None:
            self.trashed[kind, ident] = at

    def found(self, skipped: Iterable[str]) -> FoundBackUp:
        """All that was read, in the order in which it was added once, each thing once."""
        notes = sorted(self._notes_apart(), key=lambda read: read.number)
        versions = sorted(
            self._once(self.versions, "version", lambda read: read.version.id),
            key=lambda read: read.number,
        )
        goals = self._once(self.goals, "goal", lambda read: read.goal.id)
        everything = Everything(
            notes=tuple(read.note for read in notes),
            drafts=tuple(self._once(self.drafts, "draft", lambda draft: draft.note_id)),
            versions=tuple(read.version for read in versions),
            peaks=frozenset(read.version.id for read in versions if read.peak),
            goals=tuple(read.goal for read in goals),
            events=tuple(event for read in goals for event in read.events),
            plans=tuple(self._once(self.plans, "week", lambda plan: plan.week)),
            jots=tuple(self._once(self.jots, "jot", lambda jot: jot.id)),
            tasks=tuple(self._once(self.tasks, "task", lambda task: task.id)),
            trashed=self.trashed,
            categories=self.categories,
            tags=self.tags,
            others={table: tuple(rows) for table, rows in self.others.items()},
        )
        return FoundBackUp(everything=everything, lost=tuple(self.lost), skipped=tuple(skipped))

    def _notes_apart(self) -> list[ReadNote]:
        """The notes; one that somebody copied together with its id gets one of its own."""
        known: set[str] = set()
        apart: list[ReadNote] = []
        for read in self.notes:
            ident = read.note.id
            while ident in known:
                ident = ident_of(ident)
            known.add(ident)
            apart.append(replace(read, note=replace(read.note, id=ident)))
        return apart

    def _once(self, read: list[_T], kind: str, key: Callable[[_T], Hashable]) -> list[_T]:
        first = {key(one): one for one in reversed(read)}
        if len(first) < len(read):
            self.lost.append(f"A {kind} that stands there twice was taken once.")
        return [one for one in read if first[key(one)] is one]


def ident_of(path: str) -> str:
    """An id for what has none; the same each time, so that nothing comes in twice."""
    return sha256(f"weeknotes back-up\0{path}".encode()).hexdigest()[:32]
