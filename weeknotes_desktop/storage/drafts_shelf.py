"""Typed text that is not saved in its note yet."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import col, delete

from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Draft
from weeknotes_desktop.storage.rows import draft_of, draft_values
from weeknotes_desktop.storage.shelf import Shelf, columns, first_row, rows
from weeknotes_desktop.storage.tables import DraftRow

_DRAFT = (
    col(DraftRow.note_id),
    col(DraftRow.base_rev),
    col(DraftRow.written_at),
    col(DraftRow.title),
    col(DraftRow.body),
)


class DraftsShelf(Shelf):
    """The drafts of the library."""

    def draft(self, note_id: str) -> Draft | None:
        """Typed text that is not in the note yet."""
        with self._open_session() as session:
            reading = columns(*_DRAFT).where(col(DraftRow.note_id) == note_id)
            row = first_row(session, reading)
        return None if row is None else draft_of(row)

    def drafts(self) -> tuple[Draft, ...]:
        """Every draft there is, newest first."""
        with self._open_session() as session:
            reading = columns(*_DRAFT).order_by(col(DraftRow.written_at).desc())
            found = rows(session, reading)
        return tuple(draft_of(row) for row in found)

    def keep_draft(self, draft: Draft) -> None:
        """Keep typed text, in place of the draft before; one of another revision is set aside."""
        values = draft_values(draft)
        keeping = insert_or(DraftRow).values(**values)
        another = columns(*_DRAFT).where(
            col(DraftRow.note_id) == draft.note_id, col(DraftRow.base_rev) != draft.base_rev
        )
        with self._open_session() as session:
            row = first_row(session, another)
            if row is not None:
                aside = replace(draft_of(row), note_id=new_id())
                session.exec(insert_or(DraftRow).values(**draft_values(aside)))
            session.exec(
                keeping.on_conflict_do_update(index_elements=[col(DraftRow.note_id)], set_=values)
            )

    def forget_draft(self, note_id: str) -> None:
        """Drop the draft of a note, if it has one."""
        with self._open_session() as session:
            session.exec(delete(DraftRow).where(col(DraftRow.note_id) == note_id))
