"""A fingerprint of every row, over all that matters, so that damage is seen when it is read.

A note has two: one of its body, and one of everything else and the first. So
the archive, which never reads a body, can still tell whether the private flag
is the one that was saved.

The form below is part of the file's format. A field that a later version adds
is left out while it is empty, so that older rows keep their fingerprint.
"""

from __future__ import annotations

import json
from hashlib import sha256

from weeknotes_desktop.domain.goal import Goal, WeekPlan
from weeknotes_desktop.domain.note import Draft, Note


def body_hash(body: str) -> str:
    """The fingerprint of a note's body."""
    return sha256(body.encode(errors="surrogatepass")).hexdigest()


def note_hash(note: Note, body_sha256: str) -> str:
    """The fingerprint of a note; its body counts through ``body_sha256`` alone."""
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
    return _fingerprint("note", head)


def goal_hash(goal: Goal, trashed_at: str | None) -> str:
    """The fingerprint of a goal, and of whether it lies in the trash."""
    return _fingerprint(
        "goal",
        {
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
        },
    )


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


def _fingerprint(kind: str, fields: dict[str, object]) -> str:
    form = json.dumps([kind, fields], sort_keys=True, separators=(",", ":"))
    return sha256(form.encode("ascii")).hexdigest()
