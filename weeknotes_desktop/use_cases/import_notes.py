"""Bring old posts in, once: a second import of the same page changes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from weeknotes_desktop.domain.found import FoundGoal, FoundNote, FoundPage
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import body_text, one_line
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.keep_history import keep_what_goes
from weeknotes_desktop.use_cases.name_notes import keep_names
from weeknotes_desktop.use_cases.publish_note import keep_imported


class Action(StrEnum):
    """What an import does, or would do, with one post."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ImportedNote:
    """One post of an import.

    Args:
        note: The note as it is, or would be, in the library.
        goals: How many goals the post gives.
    """

    note: Note
    goals: int
    action: Action


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do.

    Args:
        lost: What could not be kept, a sentence each.
        skipped: What was left out on purpose, a sentence each.
    """

    notes: tuple[ImportedNote, ...]
    lost: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


def import_notes(
    library: NoteLibrary, pages: Iterable[FoundPage], now: datetime, *, dry_run: bool = False
) -> ImportReport:
    """Take the posts of ``pages`` into the library, all of them or none.

    What the writer changed since the last import is never overwritten.

    Args:
        dry_run: Only say what would be done.
    """
    imported: dict[str, ImportedNote] = {}
    lost: list[str] = []
    skipped: list[str] = []
    proposed: set[tuple[Week, str]] = set()
    with library.transaction():
        for page in pages:
            lost.extend(page.lost)
            skipped.extend(page.skipped)
            for found in page.notes:
                before = imported.get(found.origin)
                known = before.note if before else library.note_from(found.origin)
                plan = _plan(known, found)
                if (
                    known is not None
                    and plan.action is Action.UNCHANGED
                    and known.origin_hash != _hash_found(found)
                ):
                    skipped.append(
                        f"{found.label} was changed here since it was imported; it stays as it is."
                    )
                if plan.action is Action.ADDED:
                    proposed |= {_said(goal) for goal in found.goals}
                elif plan.action is Action.CHANGED and _names_others(library, found, proposed):
                    skipped.append(
                        f"{found.label} names other goals now than stand here; those here stay."
                    )
                plan = _foreseen(plan) if dry_run else _carry_out(library, plan, found, now)
                imported[found.origin] = _together(before, plan)
    return ImportReport(tuple(imported.values()), tuple(lost), tuple(skipped))


def _plan(known: Note | None, found: FoundNote) -> ImportedNote:
    goals = len(found.goals)
    if known is None:
        return ImportedNote(_note(found), goals, Action.ADDED)
    taken = known
    untouched = _hash(known) == known.origin_hash
    if untouched and known.origin_hash != _hash_found(found):
        taken = replace(
            known,
            label=one_line(found.label),
            title=one_line(found.title),
            body=body_text(found.body),
            origin_hash=_hash_found(found),
        )
    # An empty category is the writer's choice as soon as they have saved the note.
    if found.category and not known.category and untouched and known.rev <= 1:
        taken = replace(taken, category=one_line(found.category))
    return ImportedNote(taken, goals, Action.UNCHANGED if taken == known else Action.CHANGED)


def _carry_out(
    library: NoteLibrary, plan: ImportedNote, found: FoundNote, now: datetime
) -> ImportedNote:
    if plan.action is Action.UNCHANGED:
        return plan
    if plan.action is Action.CHANGED:
        changed = replace(plan.note, saved_at=now)
        before = library.note(changed.id)
        keep_what_goes(library, before, changed, now, typed=False)
        # Posts bring their labels along, so no pattern makes any.
        keep_names(library, before, changed, LabelPattern())
        kept = library.save_note(changed)
        if kept.status is Status.PUBLISHED and kept.origin_hash != before.origin_hash:
            keep_imported(library, kept, now)
        return replace(plan, note=kept)
    kept = library.add_note(plan.note)
    # Once only: what the writer made of the proposals since is not undone.
    for goal in found.goals:
        _propose(library, goal, now)
    # What stands on the blog, whatever is made of the note here before it is published again.
    keep_imported(library, kept, now)
    return replace(plan, note=kept)


def _foreseen(plan: ImportedNote) -> ImportedNote:
    """``plan`` with the note as it would be once it were carried out."""
    if plan.action is Action.UNCHANGED:
        return plan
    return replace(plan, note=replace(plan.note, rev=plan.note.rev + 1))


def _names_others(library: NoteLibrary, found: FoundNote, proposed: Set[tuple[Week, str]]) -> bool:
    """Whether a post names a goal that is neither here nor proposed by this import."""
    here = {
        _said(goal) for week in {goal.week for goal in found.goals} for goal in library.goals(week)
    }
    return any(_said(goal) not in here | proposed for goal in found.goals)


def _said(goal: FoundGoal | Goal) -> tuple[Week, str]:
    return goal.week, one_line(goal.text).casefold()


def _propose(library: NoteLibrary, found: FoundGoal, now: datetime) -> None:
    """Keep a goal that an old post names, unless its week has it already."""
    there = library.goals(found.week)
    text = one_line(found.text)
    if not text or any(goal.text.casefold() == text.casefold() for goal in there):
        return
    goal_id = new_id()
    goal = Goal(
        id=goal_id,
        thread=goal_id,
        week=found.week,
        text=text,
        position=max((goal.position for goal in there), default=-1) + 1,
        outcome=found.outcome,
        line=one_line(found.line or "") or None,
        proposed=True,
    )
    library.add_goal(goal, now)


def _note(found: FoundNote) -> Note:
    return Note(
        id=new_id(),
        week=found.week,
        label=one_line(found.label),
        title=one_line(found.title),
        body=body_text(found.body),
        category=one_line(found.category),
        # It stands on a blog: the world has seen it.
        status=Status.PUBLISHED,
        origin=found.origin,
        origin_hash=_hash_found(found),
        published_on=found.day or found.week.friday,
    )


def _together(before: ImportedNote | None, after: ImportedNote) -> ImportedNote:
    """One post that stands on two pages of the same import is told once."""
    if before is None or before.action is Action.UNCHANGED:
        return after
    return replace(after, action=before.action)


def _hash_found(found: FoundNote) -> str:
    return _fingerprint(one_line(found.label), one_line(found.title), body_text(found.body))


def _hash(note: Note) -> str:
    return _fingerprint(note.label, note.title, note.body)


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
