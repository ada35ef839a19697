"""Whole libraries for the tests of back-ups: one of our own, and all there can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from operator import add
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import text

from tests.storage.samples import (
    drafts,
    goals,
    ids,
    moments,
    notes,
    plans,
    words,
)
from tests.strategies import weeks
from weeknotes_desktop.domain.everything import Everything, PlainRow
from weeknotes_desktop.domain.goal import Goal, Outcome, WeekPlan
from weeknotes_desktop.domain.goal_events import GoalEvent
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.note import Draft, Note, Status
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.remarks import LANGUAGE, SILENT_CHECKS, note_of_remark
from weeknotes_desktop.domain.task import Task
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.domain.version import Occasion, Version
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.library import SqlLibrary
from weeknotes_desktop.storage.tables import METADATA

NOW = datetime(2026, 11, 27, 17, 30, tzinfo=UTC)
WEEK = Week(2026, 48)
PICTURE = b"\x89PNG\r\n\x1a\n and the rest of it"


def a_whole_library() -> Everything:
    """Something on every shelf, private things among it."""
    fingerprint = sha256(PICTURE).hexdigest()
    return Everything(
        notes=(
            Note(
                id="bridge",
                week=WEEK,
                label="Weeknote 48.2026",
                title="The bridge holds",
                body="We took the last prop away.\r\n\n%%Nobody slept.%%\n---\nno end ",
                category="Bridges",
                tags=("river", "steel"),
                status=Status.PUBLISHED,
                saved_at=NOW,
                published_on=NOW.date(),
                rev=4,
            ),
            Note(id="mine", week=WEEK, title="Only mine", body="Sh.", audience=Audience.ME, rev=1),
            Note(id="gone", week=WEEK.plus(-1), title="The bridge holds", body="Old.", rev=2),
        ),
        drafts=(Draft(note_id="bridge", base_rev=4, title="The br", body="We", written_at=NOW),),
        versions=(
            Version(
                id="v1",
                note_id="bridge",
                written_at=NOW - timedelta(hours=2),
                occasion=Occasion.PAUSE,
                title="The bridge",
                body="We took",
            ),
            Version(
                id="v2",
                note_id="bridge",
                written_at=NOW - timedelta(hours=1),
                occasion=Occasion.SHRUNK,
                title="The bridge",
                body="We took the last prop away, and then we sat down.",
            ),
        ),
        peaks=frozenset({"v2"}),
        goals=(
            # Stands before the goal that it was carried over from.
            Goal(id="g2", week=WEEK, thread="g1", parent="g1", text="Take them away", rev=1),
            Goal(
                id="g1",
                week=WEEK.plus(-1),
                thread="g1",
                text="Take the props away",
                audience=Audience.ME,
                public_text="Site work",
                outcome=Outcome.PARTLY,
                committed_at=NOW - timedelta(days=4),
                held=True,
                let_go="Nobody asks for it",
                rev=3,
            ),
            Goal(id="g3", week=WEEK, thread="g3", text="Paint", rev=2),
        ),
        events=(
            GoalEvent(goal_id="g1", at=NOW - timedelta(days=7), kind="added", detail="{}"),
            GoalEvent(goal_id="g2", at=NOW, kind="added", detail='{"parent": "g1"}'),
        ),
        plans=(WeekPlan(week=WEEK, focus="Let go", away=None, rev=1),),
        jots=(Jot(id="j1", week=WEEK, at=NOW, text="Who has the key?", used_in="bridge", rev=1),),
        tasks=(
            Task(id="t1", text="Ring the yard", rev=1),
            Task(id="t2", text="Old errand", position=1, done_at=NOW, rev=2),
        ),
        trashed={
            (Kind.NOTE, "gone"): NOW - timedelta(days=3),
            (Kind.GOAL, "g3"): NOW - timedelta(days=2),
            (Kind.TASK, "t2"): NOW,
        },
        categories=("Bridges", "Roads"),
        tags=("mud", "river", "steel"),
        others={
            "attachments": (
                {
                    "id": "a1",
                    "content_sha256": fingerprint,
                    "media_type": "image/png",
                    "size": len(PICTURE),
                    "name": "IMG 1.png",
                    "description": "The bridge",
                    "rev": 1,
                    "sha256": "0" * 64,
                },
            ),
            "contents": ({"sha256": fingerprint, "content": PICTURE},),
            "library_settings": ({"key": "k", "value": "v", "rev": 1, "sha256": "1" * 64},),
            "snapshots": (
                {
                    "id": "s1",
                    "note_id": "bridge",
                    "published_at": "2026-11-27T17:30:00.000000+00:00",
                    "day": "2026-11-27",
                    "iso_year": 2026,
                    "iso_week": 48,
                    "label": "Weeknote 48.2026",
                    "title": "The bridge holds",
                    "category": "Bridges",
                    "audience": "public",
                    "form": "list",
                    "language": "en-GB",
                    "tags": "[]",
                    "goals": "{}",
                    "body_sha256": "3" * 64,
                    "sha256": "2" * 64,
                    "body": "We took the last prop away.\n",
                },
            ),
        },
    )


def tables(library: SqlLibrary) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but for the numbers of rows, in no order that matters."""
    with library.transaction(), library._open_session() as session:
        dump = {}
        for name, table in METADATA.tables.items():
            wanted = ", ".join(c.name for c in table.columns if c.name != "seq")
            found = session.connection().execute(text(f"SELECT {wanted} FROM {name}"))
            dump[name] = sorted((tuple(row) for row in found), key=repr)
        return dump


