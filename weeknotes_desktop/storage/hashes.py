"""A fingerprint of every row, over all that matters, so that damage is seen when it is read.

A note has two: one of its body, and one of everything else and the first. So
the archive, which never reads a body, can still tell whether the private flag
is the one that was saved.

The form below is part of the file's format. A field that a later version adds
is left out while it is empty, so that older rows keep their fingerprint.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Protocol

from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.note import Draft, Note

if TYPE_CHECKING:
    # Nothing that a window shows first is one of these.
    from weeknotes_desktop.domain.jot import Jot
    from weeknotes_desktop.domain.task import Task
    from weeknotes_desktop.domain.version import Version

_FORM = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


class _Columns(Protocol):
    """A row that was read, or is about to be written."""

    def __getitem__(self, column: str, /) -> Any: ...


_OF_A_SNAPSHOT = (
    "id",
    "note_id",
    "published_at",
    "day",
    "iso_year",
    "iso_week",
    "label",
    "title",
    "category",
    "audience",
    "form",
    "language",
    "tags",
    "goals",
    "body_sha256",
)


def body_hash(body: str) -> str:
    """The fingerprint of a note's body."""
    return sha256(body.encode(errors="surrogatepass")).hexdigest()


def note_hash(note: Note, body_sha256: str, trashed_at: str | None = None) -> str:
    """The fingerprint of a note, and of whether it lies in the trash.

    Its body counts through ``body_sha256`` alone; when it was saved counts not at all.
    """
    head: dict[str, object] = {
        "id": note.id,
        "week": str(note.week),
        "label": note.label,
        "title": note.title,
        "category": note.category,
        "tags": note.tags,
        "status": note.status,
        "audience": note.audience,
        "origin": note.origin,
        "rev": note.rev,
        "body": body_sha256,
    }
    if note.origin_hash:
        head["origin_hash"] = note.origin_hash
    if trashed_at:
        head["trashed_at"] = trashed_at
    if note.published_on is not None:
        head["published_on"] = note.published_on.isoformat()
    return _fingerprint("note", head)


def goal_hash(goal: Goal, trashed_at: str | None) -> str:
    """The fingerprint of a goal, and of whether it lies in the trash."""
    fields: dict[str, object] = {
        "id": goal.id,
        "week": str(goal.week),
        "thread": goal.thread,
        "parent": goal.parent,
        "position": goal.position,
        "text": goal.text,
        "public_text": goal.public_text,
        "audience": goal.audience,
        "stretch": goal.stretch,
        "workstream": goal.workstream,
        "how": goal.how,
        "form": goal.form,
        "outcome": goal.outcome,
        "line": goal.line,
        "weeks_carried": goal.weeks_carried,
        "proposed": goal.proposed,
        "trashed_at": trashed_at,
        "rev": goal.rev,
    }
    if goal.committed_at is not None:
        at = goal.committed_at.astimezone(UTC)
        fields["committed_at"] = at.isoformat(timespec="microseconds")
    if goal.held:
        fields["held"] = True
    if goal.let_go is not None:
        fields["let_go"] = goal.let_go
    return _fingerprint("goal", fields)


def plan_hash(plan: WeekPlan) -> str:
    """The fingerprint of what was said about a week."""
    return _fingerprint(
        "week",
        {"week": str(plan.week), "focus": plan.focus, "away": plan.away, "rev": plan.rev},
    )


def draft_hash(draft: Draft, written_at: str) -> str:
    """The fingerprint of typed text that is not saved in its note yet."""
    return _fingerprint(
        "draft",
        {
            "note": draft.note_id,
            "base_rev": draft.base_rev,
            "title": draft.title,
            "body": draft.body,
            "written_at": written_at,
        },
    )


def jot_hash(jot: Jot, at: str, trashed_at: str | None) -> str:
    """The fingerprint of a jot, and of whether it lies in the trash."""
    return _fingerprint(
        "jot",
        {
            "id": jot.id,
            "week": str(jot.week),
            "at": at,
            "text": jot.text,
            "used_in": jot.used_in,
            "trashed_at": trashed_at,
            "rev": jot.rev,
        },
    )


def task_hash(task: Task, done_at: str | None, trashed_at: str | None) -> str:
    """The fingerprint of a task, and of whether it lies in the trash."""
    return _fingerprint(
        "task",
        {
            "id": task.id,
            "position": task.position,
            "text": task.text,
            "done_at": done_at,
            "trashed_at": trashed_at,
            "rev": task.rev,
        },
    )


def version_hash(version: Version, written_at: str, body_sha256: str) -> str:
    """The fingerprint of a version; its body counts through ``body_sha256`` alone."""
    return _fingerprint(
        "version",
        {
            "id": version.id,
            "note": version.note_id,
            "written_at": written_at,
            "occasion": version.occasion,
            "title": version.title,
            "body": body_sha256,
        },
    )


def snapshot_hash(row: _Columns) -> str:
    """The fingerprint of a snapshot; its body counts through ``body_sha256`` alone."""
    return _fingerprint("snapshot", {name: row[name] for name in _OF_A_SNAPSHOT})


def remark_hash(key: str, value: str, rev: int) -> str:
    """The fingerprint of something the program remembers about the library."""
    return _fingerprint("remark", {"key": key, "value": value, "rev": rev})


def attachment_hash(row: Mapping[str, object]) -> str:
    """The fingerprint of what is said about a picture; its bytes count through their own."""
    said = ("id", "content_sha256", "media_type", "size", "name", "description", "rev")
    return _fingerprint("attachment", {name: row[name] for name in said})


def _fingerprint(kind: str, fields: dict[str, object]) -> str:
    return sha256(_FORM.encode([kind, fields]).encode("ascii")).hexdigest()
