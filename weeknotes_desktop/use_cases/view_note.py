"""Look at a note as one audience reads it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from weeknotes_desktop.domain.audience import cut
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.loose_links import without_loose_links
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience, HiddenSpans
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import GoalView, NoteView
from weeknotes_desktop.use_cases.keep_pictures import pictures_of
from weeknotes_desktop.use_cases.name_notes import note_names
from weeknotes_desktop.use_cases.note_language import language_of
from weeknotes_desktop.use_cases.week_goals import WeekGoals, week_goals


def view_note(library: NoteLibrary, note: Note, audience: Audience, settings: Settings) -> NoteView:
    """What ``audience`` may read of the note and its goals.

    Raises:
        NotForThisReaderError: If the note is not for that audience.
    """
    names = note_names(library, settings.label) if "[[" in note.body else NoteNames()
    written = replace(settings, language=language_of(library, note.id, settings))
    view = view_of(note, week_goals(library, note.week), audience, written, names)
    return replace(view, pictures=pictures_of(library, view))


def view_of(
    note: Note,
    goals: WeekGoals,
    audience: Audience,
    settings: Settings,
    names: NoteNames,
    hidden: HiddenSpans | None = None,
) -> NoteView:
    """The same, of a note, goals and names already in hand.

    Args:
        settings: Their language is that of the note.
        hidden: As ``cut`` takes it.
    """
    view = cut(
        note,
        label=note.label or settings.label.label_of(note.week),
        goals=goals.goals,
        next_goals=goals.next_goals,
        audience=audience,
        language=settings.language,
        form=settings.goal_form,
        hidden=hidden,
    )
    links = names.links(view.body, audience)
    return with_words_for_loose_links(replace(view, links=links, quotes=settings.quotes))


def with_words_for_loose_links(view: NoteView) -> NoteView:
    """What others get says nowhere what the notes are called that they may not read."""
    if view.audience is Audience.ME or not _has_links(view):
        return view
    followed = {link.name for link in view.links}
    return replace(
        view,
        body=without_loose_links(view.body, followed),
        goals=tuple(_goal(goal, followed) for goal in view.goals),
        next_goals=tuple(_goal(goal, followed) for goal in view.next_goals),
    )


def _has_links(view: NoteView) -> bool:
    goals = (*view.goals, *view.next_goals)
    texts = (view.body, *(text for goal in goals for text in (goal.text, goal.line or "")))
    return any("[[" in text for text in texts)


def _goal(goal: GoalView, followed: Container[str]) -> GoalView:
    text = without_loose_links(goal.text, followed)
    line = None if goal.line is None else without_loose_links(goal.line, followed)
    return replace(goal, text=text, line=line)
