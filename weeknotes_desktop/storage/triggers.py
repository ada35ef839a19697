"""The triggers of a library, and the check that they are there.

A migration that rebuilds a table drops its triggers without a word, so they
are looked for after each one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

TRIGGERS = {
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
"""What each trigger is made of, by its name."""

FOUND = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
"""Lists the triggers of a file with what they are made of."""


def mend_triggers(
    found: Iterable[tuple[str, str]], execute: Callable[[str], object]
) -> tuple[str, ...]:
    """Make every trigger that is missing or different; returns their names.

    Args:
        found: What ``FOUND`` gave.
        execute: Runs one statement in the transaction of the migration.
    """
    standing = dict(found)
    wrong = tuple(name for name, made in TRIGGERS.items() if standing.get(name) != made)
    for name in wrong:
        if name in standing:
            execute(f"DROP TRIGGER {name}")
        execute(TRIGGERS[name])
    return wrong
