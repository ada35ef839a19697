"""Read what a Friday review looks at, and remember how far it has come."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.goal_events import Happening, was_proposed
from weeknotes_desktop.domain.goal_places import with_goals
from weeknotes_desktop.domain.jot import Jot
from weeknotes_desktop.domain.next_week_part import next_week_part
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import without_marks
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.domain.written_week import monday_of
from weeknotes_desktop.use_cases.carry_over import uncarried
from weeknotes_desktop.use_cases.make_review_draft import has_own_words
from weeknotes_desktop.use_cases.view_note import view_note
from weeknotes_desktop.use_cases.week_goals import WeekGoals, week_goals

STEPS = 5
"""Look back, goals, jots, next week, draft."""
_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the review of a week has come.

    Args:
        step: From 1.
        jots: Which were picked for the draft, by their ids.
        template: Its name; empty for that of the settings.
    """

    step: int = 1
    jots: tuple[str, ...] = ()
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """The note before, as the writer themselves may read it.

    Args:
        plan: Markdown of what it meant to do next.
        text: Markdown of the rest.
    """

    week: Week
    label: str
    title: str
    plan: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that a review of one week looks at.

    Args:
        set_on: The day on which most of the goals were set; None where that is not
            near the week, or an import read them out of an old post.
        uncarried: The unfinished goals of the week that go on nowhere yet.
        note_id: The newest note of the week.
        beside: Whether a draft would lie beside a note that has words of the writer's.
    """

    goals: WeekGoals
    before: LookBack | None
    set_on: date | None
    jots: tuple[Jot, ...]
    uncarried: tuple[Goal, ...]
    note_id: str | None
    beside: bool
    progress: Progress


def read_review(library: NoteLibrary, week: Week, settings: Settings) -> Review:
    """What there is to look at in the review of ``week``."""
    with library.transaction():
        goals = week_goals(library, week)
        notes = library.summaries(week)
        return Review(
            goals=goals,
            before=_before(library, week, settings),
            set_on=_set_on(library, week, goals.goals),
            jots=library.jots(week),
            uncarried=uncarried(library, week),
            note_id=notes[0].id if notes else None,
            beside=has_own_words(library, week),
            progress=_progress(library.remark(_key(week))),
        )


def remember_progress(library: NoteLibrary, week: Week, progress: Progress) -> None:
    """Come back to where the review of ``week`` stands now."""
    told = {"step": progress.step, "jots": progress.jots, "template": progress.template}
    with library.transaction():
        if _progress(library.remark(_key(week))) != progress:
            library.keep_remark(_key(week), json.dumps(told, ensure_ascii=False))


def _before(library: NoteLibrary, week: Week, settings: Settings) -> LookBack | None:
    away = {monday_of(plan.week) for plan in library.weeks_away()}
    weeks = (one for one in library.written_weeks() if one.monday < monday_of(week))
    before = next((one for one in weeks if one.monday not in away), None)
    if before is None:
        return None
    view = view_note(library, library.note(before.notes[0]), Audience.ME, settings)
    plan, text = next_week_part(without_marks(with_goals(view)))
    return LookBack(week=view.week, label=view.label, title=view.title, plan=plan, text=text)


def _set_on(library: NoteLibrary, week: Week, goals: tuple[Goal, ...]) -> date | None:
    days = Counter(
        event.at.date()
        for goal in goals
        for event in library.goal_events(goal.id)
        if event.kind == Happening.ADDED and not was_proposed(event)
    )
    day = days.most_common(1)[0][0] if days else None
    # What was noted long before or afterwards was not set for the week on that day.
    near = day is not None and week.monday - _AHEAD <= day <= week.sunday
    return day if near else None


def _key(week: Week) -> str:
    return f"review {week}"


def _progress(remark: str | None) -> Progress:
    """What a remark says; one of another version begins the review anew."""
    try:
        told = json.loads(remark or "{}")
        return Progress(
            step=min(max(int(told.get("step", 1)), 1), STEPS),
            jots=tuple(str(ident) for ident in told.get("jots", ())),
            template=str(told.get("template", "")),
        )
    except (ValueError, TypeError, AttributeError):
        return Progress()