@st.composite
def libraries(draw: st.DrawFn) -> Everything:
    """Any library that could be, every shelf of it filled or not."""
    saved = st.builds(_saved, notes, st.none() | moments, _revs, st.none() | st.dates())
    some_notes = draw(_several(saved, "id"))
    note_ids = [note.id for note in some_notes]
    of_a_note = st.sampled_from(note_ids) if note_ids else ids
    some_goals = draw(_several(goals, "id"))
    goal_ids = [goal.id for goal in some_goals]
    some_goals = [
        replace(
            goal,
            rev=draw(_revs),
            committed_at=draw(st.none() | moments),
            parent=draw(st.sampled_from([None, *goal_ids])),
            thread=goal.thread,
        )
        for goal in some_goals
    ]
    some_versions = draw(
        _several(
            st.builds(
                Version,
                id=ids,
                note_id=of_a_note | ids,
                written_at=moments,
                occasion=st.sampled_from(Occasion),
                title=words,
                body=st.text(max_size=200),
            ),
            "id",
        )
    )
    jots = st.builds(
        Jot,
        id=ids,
        week=weeks,
        at=moments,
        text=words,
        used_in=st.sampled_from([None, *note_ids]),
        rev=_revs,
    )
    tasks = st.builds(
        Task,
        id=ids,
        text=words,
        position=st.integers(0, 99),
        done_at=st.none() | moments,
        rev=_revs,
    )
    some_jots, some_tasks = draw(_several(jots, "id")), draw(_several(tasks, "id"))
    shelves = (
        (Kind.NOTE, some_notes),
        (Kind.GOAL, some_goals),
        (Kind.JOT, some_jots),
        (Kind.TASK, some_tasks),
    )
    return Everything(
        notes=tuple(some_notes),
        drafts=tuple(draw(_several(drafts, "note_id"))),
        versions=tuple(some_versions),
        peaks=frozenset(version.id for version in some_versions if draw(st.booleans())),
        goals=tuple(some_goals),
        events=tuple(draw(st.lists(_events(goal_ids), max_size=5))) if goal_ids else (),
        plans=tuple(draw(_several(plans, "week"))),
        jots=tuple(some_jots),
        tasks=tuple(some_tasks),
        trashed={
            (kind, one.id): draw(moments)
            for kind, shelf in shelves
            for one in shelf
            if draw(st.booleans())
        },
        categories=tuple(draw(st.lists(words.filter(bool), max_size=3, unique=True))),
        tags=tuple(draw(st.lists(words, max_size=3, unique=True))),
        others=draw(_others(of_a_note if note_ids else None)),
    )


_revs = st.integers(1, 99)


def _saved(note: Note, at: datetime | None, rev: int, day: date | None) -> Note:
    return replace(note, saved_at=at, rev=rev, published_on=day)


def _several(strategy: st.SearchStrategy[Any], key: str) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=4, unique_by=lambda one: getattr(one, key))


def _events(goal_ids: list[str]) -> st.SearchStrategy[GoalEvent]:
    return st.builds(
        GoalEvent, goal_id=st.sampled_from(goal_ids), at=moments, kind=words, detail=words
    )


def _remark_keys(note_ids: st.SearchStrategy[str] | None) -> st.SearchStrategy[str]:
    """Remarks about the library, and about notes that are in it."""
    if note_ids is None:
        return words.filter(lambda key: note_of_remark(key) is None)
    return words | st.builds(add, st.sampled_from([SILENT_CHECKS, LANGUAGE]), note_ids)


@st.composite
def _others(
    draw: st.DrawFn, note_ids: st.SearchStrategy[str] | None
) -> dict[str, tuple[PlainRow, ...]]:
    contents = {
        sha256(content).hexdigest(): content
        for content in draw(st.lists(st.binary(max_size=50), max_size=3))
    }
    rows: dict[str, Any] = {
        "contents": [{"sha256": mark, "content": kept} for mark, kept in contents.items()],
        "attachments": [
            {
                "id": draw(ids) + str(number),
                "content_sha256": mark,
                "media_type": draw(words | st.just("image/png")),
                "size": 3,
                "name": draw(words),
                "description": draw(words),
                "rev": draw(_revs),
                "sha256": draw(words),
            }
            for number, mark in enumerate(contents)
        ],
        "library_settings": [
            {"key": key, "value": draw(words), "rev": draw(_revs), "sha256": draw(words)}
            for key in draw(st.lists(_remark_keys(note_ids), max_size=5, unique=True))
        ],
        "snapshots": [],
    }
    if note_ids is not None:
        columns = METADATA.tables["snapshots"].columns
        texts = [one.name for one in columns if one.name not in ("seq", "iso_year", "iso_week")]
        rows["snapshots"] = [
            {name: draw(words) for name in texts}
            | {"id": f"s{number}", "note_id": draw(note_ids), "iso_year": 2026, "iso_week": number}
            for number in range(draw(st.integers(0, 3)))
        ]
    return {table: tuple(kept) for table, kept in rows.items() if kept}
