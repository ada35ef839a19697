"""A note with its goals as it is about to be shown: as it stands, or as it was published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from weeknotes_desktop.domain.audience import cut
from weeknotes_desktop.domain.goal import Goal
from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.goal_places import PLAN, REPORT
from weeknotes_desktop.domain.note import Note
from weeknotes_desktop.domain.quotation import Quotes
from weeknotes_desktop.domain.readers import Audience
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.snapshot import GoalToday, Snapshot, goals_by_today
from weeknotes_desktop.domain.view import NoteView
from weeknotes_desktop.use_cases.next_goals import next_goals
from weeknotes_desktop.use_cases.note_language import language_of

Goals = tuple[Sequence[Goal], Sequence[Goal]]
"""Those of a week, and those of the next."""


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note and its goals before anything is cut.

    Args:
        note: With its label as printed.
        goals: Tells those that one reader may at most see.
    """

    note: Note
    goals: Callable[[Audience], Goals]
    form: GoalForm
    language: str
    quotes: Quotes

    def view(self, reader: Audience) -> NoteView:
        """What ``reader`` may read of it; goals only where it shows them.

        Raises:
            NotForThisReaderError: If the note is not for that reader.
        """
        body = self.note.body
        goals, following = self.goals(reader) if REPORT in body or PLAN in body else ((), ())
        view = cut(
            self.note,
            label=self.note.label,
            goals=goals,
            next_goals=following,
            audience=reader,
            language=self.language,
            form=self.form,
        )
        return replace(
            view,
            # A passage at either end leaves empty lines, which would tell of it.
            body=view.body.strip("\n"),
            goals=view.goals if REPORT in view.body else (),
            next_goals=view.next_goals if PLAN in view.body else (),
            quotes=self.quotes,
        )


def as_published(
    note: Note, then: Snapshot, today: Mapping[str, GoalToday], settings: Settings
) -> ShownNote:
    """The note as it was published, for no more readers than may read it today.

    Args:
        note: As it is today.
        today: Who may read its goals today.
    """

    def goals(reader: Audience) -> Goals:
        return (
            goals_by_today(then.goals, today, reader),
            goals_by_today(then.next_goals, today, reader),
        )

    return ShownNote(
        note=then.as_note(note),
        goals=goals,
        form=then.form or settings.goal_form,
        language=then.language or settings.language,
        quotes=settings.quotes,
    )


def as_it_stands(library: NoteLibrary, note: Note, settings: Settings) -> ShownNote:
    """The note as it stands, with the goals that stand in the library."""

    def goals(_: Audience) -> Goals:
        return library.goals(note.week), next_goals(library, note.week)

    return ShownNote(
        note=replace(note, label=note.label or settings.label.label_of(note.week)),
        goals=goals,
        form=settings.goal_form,
        language=language_of(library, note.id, settings),
        quotes=settings.quotes,
    )
