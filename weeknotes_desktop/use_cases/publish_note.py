"""Publish a note, and keep how it was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from weeknotes_desktop.domain.goal_form import GoalForm
from weeknotes_desktop.domain.identity import new_id
from weeknotes_desktop.domain.note import Note, Status
from weeknotes_desktop.domain.settings import Settings
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.snapshot import Snapshot, snapshot_of
from weeknotes_desktop.domain.version import Occasion, of_note
from weeknotes_desktop.use_cases.next_goals import next_goals
from weeknotes_desktop.use_cases.note_language import language_of
from weeknotes_desktop.use_cases.save_note import keep_note


def publish_note(
    library: NoteLibrary, note: Note, settings: Settings, now: datetime, *, typed: bool = False
) -> Note:
    """Publish ``note`` as it stands now; a site shows it so until it is published again.

    It gets its label for good, and this day unless the writer said another. What
    was published before stays kept. This is the one way by which a draft becomes
    a published note, whoever asks for it.

    Args:
        typed: As of ``save_note``.

    Raises:
        ChangedElsewhereError: If somebody saved it since ``note`` was read.
    """
    with library.transaction():
        published = as_published_now(note, library.note(note.id).status, now)
        _, saved = keep_note(library, published, settings.label, now, typed=typed)
        library.keep_version(of_note(saved, Occasion.PUBLISHED, new_id(), now))
        library.keep_snapshot(publication_of(library, saved, settings, now))
    return saved


def put_back(
    library: NoteLibrary, note: Note, settings: Settings, now: datetime, *, typed: bool = False
) -> Note:
    """Undo that a note was taken back: a site shows it again as it was published last.

    What was changed in it since is out when it is published again. A note that was
    published by a version which kept no snapshots is shown as it stands, as it was before.

    Args:
        typed: As of ``save_note``.

    Raises:
        ChangedElsewhereError: If somebody saved it since ``note`` was read.
    """
    with library.transaction():
        published = replace(note, status=Status.PUBLISHED)
        _, saved = keep_note(library, published, settings.label, now, typed=typed)
    return saved


def as_published_now(note: Note, before: Status, now: datetime) -> Note:
    """The note with what publishing makes of its facts, but for the label.

    Args:
        before: Its status in the library. A note that is published already and
            has no day is one of old, and goes on naming the Friday of its week.
    """
    day = now.date() if before is Status.DRAFT else None
    return replace(note, status=Status.PUBLISHED, published_on=note.published_on or day)


def publication_of(library: NoteLibrary, note: Note, settings: Settings, now: datetime) -> Snapshot:
    """What is kept of ``note`` where it is published as it stands."""
    return _snapshot(
        library,
        note,
        now,
        form=settings.goal_form,
        language=language_of(library, note.id, settings),
    )


def keep_imported(library: NoteLibrary, note: Note, now: datetime) -> None:
    """Keep how a post that was published elsewhere stands, in the usual form and language."""
    library.keep_snapshot(_snapshot(library, note, now, form=None, language=""))


def _snapshot(
    library: NoteLibrary, note: Note, now: datetime, *, form: GoalForm | None, language: str
) -> Snapshot:
    return snapshot_of(
        note,
        library.goals(note.week),
        next_goals(library, note.week),
        snapshot_id=new_id(),
        now=now,
        form=form,
        language=language,
    )
