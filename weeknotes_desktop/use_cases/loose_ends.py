"""Find the goals that still want an answer."""

from __future__ import annotations

from datetime import datetime

from weeknotes_desktop.domain.loose_ends import LooseEnd, loose_end
from weeknotes_desktop.domain.shelves import NoteLibrary


def loose_ends(library: NoteLibrary, now: datetime) -> tuple[LooseEnd, ...]:
    """Every goal without an answer, oldest first.

    Each is to be reported, carried over or let go.

    Args:
        now: Local time.
    """
    found: list[LooseEnd] = []
    with library.transaction():
        goals = library.unanswered()
        weeks = {goal.week for goal in goals}
        away = {week for week in weeks if library.plan(week).away is not None}
        for goal in goals:
            why = loose_end(
                goal,
                now,
                away=goal.week in away,
                carried=library.successor(goal.id) is not None,
            )
            if why is not None:
                found.append(LooseEnd(goal=goal, why=why))
    return tuple(found)
