"""What the program remembers about a library, in the library."""

from __future__ import annotations

from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlmodel import col, select

from weeknotes_desktop.storage.hashes import remark_hash
from weeknotes_desktop.storage.shelf import Shelf
from weeknotes_desktop.storage.tables import LibrarySettingRow


class RemarksShelf(Shelf):
    """The remarks of the library."""

    def remark(self, key: str) -> str | None:
        """What is remembered under ``key``; None where nothing is."""
        with self._open_session() as session:
            reading = select(LibrarySettingRow.value).where(col(LibrarySettingRow.key) == key)
            return session.exec(reading).first()

    def keep_remark(self, key: str, value: str) -> None:
        """Remember ``value`` from now on."""
        with self._open_session() as session:
            reading = select(LibrarySettingRow.rev).where(col(LibrarySettingRow.key) == key)
            rev = (session.exec(reading).first() or 0) + 1
            values = {"value": value, "rev": rev, "sha256": remark_hash(key, value, rev)}
            keeping = insert_or(LibrarySettingRow).values(key=key, **values)
            session.exec(
                keeping.on_conflict_do_update(
                    index_elements=[col(LibrarySettingRow.key)], set_=values
                )
            )
