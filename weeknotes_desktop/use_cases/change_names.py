"""Rename, merge and delete categories and tags, and take that back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from weeknotes_desktop.domain.errors import NotFoundError
from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.names import (
    Colours,
    NameChange,
    NameKind,
    facts_of,
    names_of_note,
    with_other_name,
)
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.use_cases.change_note import change_note
from weeknotes_desktop.use_cases.name_colours import keep_colours, move_colour, set_colour


def plan_names(
    library: NoteLibrary, kind: NameKind, old: str, new: str | None
) -> tuple[NameChange, ...]:
    """What putting ``new`` in place of ``old`` means for each note, newest first.

    Args:
        new: None where the name is taken from the notes.
    """
    weeks = library.written_weeks(kind.asked(old))
    ids = [note_id for week in weeks for note_id in week.notes]
    lines = library.lines(ids)
    return tuple(
        NameChange(line.id, kind, before, with_other_name(before, old, new))
        for line in lines
        for before in (line.tags if kind is NameKind.TAG else (line.category,),)
    )


def finish_names(
    library: NoteLibrary,
    kind: NameKind,
    old: str,
    new: str | None,
    pattern: LabelPattern,
    now: datetime,
) -> tuple[NameChange, ...]:
    """The notes in use are through: do so in the trash as well, and offer the old name no more.

    Returns:
        What was done in the trash.
    """
    with library.transaction():
        done = tuple(
            NameChange(note_id, kind, names, with_other_name(names, old, new))
            for note_id, names in library.trashed_with(kind, old)
        )
        _change_trashed(library, done, pattern, now)
        library.forget_name(kind, old)
        if new is None:
            set_colour(library, kind, old, None)
        else:
            move_colour(library, kind, old, new)
    return done


def take_back_names(
    library: NoteLibrary,
    kind: NameKind,
    trashed: Iterable[NameChange],
    unknown: str | None,
    colours: Colours,
    pattern: LabelPattern,
    now: datetime,
) -> None:
    """The notes in use are as they were: so be the trash, the list of names, and the colours.

    Args:
        unknown: The name that was not there before; None where it was.
    """
    with library.transaction():
        _change_trashed(library, [change.back for change in trashed], pattern, now)
        if unknown is not None:
            library.forget_name(kind, unknown)
        keep_colours(library, colours)


def _change_trashed(
    library: NoteLibrary, wanted: Iterable[NameChange], pattern: LabelPattern, now: datetime
) -> None:
    removed = {one.id: one.trashed_at for one in library.trash()}
    for change in wanted:
        at = removed.get(change.note_id)
        if at is None:
            continue
        # A note in the trash cannot be changed; it goes back with the time at which it went.
        library.bring_back(change.note_id, now)
        change_names(library, [change], pattern, now)
        library.remove_note(change.note_id, at)


def change_names(
    library: NoteLibrary, wanted: Iterable[NameChange], pattern: LabelPattern, now: datetime
) -> tuple[NameChange, ...]:
    """Do so with notes that are not open; returns what was done.

    One that has other names by now, that is gone or damaged, stays as it is.
    """
    with library.transaction():
        return tuple(one for one in wanted if _change(library, one, pattern, now))


def _change(library: NoteLibrary, wanted: NameChange, pattern: LabelPattern, now: datetime) -> bool:
    try:
        note = library.note(wanted.note_id)
    except NotFoundError:
        return False
    if not note.whole or names_of_note(note, wanted.kind) != wanted.before:
        return False
    change_note(library, note.id, pattern, now, **facts_of(wanted.after, wanted.kind))
    return True
