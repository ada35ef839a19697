"""Tell what one library has that another has not, so that taking it overwrites nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.everything import Everything, PlainRow
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.goal_events import GoalEvent
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.remarks import changed_remarks, stays_as_it_is
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.version import Version
from weeknotes_desktop.use_cases.keep_beside import second_title

_T = TypeVar("_T")

# The tables of other rows that name a note.
_PUBLISHED = "snapshots"
_REMARKS = "library_settings"


@dataclass(frozen=True, slots=True)
class Merged:
    """What ``merge`` found.

    Args:
        additions: What has to be added; none of it is there yet.
        places: The id that each note taken has, or will have, here.
        lost: What can stand nowhere, a sentence each.
        skipped: What is different here and stays, a sentence each.
        remarks: What has to be remembered from now on of notes that are here, or come beside.
    """

    additions: Everything
    places: Mapping[str, str]
    lost: tuple[str, ...]
    skipped: tuple[str, ...]
    remarks: Mapping[str, str]


def merge(here: Everything, taken: Everything) -> Merged:
    """Tell what ``taken`` has that ``here`` has not.

    A note with the same id and another text comes beside the one that is
    here, under an id that is the same each time; everything else with a known
    id stays as it is here.
    """
    return _Merging(here, taken).merged()


@dataclass
class _Merging:
    here: Everything
    taken: Everything
    places: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def merged(self) -> Merged:
        notes = self._notes()
        drafts, second = self._drafts({note.id: note for note in notes})
        notes += second
        standing = {note.id for note in (*self.here.notes, *notes)}
        goals = self._goals()
        jots = self._unknown(self.taken.jots, self.here.jots, lambda jot: jot.id, "jots")
        tasks = self._unknown(self.taken.tasks, self.here.tasks, lambda task: task.id, "tasks")
        versions = self._versions()
        additions = Everything(
            notes=tuple(notes),
            drafts=tuple(drafts),
            versions=versions,
            peaks=self._peaks(versions, {note.id for note in notes}),
            goals=goals,
            events=self._events(goals),
            plans=self._unknown(self.taken.plans, self.here.plans, lambda one: one.week, "weeks"),
            jots=tuple(
                jot if jot.used_in in standing else replace(jot, used_in=None) for jot in jots
            ),
            tasks=tasks,
            trashed={
                **self._trashed(Kind.NOTE, (note.id for note in notes)),
                **self._trashed(Kind.GOAL, (goal.id for goal in goals)),
                **self._trashed(Kind.JOT, (jot.id for jot in jots)),
                **self._trashed(Kind.TASK, (task.id for task in tasks)),
            },
            categories=self.taken.categories,
            tags=self.taken.tags,
            others=self._others(standing),
        )
        return Merged(
            additions,
            self.places,
            tuple(self.lost),
            tuple(self.skipped),
            changed_remarks(
                self.here.others.get(_REMARKS, ()), self.taken.others.get(_REMARKS, ()), self.places
            ),
        )

    def _notes(self) -> list[Note]:
        known = {note.id: note for note in self.here.notes}
        adding: list[Note] = []
        for note in self.taken.notes:
            ours = known.get(note.id)
            self.places[note.id] = note.id
            if ours is None:
                adding.append(note)
            elif (ours.title, ours.body) == (note.title, note.body):
                self._say_difference(ours, note)
            else:
                second = _beside(note, note.title, note.body)
                self.places[note.id] = second.id
                if second.id not in known:
                    adding.append(second)
                    self.skipped.append(
                        f"{_name(note)} has another text here; both are kept, side by side."
                    )
        return adding

    def _say_difference(self, ours: Note, theirs: Note) -> None:
        trashed = [(Kind.NOTE, ours.id) in one.trashed for one in (self.here, self.taken)]
        if trashed == [True, False]:
            self.skipped.append(f"{_name(ours)} lies in the trash here, and stays there.")
        elif _facts(ours) != _facts(theirs):
            self.skipped.append(
                f"{_name(ours)} has the same text here and other facts; it stays as it is here."
            )

    def _drafts(self, added: Mapping[str, Note]) -> tuple[list[Draft], list[Note]]:
        """Drafts that can be typed on, and texts that become notes beside those they were for."""
        ours = {draft.note_id: draft for draft in self.here.drafts}
        notes = {note.id: note for note in self.here.notes}
        drafts: list[Draft] = []
        second: list[Note] = []
        for draft in self.taken.drafts:
            place = self.places.get(draft.note_id, draft.note_id)
            note, there = notes.get(place), ours.get(place)
            if place != draft.note_id:
                draft = replace(draft, note_id=place, base_rev=1)
                if place in added:
                    drafts.append(draft)
                continue
            if there is None and (note is None or note.rev == draft.base_rev):
                drafts.append(draft)
            elif note is not None and (draft.title, draft.body) not in _texts(note, there):
                text = _beside(note, draft.title, draft.body)
                if text.id not in notes:
                    second.append(text)
        return drafts, second

    def _versions(self) -> tuple[Version, ...]:
        known = {version.id for version in self.here.versions}
        return tuple(
            replace(version, note_id=self.places.get(version.note_id, version.note_id))
            for version in self.taken.versions
            if version.id not in known
        )

    def _peaks(self, versions: Iterable[Version], added: set[str]) -> frozenset[str]:
        """A note that is here has a longest text of its own; the other one is kept for good."""
        ours = {note.id for note in self.here.notes} - added
        return frozenset(
            version.id
            for version in versions
            if version.id in self.taken.peaks and version.note_id not in ours
        )

    def _goals(self) -> tuple[Goal, ...]:
        new = self._unknown(self.taken.goals, self.here.goals, lambda goal: goal.id, "goals")
        standing = {goal.id for goal in (*self.here.goals, *new)}
        orphans = [goal for goal in new if goal.parent not in standing | {None}]
        if orphans:
            self.lost.append(
                f"What {len(orphans)} of the goals were carried over from is not there."
            )
        gone = {goal.id for goal in orphans}
        return tuple(replace(goal, parent=None) if goal.id in gone else goal for goal in new)

    def _events(self, goals: Iterable[Goal]) -> tuple[GoalEvent, ...]:
        new = {goal.id for goal in goals}
        return tuple(event for event in self.taken.events if event.goal_id in new)

    def _unknown(
        self,
        taken: Iterable[_T],
        here: Iterable[_T],
        key: Callable[[_T], Hashable],
        kind: str,
    ) -> tuple[_T, ...]:
        known = {key(one): one for one in here}
        taken = tuple(taken)
        different = sum(key(one) in known and not _same(one, known[key(one)]) for one in taken)
        if different:
            self.skipped.append(
                f"The back-up says something else of {different} of the {kind};"
                " what stands here stays."
            )
        return tuple(one for one in taken if key(one) not in known)

    def _trashed(self, kind: Kind, idents: Iterable[str]) -> dict[tuple[Kind, str], datetime]:
        origins = {place: ident for ident, place in self.places.items()}
        when = {
            ident: self.taken.trashed.get(
                (kind, origins.get(ident, ident) if kind is Kind.NOTE else ident)
            )
            for ident in idents
        }
        return {(kind, ident): at for ident, at in when.items() if at is not None}

    def _others(self, standing: set[str]) -> dict[str, tuple[PlainRow, ...]]:
        new: dict[str, tuple[PlainRow, ...]] = {}
        for table, rows in self.taken.others.items():
            known = {frozenset(row.items()) for row in self.here.others.get(table, ())}
            unknown = [row for row in rows if frozenset(row.items()) not in known]
            if table == _PUBLISHED:
                fitting = [row for row in unknown if row.get("note_id") in standing]
                if len(fitting) < len(unknown):
                    self.lost.append("What was published of notes that are not there was left out.")
                unknown = fitting
            if table == _REMARKS:
                unknown = [row for row in unknown if stays_as_it_is(row, standing, self.places)]
            if unknown:
                new[table] = tuple(unknown)
        return new


def _beside(note: Note, title: str, body: str) -> Note:
    """A second text of ``note``; its id is the same each time, so that it comes in once."""
    try:
        told = second_title(title)
    except WeekNotesError:
        told = title
    return replace(
        note,
        id=sha256("\0".join((note.id, title, body)).encode(errors="replace")).hexdigest()[:32],
        title=told,
        body=body,
        status=Status.DRAFT,
        label="",
        origin="",
        origin_hash="",
        published_on=None,
        rev=1,
    )


def _texts(note: Note, draft: Draft | None) -> set[tuple[str, str]]:
    return {(one.title, one.body) for one in (note, draft) if one is not None}


def _same(one: object, other: object) -> bool:
    """Whether two things say the same, however often each was saved, and since when it counts."""
    return _facts(one) == _facts(other)


def _facts(one: object) -> dict[str, object]:
    names = getattr(type(one), "__slots__", ())
    passed_over = ("rev", "saved_at", "committed_at", "whole")
    return {name: getattr(one, name) for name in names if name not in passed_over}


def _name(note: Note) -> str:
    return f"“{note.title or note.label or note.week}”"
