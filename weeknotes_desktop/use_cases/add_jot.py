"""Catch a line during the week."""

from __future__ import annotations

from datetime import datetime

from weeknotes_desktop.domain.errors import WeekNotesError
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import one_line
from weeknotes_desktop.domain.week import Week


def add_jot(
    library: NoteLibrary,
    text: str,
    now: datetime,
    *,
    week: Week | None = None,
    jot_id: str | None = None,
) -> Jot:
    """Keep a line with its day and time.

    Args:
        now: Local time; the jot keeps its zone.
        week: Whose note it is for; the week of ``now`` by default.
        jot_id: Its id, where it has one already.

    Raises:
        WeekNotesError: If the line is empty or too long.
    """
    line = one_line(text)
    if not line:
        raise WeekNotesError("A jot needs a few words.")
    return library.add_jot(
        Jot(id=jot_id or new_id(), week=week or Week.of(now.date()), at=now, text=line)
    )
