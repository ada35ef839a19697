"""A back-up, opened and checked, at the schema of this version."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from weeknotes_desktop.domain.errors import DamagedLibraryError, LibraryError, NotALibraryError
from weeknotes_desktop.storage.connection import connect_for_reading, know_functions
from weeknotes_desktop.storage.copies import pages_are_whole
from weeknotes_desktop.storage.faults import damaged, told_plainly, wrong_number
from weeknotes_desktop.storage.fingerprints import wrong_rows
from weeknotes_desktop.storage.schema import Condition, check_header, condition
from weeknotes_desktop.storage.structure import wrong_structure
from weeknotes_desktop.storage.triggers import are_right


@contextmanager
def opened_back_up(path: Path) -> Iterator[sqlite3.Connection]:
    """A back-up to read from; an older one is migrated in memory, and stays as it is.

    A row of it may be damaged: then it is shown to its writer alone, as in
    any library. Triggers and views that are not ours are left out, and ours
    are made where they are missing.

    Raises:
        NewerLibraryError: If a newer version of the program wrote it.
        DamagedLibraryError: If a page of it is damaged, or a table, column or
            index is missing.
        LibraryError: If there is no such library, or it cannot be read.
    """
    path = path.resolve()
    _make_sure_there_is_one(path)
    with ExitStack() as opened:
        with _told_of_a_back_up(path), told_plainly(path):
            connection = _opened_and_checked(path, opened)
        with told_plainly(path):
            yield connection


@contextmanager
def opened_library(path: Path) -> Iterator[sqlite3.Connection]:
    """A library to compare with; one that is not there holds nothing, an old one is left old.

    Raises:
        DamagedLibraryError: If a table, column or index is missing.
        LibraryError: If it cannot be read.
    """
    if not check_header(path):
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
            _bring_to_head(empty, path)
            yield empty
        return
    with told_plainly(path), closing(connect_for_reading(path)) as connection:
        if condition(connection, path) is Condition.READY:
            if wrong_structure(connection):
                raise wrong_number(path)
            yield connection
            return
        with closing(_at_head(connection, path)) as migrated:
            yield migrated


def is_whole(path: Path) -> bool:
    """Whether a back-up can be read, every page and every row of it."""
    try:
        with opened_back_up(path) as connection:
            return next(wrong_rows(connection), None) is None
    except LibraryError:
        return False


def damaged_rows(path: Path) -> int:
    """How many rows of a back-up no longer say what was saved.

    Raises:
        LibraryError: As ``opened_back_up`` says.
    """
    with opened_back_up(path) as connection:
        return sum(1 for _ in wrong_rows(connection))


def _make_sure_there_is_one(path: Path) -> None:
    remedy = "Nothing was changed; `back-up list` shows them all."
    try:
        there = check_header(path)
    except NotALibraryError:
        raise NotALibraryError(f"{path} is no back-up of WeekNotes.", remedy) from None
    if not there:
        raise LibraryError(f"There is no back-up {path}.", remedy)


@contextmanager
def _told_of_a_back_up(path: Path) -> Iterator[None]:
    """Let damage be told of the back-up: nobody puts that together again."""
    try:
        yield
    except DamagedLibraryError as error:
        remedy = "Nothing was changed; choose another one."
        raise DamagedLibraryError(f"The back-up {path.name} is damaged.", remedy) from error


def _opened_and_checked(path: Path, opened: ExitStack) -> sqlite3.Connection:
    connection = opened.enter_context(closing(connect_for_reading(path)))
    if not _can_be_read(connection):
        raise damaged(path)
    if condition(connection, path) is not Condition.READY:
        return opened.enter_context(closing(_at_head(connection, path)))
    if wrong := wrong_structure(connection):
        raise DamagedLibraryError(wrong)
    if not are_right(connection):
        return opened.enter_context(closing(_at_head(connection, path)))
    return connection


def _can_be_read(connection: sqlite3.Connection) -> bool:
    try:
        return pages_are_whole(connection)
    except sqlite3.DatabaseError:
        return False


def _at_head(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    # No file: nobody has to clear away private words after a sudden end.
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.text_factory = connection.text_factory
    try:
        connection.backup(copy)
        _bring_to_head(copy, path)
    except BaseException:
        copy.close()
        raise
    return copy


def _bring_to_head(copy: sqlite3.Connection, path: Path) -> None:
    # Imported only where it is needed: Alembic costs more than all the rest.
    from weeknotes_desktop.storage.migrate import migrate

    know_functions(copy)
    migrate(copy, path)
