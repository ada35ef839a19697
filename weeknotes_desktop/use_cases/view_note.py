"""Look at a note as one audience reads it."""

from __future__ import annotations

from weeknotes_desktop.domain.audience import cut
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.use_cases.week_goals import WeekGoals, week_goals


def view_note(library: NoteLibrary, note: Note, audience: Audience, settings: Settings) -> NoteView:
    """What ``audience`` may read of the note and its goals.

    Raises:
        NotForThisReaderError: If the note is not for that audience.
    """
    return view_of(note, week_goals(library, note.week), audience, settings)


def view_of(note: Note, goals: WeekGoals, audience: Audience, settings: Settings) -> NoteView:
    """The same, of a note and goals already in hand."""
    return cut(
        note,
        label=note.label or settings.label.label_of(note.week),
        goals=goals.goals,
        next_goals=goals.next_goals,
        audience=audience,
        language=settings.language,
        form=settings.goal_form,
    )
