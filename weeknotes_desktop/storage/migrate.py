"""Brings a library to the schema of this version, whole or not at all.

Alembic is imported here and nowhere else, and this module only when a file is
not at head: it costs more than reading the library does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from weeknotes_desktop.domain.backup import Reason
from weeknotes_desktop.domain.errors import DamagedLibraryError
from weeknotes_desktop.storage.back_up_folder import back_ups_in, beside, free_second
from weeknotes_desktop.storage.connection import connect
from weeknotes_desktop.storage.copies import keep_copy, nobody_else_copies
from weeknotes_desktop.storage.database import engine_over, statements_told_plainly
from weeknotes_desktop.storage.faults import library_error, wrong_number
from weeknotes_desktop.storage.schema import HEAD, Condition, check_header, condition, make_file
from weeknotes_desktop.storage.search.index import make_anew
from weeknotes_desktop.storage.structure import wrong_structure
from weeknotes_desktop.storage.triggers import (
    FOUND,
    FOUND_WITH_VIEWS,
    OF_GOALS,
    are_right,
    drop_foreign,
    mend_triggers,
)

Step = Callable[[str], None]
"""Is told each revision as it is reached, before anything of it is kept."""


def bring_to_head(path: Path, *, to: str = HEAD, on_step: Step = lambda _: None) -> None:
    """Make the library if there is none, or migrate it; the lock is held by the caller.

    All steps are one transaction: a start that is killed in between leaves the
    file as it was, and the next one does it all. A file that holds something
    is copied first.

    Args:
        to: The revision to stop at; an older one is only wanted by tests.
        on_step: Is told each revision as it is reached.

    Raises:
        LibraryError: If it could not be done; the file is as it was.
    """
    if not check_header(path):
        make_file(path)
    with closing(connect(path)) as connection:
        if condition(connection, path) is Condition.OLD:
            _keep_what_it_was(connection, path)
        migrate(connection, path, to=to, on_step=on_step)


def migrate(
    connection: sqlite3.Connection, path: Path, *, to: str = HEAD, on_step: Step = lambda _: None
) -> None:
    """Bring what stands behind ``connection`` to the schema of this version.

    Args:
        connection: Open for writing, and in no transaction.
        path: Named when something goes wrong.

    Raises:
        LibraryError: If it could not be done; all is as it was.
    """
    # A rebuilt table would take the rows that point at it along. Whether
    # all still point at something is checked at the end instead, and this
    # can only be switched outside a transaction.
    connection.execute("PRAGMA foreign_keys=0")
    engine = engine_over(connection)
    with statements_told_plainly(path), engine.begin() as transaction:
        _drop_what_is_not_ours(transaction)
        try:
            _run_steps(transaction, to, on_step)
        except OperationalError as error:
            if library_error(error.orig, path) is not None:
                raise
            # A step finds its own work done, or that of the step before missing.
            raise wrong_number(path) from error
        _check(transaction, path)
        if to == HEAD:
            _make_searchable(connection)
            if wrong_structure(connection):
                raise wrong_number(path)


def _keep_what_it_was(connection: sqlite3.Connection, path: Path) -> None:
    # Beside the library, wherever else the writer wants them: no start reads
    # the settings before it, and nothing lies there that is not there already.
    folder = beside(path)
    with nobody_else_copies(path):
        made_at = free_second(datetime.now(UTC), back_ups_in(folder, path))
        keep_copy(connection, path, folder, Reason.BEFORE_MIGRATION, made_at)


def _run_steps(connection: Connection, to: str, on_step: Step) -> None:
    def applied(*, step: Any, **_: Any) -> None:
        on_step(str(step.up_revision_id))

    config = Config()
    config.set_main_option("script_location", "weeknotes_desktop.storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["on_version_apply"] = applied
    command.upgrade(config, to)


def _drop_what_is_not_ours(connection: Connection) -> None:
    # First of all: a foreign trigger would act on what the steps write.
    found = connection.exec_driver_sql(FOUND_WITH_VIEWS).all()
    drop_foreign(((kind, name, made) for kind, name, made in found), connection.exec_driver_sql)


def _check(connection: Connection, path: Path) -> None:
    found = connection.exec_driver_sql(FOUND).all()
    mend_triggers(((name, made) for name, made in found), connection.exec_driver_sql, OF_GOALS)
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if lost is not None:
        raise DamagedLibraryError(
            f"The notes in {path.name} could not be brought to this version: "
            f"a row of {lost[0]} belongs to nothing.",
            f"Nothing was changed; a copy is in {path.parent / 'backups'}.",
        )


def _make_searchable(connection: sqlite3.Connection) -> None:
    """Make the search anew where anything about it is not as it is made now."""
    if not are_right(connection):
        make_anew(connection)
        mend_triggers(connection.execute(FOUND).fetchall(), connection.execute)
