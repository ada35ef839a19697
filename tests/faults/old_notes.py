"""A library as the first version of the program wrote it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.lock import LibraryLock
from weeknotes_desktop.storage.migrate import bring_to_head
from weeknotes_desktop.storage.rows import note_values

WEEK = Week(2021, 9)


def old_text(number: int) -> str:
    """What note ``old<number>`` says."""
    return f"old body {number} " * 20


def make_old(path: Path, number: int) -> None:
    """Write a library of revision 0001 with so many notes.

    Raises:
        LibraryError: If somebody holds it, or it is newer than that.
    """
    with LibraryLock(path):
        bring_to_head(path, to="0001")
        with closing(connect(path)) as connection:
            known = {row[1] for row in connection.execute("PRAGMA table_info(notes)")}
            connection.execute("BEGIN IMMEDIATE")
            for place in range(number):
                note = Note(
                    id=f"old{place}",
                    week=WEEK,
                    body=old_text(place),
                    status=Status.PUBLISHED,
                    rev=1,
                )
                # Columns that came later are not there yet.
                row = {name: value for name, value in note_values(note).items() if name in known}
                names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
                connection.execute(f"INSERT INTO notes ({names}) VALUES ({marks})", row)
            connection.execute("COMMIT")
