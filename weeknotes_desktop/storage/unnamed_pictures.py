"""The pictures of a library that nothing in it names."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping

from sqlalchemy import LargeBinary

from weeknotes_desktop.domain.picture import SCHEME, pictures_named
from weeknotes_desktop.storage.tables import METADATA

_NO_TEXTS = ("attachments", "contents", "library_settings")


def unnamed_pictures(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Ids and bytes of the pictures that no text names: of a note, a draft, a version, a goal.

    What lies in the trash names them too. Where an earlier text cannot be read,
    it may have named any of them.
    """
    left = dict(connection.execute("SELECT id, size FROM attachments").fetchall())
    for text in _texts(connection):
        if not left:
            break
        if text is None:
            return {}
        for ident in pictures_named(text):
            left.pop(ident, None)
    return left


def _texts(connection: sqlite3.Connection) -> Iterator[str | None]:
    """Every text that names a picture; None for one that cannot be read."""
    for table in METADATA.sorted_tables:
        if table.name not in _NO_TEXTS:
            for column in table.columns:
                if not isinstance(column.type, LargeBinary):
                    # Both names are our own.
                    yield from _first_of_each(
                        connection.execute(
                            f"SELECT {column.name} FROM {table.name}"  # noqa: S608
                            f" WHERE instr({column.name}, '{SCHEME}:') > 0"
                        )
                    )
    for (packed,) in connection.execute("SELECT packed FROM versions"):
        try:
            yield zlib.decompress(packed).decode(errors="replace")
        except zlib.error:
            yield None


def _first_of_each(cursor: sqlite3.Cursor) -> Iterator[str]:
    for (text,) in cursor:
        yield text
