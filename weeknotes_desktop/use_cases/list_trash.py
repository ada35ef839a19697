"""List what lies in the trash."""

from __future__ import annotations

from dataclasses import replace

from weeknotes_desktop.domain.label import LabelPattern
from weeknotes_desktop.domain.shelves import NoteLibrary
from weeknotes_desktop.domain.trash import Kind, Trashed


def list_trash(library: NoteLibrary, pattern: LabelPattern) -> tuple[Trashed, ...]:
    """Everything in the trash, removed last first; a note with its label as printed."""
    return tuple(as_printed(thing, pattern) for thing in library.trash())


def as_printed(thing: Trashed, pattern: LabelPattern) -> Trashed:
    """The same thing, a note with the label it is printed with."""
    if thing.kind is not Kind.NOTE or thing.label or thing.week is None:
        return thing
    return replace(thing, label=pattern.label_of(thing.week))
