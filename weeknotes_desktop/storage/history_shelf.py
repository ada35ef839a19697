"""What the notes of the library said before."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import Session, col, delete

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.version import Version, VersionLine
from weeknotes_desktop.storage.hashes import body_hash
from weeknotes_desktop.storage.keepsake_rows import version_line_of, version_of, version_values
from weeknotes_desktop.storage.shelf import Shelf, columns, first_row, rows
from weeknotes_desktop.storage.tables import VersionRow

_LINE = (
    col(VersionRow.id),
    col(VersionRow.note_id),
    col(VersionRow.written_at),
    col(VersionRow.occasion),
    col(VersionRow.title),
    col(VersionRow.words),
)
_WHOLE = (*_LINE, col(VersionRow.body_sha256), col(VersionRow.sha256), col(VersionRow.packed))

_NEWEST_FIRST = col(VersionRow.seq).desc()


class HistoryShelf(Shelf):
    """The versions of the library."""

    def keep_version(self, version: Version) -> None:
        """Keep a text for good, unless the newest version of its note says the same."""
        newest = columns(col(VersionRow.title), col(VersionRow.body_sha256)).where(
            _of(version.note_id, peak=False)
        )
        with self._open_session() as session:
            row = first_row(session, newest.order_by(_NEWEST_FIRST))
            said = (version.title, body_hash(version.body))
            if row is None or (row["title"], row["body_sha256"]) != said:
                _add(session, version, peak=False)

    def versions(self, note_id: str) -> tuple[VersionLine, ...]:
        """The versions of a note, newest first; none where there is no such note."""
        reading = columns(*_LINE).where(_of(note_id, peak=False)).order_by(_NEWEST_FIRST)
        with self._open_session() as session:
            found = rows(session, reading)
        return tuple(version_line_of(row) for row in found)

    def version(self, version_id: str) -> Version:
        """One version, with its body."""
        reading = columns(*_WHOLE).where(
            col(VersionRow.id) == version_id, col(VersionRow.peak).is_(False)
        )
        with self._open_session() as session:
            row = first_row(session, reading)
        if row is None:
            raise NotFoundError(
                f"There is no version with the id {version_id}.", "`history NOTE` lists them."
            )
        return version_of(row)

    def peak(self, note_id: str) -> Version | None:
        """The longest text since the last version, once a shorter one took its place."""
        with self._open_session() as session:
            row = first_row(session, columns(*_WHOLE).where(_of(note_id, peak=True)))
        return None if row is None else version_of(row)

    def keep_peak(self, version: Version) -> None:
        """Remember the longest text of a note, in place of the one before."""
        with self._open_session() as session:
            session.exec(delete(VersionRow).where(_of(version.note_id, peak=True)))
            _add(session, version, peak=True)

    def forget_peak(self, note_id: str) -> None:
        """Drop it, if there is one."""
        with self._open_session() as session:
            session.exec(delete(VersionRow).where(_of(note_id, peak=True)))


def _of(note_id: str, *, peak: bool) -> ColumnElement[bool]:
    return and_(col(VersionRow.note_id) == note_id, col(VersionRow.peak).is_(peak))


def _add(session: Session, version: Version, *, peak: bool) -> None:
    # The same version again, as when one is taken back from a back-up, is no second one.
    adding = insert_or(VersionRow).values(**version_values(version, peak=peak))
    session.exec(adding.on_conflict_do_nothing())
