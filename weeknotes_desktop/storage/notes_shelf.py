"""Notes in the library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import Session, col, func, select, update

from weeknotes_desktop.domain.errors import ChangedElsewhereError, NotFoundError
from weeknotes_desktop.domain.goal import Count, Outcome
from weeknotes_desktop.domain.note import Note, NoteSummary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.rows import moment, note_of, note_values, summary_of
from weeknotes_desktop.storage.shelf import Shelf, columns, first_row, rows
from weeknotes_desktop.storage.tables import (
    CategoryRow,
    DraftRow,
    GoalRow,
    NoteRow,
    NoteTagRow,
)

_HEAD = (
    col(NoteRow.id),
    col(NoteRow.iso_year),
    col(NoteRow.iso_week),
    col(NoteRow.label),
    col(NoteRow.title),
    col(NoteRow.category),
    col(NoteRow.status),
    col(NoteRow.audience),
    col(NoteRow.words),
    col(NoteRow.origin),
    col(NoteRow.origin_hash),
    col(NoteRow.rev),
    col(NoteRow.body_sha256),
    col(NoteRow.sha256),
    col(NoteRow.trashed_at),
    col(NoteRow.published_on),
)
"""All of a note but its body: what the index of the archive carries."""

_WHOLE = (*_HEAD, col(NoteRow.body), col(NoteRow.saved_at))

_IN_USE = col(NoteRow.trashed_at).is_(None)

_NEWEST_FIRST = (
    col(NoteRow.iso_year).desc(),
    col(NoteRow.iso_week).desc(),
    col(NoteRow.seq).desc(),
)

_NO_GOALS = Count(met=0, set=0)

_OURS = "id = :id AND rev = :base AND trashed_at IS NULL"
_SAME = "title = :title AND body = :body"
# A draft that is in the text of a note about to be saved over its revision.
_FORGET_SAME = f"DELETE FROM drafts WHERE note_id = :id AND {_SAME}"  # noqa: S608
_FORGET_TYPED = f"DELETE FROM drafts WHERE note_id = :id AND ({_SAME} OR base_rev = :base)"  # noqa: S608


class NotesShelf(Shelf):
    """The notes of the library."""

    def summaries(self, week: Week | None = None) -> tuple[NoteSummary, ...]:
        """One line for each note, or each note of ``week``; newest week first, then newest note.

        Three reads, however many notes there are; no body is touched.
        """
        lines = columns(*_HEAD).where(_IN_USE).order_by(*_NEWEST_FIRST)
        tagged = select(NoteTagRow.note_id, NoteTagRow.tag).order_by(col(NoteTagRow.position))
        if week is not None:
            lines = lines.where(_in_week(week))
            ids = select(NoteRow.id).where(_in_week(week))
            tagged = tagged.where(col(NoteTagRow.note_id).in_(ids))
        with self._open_session() as session:
            found = rows(session, lines)
            tags = _by_note(session.exec(tagged))
            counts = _counts(session, week)
        return tuple(
            summary_of(row, tags.get(row["id"], ()), count.set, count.met)
            for row in found
            for count in (counts.get((row["iso_year"], row["iso_week"]), _NO_GOALS),)
        )

    def note(self, note_id: str) -> Note:
        """The note as it was last saved."""
        with self._open_session() as session:
            found = _one(session, and_(col(NoteRow.id) == note_id, _IN_USE))
        if found is None:
            raise _no_note(note_id)
        return found

    def note_from(self, origin: str) -> Note | None:
        """The note an import made from ``origin``, if there is one."""
        # The empty origin is no origin: it is that of every note written here.
        with self._open_session() as session:
            return _one(
                session, and_(col(NoteRow.origin) == origin, col(NoteRow.origin) != "", _IN_USE)
            )

    def add_note(self, note: Note) -> Note:
        """Keep a new note; returns it with its first revision."""
        kept = replace(note, rev=1)
        with self._open_session() as session:
            _keep_words(session, kept)
            adding = insert_or(NoteRow).values(**note_values(kept)).on_conflict_do_nothing()
            if not session.exec(adding).rowcount:
                raise ChangedElsewhereError(
                    "That note was added already.", "Open it again to see what it says."
                )
            _keep_tags(session, kept)
        return kept

    def save_note(self, note: Note, *, typed: bool = False) -> Note:
        """Keep a changed note; returns it with its new revision.

        Its draft is forgotten where the saved text includes it, and stays otherwise.
        """
        kept = replace(note, rev=note.rev + 1, whole=True)
        values = note_values(kept)
        changes = ", ".join(f"{name} = :{name}" for name in values)
        with self._open_session() as session:
            _keep_words(session, kept)
            # Done at every pause of the writer's, so this goes past the mapper.
            run = session.connection().exec_driver_sql
            saving = f"UPDATE notes SET {changes} WHERE {_OURS}"  # noqa: S608  # our own words
            if not run(saving, values | {"base": note.rev}).rowcount:
                raise _not_saved(session, note)
            run("DELETE FROM note_tags WHERE note_id = ?", (note.id,))
            _keep_tags(session, kept)
            known = {"id": note.id, "title": note.title, "body": note.body, "base": note.rev}
            run(_FORGET_TYPED if typed else _FORGET_SAME, known)
        return kept

    def remove_note(self, note_id: str, now: datetime) -> None:
        """Put a note into the trash; its draft must be put aside before."""
        with self._open_session() as session:
            note = _one(session, and_(col(NoteRow.id) == note_id, _IN_USE))
            if note is None:
                raise _no_note(note_id)
            values = note_values(replace(note, rev=note.rev + 1), moment(now))
            session.exec(update(NoteRow).where(col(NoteRow.id) == note_id).values(**values))

    def restore_note(self, note_id: str) -> Note:
        """Take a note out of the trash again."""
        in_trash = and_(col(NoteRow.id) == note_id, col(NoteRow.trashed_at).is_not(None))
        with self._open_session() as session:
            note = _one(session, in_trash)
            if note is None:
                raise _no_note(note_id)
            kept = replace(note, rev=note.rev + 1)
            session.exec(
                update(NoteRow).where(col(NoteRow.id) == note_id).values(**note_values(kept))
            )
        return kept

    def bodies_with(self, words: str) -> tuple[str, ...]:
        """The text of every note and draft in which ``words`` stand, letter by letter."""
        notes = select(NoteRow.body).where(_IN_USE, func.instr(NoteRow.body, words) > 0)
        drafts = select(DraftRow.body).where(func.instr(DraftRow.body, words) > 0)
        with self._open_session() as session:
            return (*session.exec(notes), *session.exec(drafts))

    def categories(self) -> tuple[str, ...]:
        """Every category that a note has or had, in alphabetical order."""
        with self._open_session() as session:
            names = session.exec(select(CategoryRow.name)).all()
        return tuple(sorted(names, key=lambda name: (name.casefold(), name)))


def _in_week(week: Week) -> ColumnElement[bool]:
    return and_(col(NoteRow.iso_year) == week.year, col(NoteRow.iso_week) == week.number)


def _one(session: Session, which: ColumnElement[bool]) -> Note | None:
    row = first_row(session, columns(*_WHOLE).where(which).order_by(col(NoteRow.seq)))
    if row is None:
        return None
    tagged = (
        select(NoteTagRow.tag)
        .where(col(NoteTagRow.note_id) == row["id"])
        .order_by(col(NoteTagRow.position))
    )
    return note_of(row, tuple(session.exec(tagged)))


def _by_note(tagged: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    tags: dict[str, list[str]] = defaultdict(list)
    for note_id, tag in tagged:
        tags[note_id].append(tag)
    return {note_id: tuple(names) for note_id, names in tags.items()}


def _counts(session: Session, week: Week | None) -> dict[tuple[int, int], Count]:
    met = func.sum(case((col(GoalRow.outcome) == str(Outcome.DONE), 1), else_=0))
    by_week = (col(GoalRow.iso_year), col(GoalRow.iso_week))
    counting = (
        select(*by_week, met, func.count())
        .where(col(GoalRow.trashed_at).is_(None), col(GoalRow.stretch).is_(False))
        .group_by(*by_week)
    )
    if week is not None:
        counting = counting.where(
            col(GoalRow.iso_year) == week.year, col(GoalRow.iso_week) == week.number
        )
    return {
        (year, number): Count(met=done, set=all_of_them)
        for year, number, done, all_of_them in session.exec(counting)
    }


def _keep_words(session: Session, note: Note) -> None:
    """Make sure that the category and the tags the note names are there."""
    run = session.connection().exec_driver_sql
    if note.category:
        run("INSERT INTO categories (name) VALUES (?) ON CONFLICT DO NOTHING", (note.category,))
    if note.tags:
        names = [(tag,) for tag in note.tags]
        run("INSERT INTO tags (name) VALUES (?) ON CONFLICT DO NOTHING", names)


def _keep_tags(session: Session, note: Note) -> None:
    if note.tags:
        tagged = [(note.id, position, tag) for position, tag in enumerate(note.tags)]
        adding = "INSERT INTO note_tags (note_id, position, tag) VALUES (?, ?, ?)"
        session.connection().exec_driver_sql(adding, tagged)


def _not_saved(session: Session, note: Note) -> Exception:
    there = session.exec(select(NoteRow.rev).where(col(NoteRow.id) == note.id, _IN_USE)).first()
    if there is None:
        return _no_note(note.id)
    return ChangedElsewhereError(
        "This note was changed elsewhere since it was opened.",
        "Nothing was overwritten; open it again to see both texts.",
    )


def _no_note(note_id: str) -> NotFoundError:
    return NotFoundError(f"There is no note with the id {note_id}.", "`list` shows them all.")
