"""The library as one value, for a complete back-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import RowMapping
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import Session, col, insert, select

from weeknotes_desktop.domain.everything import Everything, PlainRow
from weeknotes_desktop.domain.goal_events import GoalEvent
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.trash import Kind
from weeknotes_desktop.storage.keepsake_rows import (
    jot_of,
    jot_values,
    task_of,
    task_values,
    version_of,
    version_values,
)
from weeknotes_desktop.storage.rows import (
    Values,
    draft_of,
    draft_values,
    goal_of,
    goal_values,
    moment,
    note_of,
    note_values,
    plan_of,
    plan_values,
    time_of,
)
from weeknotes_desktop.storage.shelf import Shelf, columns, rows
from weeknotes_desktop.storage.tables import (
    METADATA,
    CategoryRow,
    DraftRow,
    GoalEventRow,
    GoalRow,
    JotRow,
    NoteRow,
    NoteTagRow,
    TagRow,
    TaskRow,
    VersionRow,
    WeekRow,
)

_COUNTER = "seq"
"""The column that keeps the order of rows; its numbers mean nothing outside the file."""

_KINDS: dict[Kind, type[Any]] = {
    Kind.NOTE: NoteRow,
    Kind.GOAL: GoalRow,
    Kind.JOT: JotRow,
    Kind.TASK: TaskRow,
}
_TOLD: tuple[type[Any], ...] = (
    *_KINDS.values(),
    CategoryRow,
    TagRow,
    WeekRow,
    NoteTagRow,
    DraftRow,
    VersionRow,
    GoalEventRow,
)
_OTHERS = sorted(METADATA.tables.keys() - {table.__tablename__ for table in _TOLD})
"""Tables whose rows are carried as they are: a table of tomorrow is never left behind."""


class WholeShelf(Shelf):
    """Reads all of the library at once, and takes such a whole in."""

    def everything(self) -> Everything:
        """All there is, as of one moment."""
        with self._open_session() as session:
            versions = _all(session, VersionRow)
            return Everything(
                notes=tuple(_notes(session)),
                drafts=tuple(map(draft_of, _all(session, DraftRow))),
                versions=tuple(map(version_of, versions)),
                peaks=frozenset(row["id"] for row in versions if row["peak"]),
                goals=tuple(map(goal_of, _all(session, GoalRow))),
                events=tuple(map(_event_of, _all(session, GoalEventRow))),
                plans=tuple(map(plan_of, _all(session, WeekRow))),
                jots=tuple(map(jot_of, _all(session, JotRow))),
                tasks=tuple(map(task_of, _all(session, TaskRow))),
                trashed={
                    (kind, row["id"]): time_of(row["trashed_at"])
                    for kind, table in _KINDS.items()
                    for row in rows(
                        session,
                        columns(col(table.id), col(table.trashed_at)).where(
                            col(table.trashed_at).is_not(None)
                        ),
                    )
                },
                categories=tuple(row["name"] for row in _all(session, CategoryRow)),
                tags=tuple(row["name"] for row in _all(session, TagRow)),
                others={name: kept for name in _OTHERS if (kept := _plain_rows(session, name))},
            )

    def take_everything(self, everything: Everything) -> None:
        """Keep all of it as it stands, with ids, revisions and events."""
        with self._open_session() as session:
            # A goal may stand before the one it was carried over from.
            session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            _take_notes(session, everything)
            _take_goals(session, everything)
            _take_keepsakes(session, everything)
            for name, kept in everything.others.items():
                _take_plain_rows(session, name, kept)


def _notes(session: Session) -> Iterable[Note]:
    tags: dict[str, list[str]] = {}
    tagged = select(NoteTagRow.note_id, NoteTagRow.tag).order_by(col(NoteTagRow.position))
    for note_id, tag in session.exec(tagged):
        tags.setdefault(note_id, []).append(tag)
    for row in _all(session, NoteRow):
        yield note_of(row, tuple(tags.get(row["id"], ())))


def _take_notes(session: Session, everything: Everything) -> None:
    notes = everything.notes
    names = {*everything.categories, *(note.category for note in notes if note.category)}
    tags = {*everything.tags, *(tag for note in notes for tag in note.tags)}
    _add(session, CategoryRow, ({"name": name} for name in sorted(names)), known_stays=True)
    _add(session, TagRow, ({"name": name} for name in sorted(tags)), known_stays=True)
    _add(
        session,
        NoteRow,
        (note_values(note, _trashed_at(everything, Kind.NOTE, note.id)) for note in notes),
    )
    _add(
        session,
        NoteTagRow,
        (
            {"note_id": note.id, "position": position, "tag": tag}
            for note in notes
            for position, tag in enumerate(note.tags)
        ),
    )
    _add(session, DraftRow, map(draft_values, everything.drafts))
    _add(
        session,
        VersionRow,
        (
            version_values(version, peak=version.id in everything.peaks)
            for version in everything.versions
        ),
    )


def _take_goals(session: Session, everything: Everything) -> None:
    _add(
        session,
        GoalRow,
        (
            goal_values(goal, _trashed_at(everything, Kind.GOAL, goal.id))
            for goal in everything.goals
        ),
    )
    _add(
        session,
        GoalEventRow,
        (
            {
                "goal": event.goal_id,
                "at": moment(event.at),
                "kind": event.kind,
                "detail": event.detail,
            }
            for event in everything.events
        ),
    )
    _add(session, WeekRow, map(plan_values, everything.plans))


def _take_keepsakes(session: Session, everything: Everything) -> None:
    _add(
        session,
        JotRow,
        (jot_values(jot, _trashed_at(everything, Kind.JOT, jot.id)) for jot in everything.jots),
    )
    _add(
        session,
        TaskRow,
        (
            task_values(task, _trashed_at(everything, Kind.TASK, task.id))
            for task in everything.tasks
        ),
    )


def _take_plain_rows(session: Session, name: str, kept: Sequence[PlainRow]) -> None:
    """Keep rows of a table; what this version of the program knows nothing of stays behind."""
    if name not in _OTHERS:
        return
    table = METADATA.tables[name]
    known = [column for column in table.columns if column.name != _COUNTER]
    needed = [column.name for column in known if not column.nullable]
    values = [{column.name: row.get(column.name) for column in known} for row in kept]
    fitting = [row for row in values if all(row[name] is not None for name in needed)]
    if fitting:
        session.connection().execute(insert_or(table).on_conflict_do_nothing(), fitting)


def _plain_rows(session: Session, name: str) -> tuple[PlainRow, ...]:
    table = METADATA.tables[name]
    reading = table.select().order_by(*table.primary_key)
    found = session.connection().execute(reading).mappings().all()
    return tuple(
        {column: value for column, value in row.items() if column != _COUNTER} for row in found
    )


def _all(session: Session, table: type[Any]) -> Sequence[RowMapping]:
    """Every row, in the order they were added where the table keeps it."""
    mapped = [getattr(table, column.name) for column in table.__table__.columns]
    order = table.__table__.primary_key
    return rows(session, columns(*mapped).order_by(*order))


def _add(
    session: Session, table: type[Any], values: Iterable[Values], *, known_stays: bool = False
) -> None:
    listed = list(values)
    if listed:
        adding = insert_or(table).on_conflict_do_nothing() if known_stays else insert(table)
        session.connection().execute(adding, listed)


def _trashed_at(everything: Everything, kind: Kind, ident: str) -> str | None:
    at = everything.trashed.get((kind, ident))
    return None if at is None else moment(at)


def _event_of(row: RowMapping) -> GoalEvent:
    return GoalEvent(
        goal_id=row["goal"], at=time_of(row["at"]), kind=row["kind"], detail=row["detail"]
    )
