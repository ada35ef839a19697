"""Say in one line what a week is about."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.goal import WeekPlan
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.text import one_line
from weeknotes_desktop.domain.week import Week


def set_focus(library: NoteLibrary, week: Week, text: str) -> WeekPlan:
    """Give the week its focus; an empty line takes it away."""
    with library.transaction():
        plan = library.plan(week)
        changed = replace(plan, focus=one_line(text))
        return plan if changed == plan else library.save_plan(changed)
