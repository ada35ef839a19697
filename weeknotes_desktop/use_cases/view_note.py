"""Look at a note as one audience reads it."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.audience import cut
from weeknotes_desktop.domain.links import NoteNames
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience, HiddenSpans
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.use_cases.keep_pictures import pictures_of
from weeknotes_desktop.use_cases.make_public_view import names_for
from weeknotes_desktop.use_cases.note_language import language_of
from weeknotes_desktop.use_cases.week_goals import WeekGoals, week_goals
from weeknotes_desktop.use_cases.words_for_links import with_words_for_loose_links


def view_note(library: NoteLibrary, note: Note, audience: Audience, settings: Settings) -> NoteView:
    """What ``audience`` may read of the note and its goals.

    Raises:
        NotForThisReaderError: If the note is not for that audience.
    """
    names = names_for(library, settings, audience) if "[[" in note.body else NoteNames()
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
