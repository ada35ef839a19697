"""The back-ups of a library: made, listed, compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from weeknotes_desktop.domain.backup import BackUp, Consequence, Reason, thin
from weeknotes_desktop.domain.errors import LibraryError
from weeknotes_desktop.domain.ports import Clock
from weeknotes_desktop.storage import restoring
from weeknotes_desktop.storage.back_up_folder import (
    back_ups_in,
    beside,
    free_second,
    kept_aside,
    own_folder,
    refuse_site,
)
from weeknotes_desktop.storage.connection import connect_for_reading
from weeknotes_desktop.storage.consequences import consequences_of
from weeknotes_desktop.storage.copies import keep_copy, nobody_else_copies
from weeknotes_desktop.storage.copies_elsewhere import copies_elsewhere
from weeknotes_desktop.storage.faults import told_plainly
from weeknotes_desktop.storage.marks import mark_of
from weeknotes_desktop.storage.schema import check_header

_HOLDING = {
    "notes": "id",
    "drafts": "note_id",
    "versions": "note_id",
    "snapshots": "note_id",
    "goals": "id",
    "jots": "id",
    "tasks": "id",
}
"""Where an id may stand, so that something of it can still be read."""


class LibraryBackUps:
    """Checked copies of one library; used away from the window's thread, by several at once.

    Args:
        library: The notes file.
        chosen: The folder the writer wants them in, in one of its own; None
            where they lie beside the library. Those beside it are listed too.
        clock: Tells when one is made.
    """

    def __init__(self, library: Path, chosen: Path | None, clock: Clock) -> None:
        # The file itself, whatever link it was reached by.
        self._library = library.resolve()
        self._beside = beside(self._library)
        self._chosen = chosen
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where the next one goes."""
        return self._beside if self._chosen is None else own_folder(self._library, self._chosen)

    def make(self, reason: Reason) -> BackUp:
        """Make one now, and remove those that are kept no longer.

        Before a restore none is removed: it might be the one that is asked for.

        Raises:
            LibraryError: If none could be made; the older ones are all still there.
        """
        with self._alone() as connection:
            return self._make(connection, reason)

    def make_if_changed(self, reason: Reason) -> BackUp | None:
        """Make one, unless the newest says all that the library says, or there is no library."""
        if not check_header(self._library):
            return None
        with self._alone() as connection:
            newest = next(iter(self.all()), None)
            if newest is not None and _mark_in(newest) == mark_of(connection):
                return None
            return self._make(connection, reason)

    def copy_to(self, folder: Path) -> BackUp:
        """Make one in another folder, where none is ever removed."""
        with self._alone() as connection:
            return self._keep(connection, folder, Reason.ASKED)

    def all(self) -> tuple[BackUp, ...]:
        """Those there are, newest first."""
        found = [
            one
            for folder in dict.fromkeys((self.folder, self._beside))
            for one in back_ups_in(folder, self._library)
        ]
        return tuple(sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True))

    def is_whole(self, back_up: Path) -> bool:
        """Whether it can be read now, every page and every row of it."""
        return restoring.is_whole(back_up)

    def consequences(self, back_up: Path) -> tuple[Consequence, ...]:
        """What restoring it would change, newest week first.

        Raises:
            LibraryError: If it cannot be read, or a page of it is damaged.
        """
        with (
            restoring.opened_back_up(back_up) as then,
            restoring.opened_library(self._library) as now,
            told_plainly(self._library),
        ):
            return consequences_of(now, then)

    def damaged_rows(self, back_up: Path) -> int:
        """How many rows of it no longer say what was saved.

        Raises:
            LibraryError: If it cannot be read, or a page of it is damaged.
        """
        return restoring.damaged_rows(back_up)

    def that_hold(self, ident: str) -> tuple[BackUp, ...]:
        """Those in which a note, goal, jot or task still stands, newest first.

        Versions and drafts of a note count, and so does a back-up that cannot
        be read: nobody can say that it does not. So do folders that they went
        into once, and what a move of the library kept.
        """
        there = {one.path: one for one in (*self.all(), *copies_elsewhere(self._library))}
        newest_first = sorted(there.values(), key=lambda one: one.made_at, reverse=True)
        return tuple(one for one in newest_first if _holds(one.path, ident))

    def damaged(self) -> tuple[Path, ...]:
        """Damaged files that were kept aside; nobody can say what they still hold."""
        return tuple(kept_aside(self._library))

    def _make(self, connection: sqlite3.Connection, reason: Reason) -> BackUp:
        if self._chosen is not None:
            refuse_site(self._chosen)
        made = self._keep(connection, self.folder, reason)
        if reason is not Reason.BEFORE_RESTORE:
            self._remove_what_is_kept_no_longer(made)
        return made

    def _keep(self, connection: sqlite3.Connection, folder: Path, reason: Reason) -> BackUp:
        if folder != self.folder:
            refuse_site(folder)
        there = (*self.all(), *back_ups_in(folder, self._library))
        made_at = free_second(self._clock(), there)
        return keep_copy(connection, self._library, folder, reason, made_at)

    def _remove_what_is_kept_no_longer(self, made: BackUp) -> None:
        there = self.all()
        # Apart, so that damaged ones never drive out the whole ones.
        for whole in (True, False):
            for one in thin(one for one in there if one.whole is whole).gone:
                # After the clock went back the new one may look the oldest.
                if one.path != made.path:
                    # One too many does no harm.
                    with suppress(OSError):
                        one.path.unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[sqlite3.Connection]:
        """The library to read from, while nobody else makes a back-up of it."""
        if not check_header(self._library):
            raise LibraryError(
                f"There are no notes in {self._library} yet.", "No back-up was made."
            )
        with (
            nobody_else_copies(self._library),
            closing(connect_for_reading(self._library)) as connection,
            told_plainly(self._library),
        ):
            yield connection


def _mark_in(back_up: BackUp) -> str | None:
    """What it says; None where it cannot be read, so that another is made."""
    try:
        with told_plainly(back_up.path), closing(connect_for_reading(back_up.path)) as connection:
            return mark_of(connection)
    except LibraryError:
        return None


def _holds(back_up: Path, ident: str) -> bool:
    try:
        with told_plainly(back_up), closing(connect_for_reading(back_up)) as connection:
            there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            # The names are ours.
            return any(
                connection.execute(
                    f"SELECT 1 FROM {table} WHERE {column} = ?",  # noqa: S608
                    (ident,),
                ).fetchone()
                for table, column in _HOLDING.items()
                if table in there
            )
    except LibraryError:
        return True
