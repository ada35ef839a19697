"""The triggers of a library: ours are there, and no others.

A migration that rebuilds a table drops its triggers without a word, so they
are looked for after each one. A trigger or view of somebody else would act, or
speak, in our name whenever something is saved or read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from weeknotes_desktop.storage import search_tables

OF_GOALS = {
    "goal_events_never_change": (
        "CREATE TRIGGER goal_events_never_change BEFORE UPDATE ON goal_events "
        "BEGIN SELECT RAISE(ABORT, 'goal events are only ever added'); END"
    ),
    "goal_events_never_go": (
        # They go with a goal that is forgotten for good, and only after it.
        "CREATE TRIGGER goal_events_never_go BEFORE DELETE ON goal_events "
        "WHEN EXISTS (SELECT 1 FROM goals WHERE id = OLD.goal) "
        "BEGIN SELECT RAISE(ABORT, 'goal events are only ever added'); END"
    ),
}
TRIGGERS = OF_GOALS | search_tables.TRIGGERS
"""What each trigger is made of, by its name."""

FOUND = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
"""Lists the triggers of a file with what they are made of."""

FOUND_WITH_VIEWS = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
"""Lists the views as well; a library of ours has but the one of the search."""

_OURS = {("trigger", name): made for name, made in TRIGGERS.items()} | {
    ("view" if name == search_tables.VIEW else "table", name): made
    for name, made in search_tables.TABLES.items()
}
_FOUND_ALL = f"{FOUND_WITH_VIEWS} OR name IN ({', '.join(map(repr, search_tables.TABLES))})"


def foreign_to_us(found: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str], ...]:
    """Whatever is not ours, as its type and name.

    Args:
        found: What ``FOUND_WITH_VIEWS`` gave.
    """
    return tuple((kind, name) for kind, name, _ in found if (kind, name) not in _OURS)


def are_right(connection: sqlite3.Connection) -> bool:
    """Whether a library at the schema of this version has our triggers and nothing like them.

    The tables of the search are looked at, too, for its triggers write into them.
    """
    found = connection.execute(_FOUND_ALL).fetchall()
    return {(kind, name): made for kind, name, made in found} == _OURS


def drop_foreign(
    found: Iterable[tuple[str, str, str]], execute: Callable[[str], object]
) -> tuple[str, ...]:
    """Drop every trigger and view that is not ours; returns their names.

    Args:
        found: What ``FOUND_WITH_VIEWS`` gave.
        execute: Runs one statement in the transaction of the migration.
    """
    foreign = foreign_to_us(found)
    for kind, name in foreign:
        quoted = name.replace('"', '""')
        execute(f'DROP {kind} IF EXISTS "{quoted}"')
    return tuple(name for _, name in foreign)


def mend_triggers(
    found: Iterable[tuple[str, str]],
    execute: Callable[[str], object],
    ours: Mapping[str, str] = TRIGGERS,
) -> tuple[str, ...]:
    """Make every trigger that is missing or different; returns their names.

    Args:
        found: What ``FOUND`` gave.
        execute: Runs one statement in the transaction of the migration.
        ours: Those that there should be.
    """
    standing = dict(found)
    wrong = tuple(name for name, made in ours.items() if standing.get(name) != made)
    for name in wrong:
        if name in standing:
            execute(f"DROP TRIGGER {name}")
        execute(ours[name])
    return wrong
