"""How what was published becomes rows, and rows become it again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from weeknotes_desktop.domain.goal import Goal, Outcome
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.snapshot import FirstWords, Snapshot
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.hashes import body_hash, snapshot_hash
from weeknotes_desktop.storage.rows import (
    Row,
    Values,
    choice,
    maybe_day,
    moment,
    time_of,
    week_of,
)

NO_GOALS = json.dumps({"goals": [], "next": []})
"""What a row says of goals where there are none."""


def snapshot_values(snapshot: Snapshot) -> Values:
    """The row of a snapshot."""
    told = {"goals": snapshot.goals, "next": snapshot.next_goals}
    values = {
        "id": snapshot.id,
        "note_id": snapshot.note_id,
        "published_at": moment(snapshot.published_at),
        "day": snapshot.day.isoformat(),
        "iso_year": snapshot.week.year,
        "iso_week": snapshot.week.number,
        "label": snapshot.label,
        "title": snapshot.title,
        "category": snapshot.category,
        "audience": str(snapshot.audience),
        "form": str(snapshot.form or ""),
        "language": snapshot.language,
        "tags": json.dumps(snapshot.tags),
        "goals": json.dumps({name: _told(goals) for name, goals in told.items()}),
        "body_sha256": body_hash(snapshot.body),
        "body": snapshot.body,
    }
    return values | {"sha256": snapshot_hash(values)}


def snapshot_of(row: Row, body: str) -> Snapshot:
    """The snapshot a row holds; one whose fingerprint is wrong is for the writer alone.

    Args:
        body: It may have been read apart from the row.
    """
    week = week_of(row)
    whole = is_whole(row, body)
    goals, next_goals = _goals(row["goals"], week)
    return Snapshot(
        id=row["id"],
        note_id=row["note_id"],
        published_at=time_of(row["published_at"]),
        day=maybe_day(row["day"]) or week.friday,
        week=week,
        label=row["label"],
        title=row["title"],
        body=body,
        category=row["category"],
        tags=_tags(row["tags"]),
        audience=choice(Audience, row["audience"], Audience.ME) if whole else Audience.ME,
        goals=goals,
        next_goals=next_goals,
        form=choice(GoalForm, row["form"], None),
        language=row["language"],
        whole=whole,
    )


def first_words_of(row: Row) -> FirstWords | None:
    """What a publication printed; None where its row is damaged. No body is read."""
    week = week_of(row)
    if not _head_is_whole(row):
        return None
    return FirstWords(
        week=week,
        day=maybe_day(row["day"]) or week.friday,
        label=row["label"],
        title=row["title"],
        audience=choice(Audience, row["audience"], Audience.ME),
    )


def is_whole(row: Row, body: str) -> bool:
    """Whether a row says what was published."""
    return bool(row["body_sha256"] == body_hash(body)) and _head_is_whole(row)


def _head_is_whole(row: Row) -> bool:
    return bool(row["sha256"] == snapshot_hash(row))


def _told(goals: Iterable[Goal]) -> list[dict[str, object]]:
    return [
        {
            "id": goal.id,
            "text": goal.text,
            "public_text": goal.public_text,
            "audience": str(goal.audience),
            "stretch": goal.stretch,
            "outcome": None if goal.outcome is None else str(goal.outcome),
            "line": goal.line,
        }
        for goal in goals
    ]


def _goals(told: str, week: Week) -> tuple[tuple[Goal, ...], tuple[Goal, ...]]:
    try:
        read = json.loads(told)
        return _listed(read["goals"], week), _listed(read["next"], week)
    except (ValueError, TypeError, KeyError):
        # Damaged; then nobody but the writer gets to see any of it.
        return (), ()


def _listed(told: list[dict[str, Any]], week: Week) -> tuple[Goal, ...]:
    return tuple(
        Goal(
            id=one["id"],
            week=week,
            thread=one["id"],
            text=one["text"],
            public_text=one["public_text"],
            audience=choice(Audience, one["audience"], Audience.ME),
            stretch=one["stretch"],
            outcome=choice(Outcome, one["outcome"], None),
            line=one["line"],
        )
        for one in told
    )


def _tags(told: str) -> tuple[str, ...]:
    try:
        return tuple(map(str, json.loads(told)))
    except (ValueError, TypeError):
        return ()
