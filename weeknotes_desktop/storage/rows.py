"""How values become rows and rows become values, for both ways of reading the file.

A row that was damaged on the disk must not hide the others: what cannot be
read in it falls back to the most private, least promising value there is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from weeknotes_desktop.domain.errors import WeekError
from weeknotes_desktop.domain.goal import Form, Goal, Outcome, WeekPlan
from weeknotes_desktop.domain.note import Draft, Note, NoteSummary, Status, count_words
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.hashes import (
    body_hash,
    draft_hash,
    goal_hash,
    note_hash,
    plan_hash,
)

Values = dict[str, Any]
"""A row about to be written, by column."""

_Choice = TypeVar("_Choice", bound=StrEnum)
_Other = TypeVar("_Other")

# Where a damaged row stands whose week cannot be read: below everything else.
_NO_WEEK = Week(1, 1)


class Row(Protocol):
    """A row that was read; its columns answer to their names."""

    def __getitem__(self, column: str, /) -> Any: ...


def note_values(note: Note, trashed_at: str | None = None) -> Values:
    """The row of a note; its tags are rows of their own."""
    body_sha256 = body_hash(note.body)
    return {
        "id": note.id,
        "iso_year": note.week.year,
        "iso_week": note.week.number,
        "label": note.label,
        "title": note.title,
        "category": note.category or None,
        "status": str(note.status),
        "audience": str(note.audience),
        "words": count_words(note.body),
        "origin": note.origin,
        "origin_hash": note.origin_hash,
        "body_sha256": body_sha256,
        "rev": note.rev,
        "sha256": note_hash(note, body_sha256, trashed_at),
        "body": note.body,
        "saved_at": "" if note.saved_at is None else moment(note.saved_at),
        "trashed_at": trashed_at,
        "published_on": None if note.published_on is None else note.published_on.isoformat(),
    }


def note_of(row: Row, tags: tuple[str, ...]) -> Note:
    """The note a row holds; one whose fingerprint is wrong is for the writer alone."""
    body = _text(row["body"])
    whole = row["body_sha256"] == body_hash(body)
    return replace(_head(row, tags, body, whole=whole), saved_at=_maybe_time(row["saved_at"]))


def head_of(row: Row, tags: tuple[str, ...]) -> Note:
    """The note a row holds without its body, which is neither read nor checked."""
    return _head(row, tags, "", whole=True)


def summary_of(row: Row, tags: tuple[str, ...], goals_set: int, goals_met: int) -> NoteSummary:
    """The line of the archive a row holds; its body is neither read nor checked."""
    note = head_of(row, tags)
    return NoteSummary(
        id=note.id,
        week=note.week,
        label=note.label,
        title=note.title,
        status=note.status,
        audience=note.audience,
        category=note.category,
        tags=note.tags,
        words=_number(row["words"]),
        goals_set=goals_set,
        goals_met=goals_met,
    )


def goal_values(goal: Goal, trashed_at: str | None = None) -> Values:
    """The row of a goal."""
    return {
        "id": goal.id,
        "iso_year": goal.week.year,
        "iso_week": goal.week.number,
        "thread": goal.thread,
        "parent": goal.parent,
        "position": goal.position,
        "text": goal.text,
        "public_text": goal.public_text,
        "audience": str(goal.audience),
        "stretch": goal.stretch,
        "workstream": goal.workstream,
        "how": goal.how,
        "form": str(goal.form),
        "outcome": None if goal.outcome is None else str(goal.outcome),
        "line": goal.line,
        "weeks_carried": goal.weeks_carried,
        "proposed": goal.proposed,
        "trashed_at": trashed_at,
        "rev": goal.rev,
        "sha256": goal_hash(goal, trashed_at),
        "committed_at": None if goal.committed_at is None else moment(goal.committed_at),
        "held": goal.held,
        "let_go": goal.let_go,
    }


def goal_of(row: Row) -> Goal:
    """The goal a row holds; one whose fingerprint is wrong shows nothing to others."""
    goal = Goal(
        id=_text(row["id"]),
        week=week_of(row),
        thread=_text(row["thread"]),
        parent=_maybe(row["parent"]),
        position=_number(row["position"]),
        text=_text(row["text"]),
        public_text=_maybe(row["public_text"]),
        audience=choice(Audience, row["audience"], Audience.ME),
        stretch=bool(row["stretch"]),
        workstream=_maybe(row["workstream"]),
        how=_maybe(row["how"]),
        form=choice(Form, row["form"], Form.STATEMENT),
        outcome=choice(Outcome, row["outcome"], None),
        line=_maybe(row["line"]),
        weeks_carried=_number(row["weeks_carried"]),
        proposed=bool(row["proposed"]),
        committed_at=_maybe_time(row["committed_at"]),
        held=bool(row["held"]),
        let_go=_maybe(row["let_go"]),
        rev=_number(row["rev"]),
    )
    if row["sha256"] == goal_hash(goal, row["trashed_at"]):
        return goal
    # The public wording of a private goal is shown to others, so it goes too.
    return replace(goal, audience=Audience.ME, public_text=None, whole=False)


def plan_values(plan: WeekPlan) -> Values:
    """The row of what was said about a week."""
    return {
        "iso_year": plan.week.year,
        "iso_week": plan.week.number,
        "focus": plan.focus,
        "away": plan.away,
        "rev": plan.rev,
        "sha256": plan_hash(plan),
    }


def plan_of(row: Row) -> WeekPlan:
    """What was said about a week; it never leaves the machine, whole or not."""
    return WeekPlan(
        week=week_of(row),
        focus=_text(row["focus"]),
        away=_maybe(row["away"]),
        rev=_number(row["rev"]),
    )


def draft_values(draft: Draft) -> Values:
    """The row of a draft."""
    written_at = moment(draft.written_at)
    return {
        "note_id": draft.note_id,
        "base_rev": draft.base_rev,
        "written_at": written_at,
        "title": draft.title,
        "sha256": draft_hash(draft, written_at),
        "body": draft.body,
    }


def draft_of(row: Row) -> Draft:
    """The draft a row holds, also a damaged one: half of a text is better than none."""
    return Draft(
        note_id=_text(row["note_id"]),
        base_rev=_number(row["base_rev"]),
        title=_text(row["title"]),
        body=_text(row["body"]),
        written_at=time_of(row["written_at"]),
    )


def moment(at: datetime) -> str:
    """A point in time as text that sorts as time does: ISO 8601 in UTC."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _head(row: Row, tags: tuple[str, ...], body: str, *, whole: bool) -> Note:
    note = Note(
        id=_text(row["id"]),
        week=week_of(row),
        label=_text(row["label"]),
        title=_text(row["title"]),
        body=body,
        category=_maybe(row["category"]) or "",
        tags=tags,
        status=choice(Status, row["status"], Status.DRAFT),
        audience=choice(Audience, row["audience"], Audience.ME),
        origin=_text(row["origin"]),
        origin_hash=_text(row["origin_hash"]),
        rev=_number(row["rev"]),
        published_on=maybe_day(row["published_on"]),
    )
    right = note_hash(note, _text(row["body_sha256"]), row["trashed_at"])
    if whole and row["sha256"] == right:
        return note
    return replace(note, audience=Audience.ME, whole=False)


def week_of(row: Row) -> Week:
    """The week a row names; one that cannot be read lies below every other."""
    try:
        return Week(int(row["iso_year"]), int(row["iso_week"]))
    except (WeekError, TypeError, ValueError, OverflowError):
        return _NO_WEEK


def choice(kind: type[_Choice], value: Any, otherwise: _Other) -> _Choice | _Other:
    """The value of that kind which was kept; ``otherwise`` where it is none of them."""
    try:
        return kind(value)
    except ValueError:
        return otherwise


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _maybe(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _maybe_time(value: Any) -> datetime | None:
    return time_of(value) if value else None


def maybe_day(value: Any) -> date | None:
    """The day that was kept; None where there is none, or it cannot be read."""
    try:
        return date.fromisoformat(value) if value else None
    except (TypeError, ValueError):
        return None


def time_of(value: Any) -> datetime:
    """The point in time that was kept; one that cannot be read is long ago."""
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return datetime.fromtimestamp(0, UTC)
