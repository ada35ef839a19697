"""Publish a note, and keep how it was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.snapshot import snapshot_of
from weeknotes_desktop.domain.version import Occasion, of_note
from weeknotes_desktop.use_cases.next_goals import next_goals
from weeknotes_desktop.use_cases.note_language import language_of
from weeknotes_desktop.use_cases.save_note import keep_note


def publish_note(
    library: NoteLibrary, note: Note, settings: Settings, now: datetime, *, typed: bool = False
) -> Note:
    """Publish ``note`` as it stands now; a site shows it so until it is published again.

    It gets its label for good, and this day unless the writer said another. What
    was published before stays kept.

    Args:
        typed: As of ``save_note``.

    Raises:
        ChangedElsewhereError: If somebody saved it since ``note`` was read.
    """
    with library.transaction():
        published = replace(note, status=Status.PUBLISHED)
        _, saved = keep_note(library, published, settings.label, now, typed=typed)
        language = language_of(library, note.id, settings)
        keep_publication(library, saved, now, form=settings.goal_form, language=language)
    return saved


def keep_publication(
    library: NoteLibrary,
    note: Note,
    now: datetime,
    *,
    form: GoalForm | None = None,
    language: str = "",
) -> None:
    """Keep what is published, in the transaction that saved it as published.

    Args:
        form: How goals stand in it; None for the usual form.
        language: Empty for the usual one.
    """
    library.keep_version(of_note(note, Occasion.PUBLISHED, new_id(), now))
    keep_snapshot(library, note, now, form=form, language=language)


def keep_snapshot(
    library: NoteLibrary,
    note: Note,
    now: datetime,
    *,
    form: GoalForm | None = None,
    language: str = "",
) -> None:
    """Keep how ``note`` and its goals stand, as what was published of them."""
    snapshot = snapshot_of(
        note,
        library.goals(note.week),
        next_goals(library, note.week),
        snapshot_id=new_id(),
        now=now,
        form=form,
        language=language,
    )
    library.keep_snapshot(snapshot)
