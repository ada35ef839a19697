"""Find the note that the writer names."""

from __future__ import annotations

from weeknotes_desktop.domain.errors import AmbiguousNoteError, NotFoundError, WeekError
from weeknotes_desktop.domain.label import LabelPattern, same_label
from weeknotes_desktop.domain.note import Note, NoteSummary
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.week import Week
from weeknotes_desktop.use_cases.list_notes import list_notes


def find_note(library: NoteLibrary, name: str, pattern: LabelPattern) -> Note:
    """The note with that id, of that week, or with that label.

    Raises:
        NotFoundError: If no note answers to ``name``.
        AmbiguousNoteError: If several do.
    """
    found = [note for note in list_notes(library, pattern) if _answers(note, name)]
    if not found:
        raise NotFoundError(
            f"No note answers to “{name}”.",
            "Name it by its id, its week (2021-W09) or its label; `list` shows them.",
        )
    if len(found) > 1:
        raise AmbiguousNoteError(name, [note.id for note in found])
    return library.note(found[0].id)


def _answers(note: NoteSummary, name: str) -> bool:
    return name == note.id or same_label(name, note.label) or _week_named(name) == note.week


def _week_named(name: str) -> Week | None:
    try:
        return Week.parse(name)
    except WeekError:
        return None
