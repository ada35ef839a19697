"""Turn the goals of a note into text of the note."""

from __future__ import annotations

from weeknotes_desktop.domain.audience import cut
from weeknotes_desktop.domain.goal_places import goals_in
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.use_cases.week_goals import WeekGoals


def turn_into_text(note: Note, goals: WeekGoals, place: str, settings: Settings) -> str:
    """The Markdown to put in place of ``[GOALS]`` or ``[NEXT WEEK]``.

    It is what the public may read: text does not know who it is for, and who
    may read the note can be changed later.
    """
    return _as_read_by(Audience.PUBLIC, note, goals, place, settings)


def leaves_out(note: Note, goals: WeekGoals, place: str, settings: Settings) -> bool:
    """Whether the writer sees more in that place than the text says."""
    mine = _as_read_by(Audience.ME, note, goals, place, settings)
    return mine != turn_into_text(note, goals, place, settings)


def _as_read_by(
    audience: Audience, note: Note, goals: WeekGoals, place: str, settings: Settings
) -> str:
    view = cut(
        Note(id=note.id, week=note.week),
        label="",
        goals=goals.goals,
        next_goals=goals.next_goals,
        audience=audience,
        language=settings.language,
        form=settings.goal_form,
    )
    return goals_in(view, place)
